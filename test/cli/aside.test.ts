/** What is set aside while it is written, and files that are written together or not at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asideOf, clearAbandoned } from '../../src/cli/aside.js';
import { writeTogether } from '../../src/cli/new-files.js';
import { folderWith } from './support/spillover.js';

/** No process has such a number. */
const NOBODY = 2 ** 30;

describe('what is set aside', () => {
  it('has a name that no other process has, though it had the same number', () => {
    const names = Array.from({ length: 100 }, () => asideOf('/a/out', 'partial'));
    expect(new Set(names).size).toBe(100);
    for (const name of names) expect(name).toMatch(new RegExp(`^/a/\\.out\\.${process.pid}-[0-9a-f]{12}\\.partial$`));
  });

  it('is cleared a week after its process has gone, and nothing else is', () => {
    const home = folderWith();
    const left = (process: number, ending = 'partial', place = 'out') => `.${place}.${process}-0123456789ab.${ending}`;
    const [gone, mine, old, other, young] = [
      left(NOBODY),
      left(process.pid),
      left(NOBODY, 'old'),
      left(NOBODY, 'partial', 'out.2'),
      left(NOBODY + 1),
    ];
    for (const name of [gone, mine, old, other, young]) {
      mkdirSync(join(home, name));
      writeFileSync(join(home, name, 'part'), '');
      if (name !== young) utimesSync(join(home, name), 0, 0);
    }
    clearAbandoned(join(home, 'out'));
    expect(readdirSync(home).sort()).toEqual([mine, old, other, young].sort());
  });
});

describe('files that are written together', () => {
  it('are all in place, and nothing beside them', () => {
    const home = folderWith({ 'a.yaml': 'before' });
    const files = ['a.yaml', 'b/c.yaml'].map((path) => ({ path: join(home, path), text: path }));
    expect(writeTogether(files)).toBeNull();
    expect(readFileSync(join(home, 'a.yaml'), 'utf8')).toBe('a.yaml');
    expect([readdirSync(home).sort(), readdirSync(join(home, 'b'))]).toEqual([['a.yaml', 'b'], ['c.yaml']]);
  });

  it.each([
    { what: 'cannot be set aside', last: 'file/c.yaml', why: 'a part of the path is a file' },
    { what: 'cannot be put in place', last: 'folder', why: 'it is a folder' },
  ])('are none where the last $what, and what stood there stands there again', ({ last, why }) => {
    const home = folderWith({ 'a.yaml': 'before', file: '', 'folder/mine': '' });
    const files = ['a.yaml', 'new/b.yaml', last].map((path) => ({ path: join(home, path), text: path }));
    expect(writeTogether(files)).toEqual({ path: join(home, last), why });
    expect(readFileSync(join(home, 'a.yaml'), 'utf8')).toBe('before');
    expect(readdirSync(home).sort()).toEqual(['a.yaml', 'file', 'folder']);
    expect(existsSync(join(home, 'folder/mine'))).toBe(true);
  });
});
