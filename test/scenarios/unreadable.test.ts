/** Files that are no text, or cannot be had, are refused with a place; other habits of editors do no harm. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadScenario } from '../../src/scenarios/index.js';
import { inFolder, load, told } from './support/load.js';
import { small, smallWith } from './support/small.js';

const EXTENDING = 'spillover: 1\nscenario: child\nextends: ./other.yaml\n';

/** What is told of a scenario that extends `other.yaml`, which is made by hand. */
function extending(make: (path: string) => void): string[] {
  return inFolder({ 's.yaml': EXTENDING }, (cwd) => {
    chmodSync(cwd, 0o755);
    make(join(cwd, 'other.yaml'));
    const loaded = loadScenario('./s.yaml', { cwd });
    return loaded.ok ? ['accepted'] : told(loaded.problems);
  });
}

test('a folder, a broken link, a link to itself and an empty file are told apart', () => {
  expect(extending((path) => mkdirSync(path))).toEqual(['s.yaml:3:10 extends: This is a folder.']);
  const link = 's.yaml:3:10 extends: `./other.yaml` is a link to a file that is not there.';
  expect(extending((path) => symlinkSync('gone.yaml', path))).toEqual([link]);
  expect(extending((path) => symlinkSync('other.yaml', path))).toEqual([link]);
  expect(extending((path) => writeFileSync(path, ''))).toEqual(['other.yaml:1:1 : This file is empty.']);
});

test('a file that may not be read', () => {
  inFolder({ 's.yaml': EXTENDING }, (cwd) => {
    chmodSync(cwd, 0o755);
    writeFileSync(join(cwd, 'other.yaml'), small, { mode: 0o000 });
    // Root may read everything, and so takes the place of somebody who may not.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    const loaded = loadScenario('./s.yaml', { cwd });
    if (isRoot) process.seteuid?.(0);
    expect(loaded.ok ? [] : told(loaded.problems)).toEqual(['s.yaml:3:10 extends: You may not read this file.']);
  });
});

test('names that no file can have', () => {
  for (const name of ['"./a\\0b.yaml"', `./${'x'.repeat(5000)}.yaml`, './a.yaml/b.yaml']) {
    const loaded = load({ 's.yaml': EXTENDING.replace('./other.yaml', name), 'a.yaml': small });
    expect(loaded.ok ? [] : told(loaded.problems).join()).toContain('s.yaml:3:10 extends: There is no file');
  }
});

test('bytes that are no text are told at the first of them', () => {
  const bytes = (text: string, encoding: BufferEncoding) =>
    extending((path) => writeFileSync(path, Buffer.from(text, encoding)));
  expect(bytes(small.replace('walk-in clinic', 'café'), 'latin1')).toEqual([
    'other.yaml:3:13 : This file is not text in UTF-8.',
  ]);
  expect(bytes(`\uFEFF${small}`, 'utf16le')).toEqual(['other.yaml:1:1 : This file is not text in UTF-8.']);
  expect(bytes(small.replace('capacity: 3', 'capacity: \u00003'), 'utf8')).toEqual([
    'other.yaml:12:49 : This file holds a character that is no text.',
  ]);
  expect(bytes(`\uFEFF${small.replaceAll('\n', '\r\n').replace('capacity: 3', 'capacity: \u00073')}`, 'utf8')).toEqual([
    'other.yaml:12:49 : This file holds a character that is no text.',
  ]);
});

test('tabs may part words, but not indent', () => {
  expect(load(smallWith(['capacity: 3', 'capacity:\t3\t'], ['label: A', 'label:\tA'])).ok).toBe(true);
  const indented = load(smallWith(['\n  clinic:', '\n\tclinic:']));
  expect(indented.ok ? [] : told(indented.problems)).toEqual(['s.yaml:12:1 : This line is set in with a tab.']);
});

const COLUMNS = 'id,quantity,value,low,high,unit,geography,period,source,url,quality,note';
const ROW = 'census,Nurses,3,,,nurses,Here,2024,A census,https://example.org/census,inspection,"a, b"';
const sourced = smallWith(
  ['label: A walk-in clinic', 'evidence: [e.csv]\nparameters: {n: {value: 3, source: census, grade: B}}'],
  ['capacity: 3', 'capacity: $n'],
);
const evidence = (text: string | Buffer) => {
  const loaded = load({ 's.yaml': sourced, 'e.csv': text });
  return loaded.ok ? 'accepted' : told(loaded.problems)[0];
};

test('evidence may come from any spreadsheet, as long as it is CSV in UTF-8', () => {
  for (const end of ['\n', '\r\n', '\r'])
    for (const mark of ['', '\uFEFF'])
      for (const last of ['', end]) expect(evidence(mark + [COLUMNS, ROW].join(end) + last)).toBe('accepted');
  expect(evidence(`${COLUMNS}\n${ROW.replace('A census', 'A\tcensus')}\n`)).toBe('accepted');
  expect(evidence(`${COLUMNS}\n${ROW}\n`.replaceAll(',', '\t'))).toBe(
    'e.csv:1:3 : The fields of this file are separated by tabs.',
  );
  expect(evidence(COLUMNS.replaceAll(',', ';'))).toContain('separated by semicolons');
  expect(evidence(Buffer.from(`${COLUMNS}\n${ROW.replace('Here', 'H\u00E9re')}\n`, 'latin1'))).toBe(
    'e.csv:2:27 : This file is not text in UTF-8.',
  );
  expect(evidence(`${COLUMNS}\n${ROW.replace('Here', 'H\uFFFDre')}\n`)).toBe(
    'e.csv:2:27 : This file holds a mark where a character was lost before it was saved.',
  );
  expect(evidence(`${COLUMNS}\n${ROW.replace('Here', '\u0000')}\n`)).toContain(
    'e.csv:2:26 : This file holds a character',
  );
  expect(evidence('')).toContain('e.csv:1:1 : Columns are missing');
});
