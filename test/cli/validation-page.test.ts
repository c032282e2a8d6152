/** What the README and docs/validation.md say of the scorecard is what it said, of the worlds as they are now. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import './support/spillover.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs the check in a repository. */
function check(root: string) {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/validation.mjs'), 'check'], {
    encoding: 'utf8',
  });
  return { status, stdout };
}

it('the page on validation and the summary in the README are true of the worlds as they are', () => {
  expect(check(ROOT)).toEqual({ status: 0, stdout: '' });
}, 120_000);

it('a changed world, page or summary is told', () => {
  const copy = mkdtempSync(join(tmpdir(), 'spillover-page-'));
  try {
    for (const part of ['scripts', 'docs', 'scenarios', 'dist', 'README.md', 'package.json'])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const change = (file: string, from: string, to: string) => {
      const text = readFileSync(join(copy, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(copy, file), text.replace(from, to));
    };
    change('scenarios/uk-history.yaml', 'ramp: 42 weeks', 'ramp: 41 weeks');
    change('docs/validation.md', 'Published', 'Unpublished');
    change('README.md', 'Of the figures of', 'Of all figures of');
    const { status, stdout } = check(copy);
    expect(status).toBe(1);
    expect(stdout).toContain('Changed since the scorecard was run: uk-history.');
    expect(stdout).toContain('docs/validation.md is not what');
    expect(stdout).toContain('The summary in README.md');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 120_000);
