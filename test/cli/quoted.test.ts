/** Paths in printed commands can be pasted into a shell. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { quoted } from '../../src/cli/quoted.js';
import { tellWritten } from '../../src/cli/tell-written.js';
import { maySkip } from '../support/demanded.js';

it('a plain name stays as it is', () => {
  expect(quoted('out/uk-baseline_2.x')).toBe('out/uk-baseline_2.x');
  expect(quoted('-x')).toBe('./-x');
});

it.skipIf(maySkip(process.platform !== 'win32'))('any other name comes through a shell, in one line', () => {
  for (const name of ['my folder', "it's", '$(date)', 'a;b', 'a\nb', "a'\\\n1", 'caf\u00E9 \u202E', '*']) {
    expect(quoted(name)).not.toMatch(/[\p{Cc}\u202E]/u);
    const { stdout } = spawnSync('bash', ['-c', `printf %s ${quoted(name)}`], {
      env: { LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
    });
    expect(stdout).toBe(name);
  }
});

it('a folder with line ends in its name adds no line to what is told', () => {
  const said: string[] = [];
  tellWritten('a\nNext: run it', { 'report.html': 'the report' }, { note: (text) => said.push(text) });
  expect(said[0]).toBe('\nWritten to a Next: run it:');
  expect(said.at(-1)).toBe(
    "Next: open a Next: run it/report.html\nThe same bytes again: spillover rerun $'a\\U0000000aNext: run it'",
  );
});
