/** Help, mistyped words, and what a bare command does. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { folderWith, MAIN, spillover } from './support/spillover.js';

describe('help', () => {
  it('lists every command with its summary, examples and exit codes, on standard output', () => {
    const { code, stdout, stderr } = spillover(['--help'], folderWith());
    expect([code, stderr]).toEqual([0, '']);
    for (const { id, summary } of commands)
      expect(stdout).toMatch(new RegExp(`^  ${id}\\b.*${summary.slice(0, 20)}`, 'm'));
    expect(stdout).toContain('$ spillover compare uk-baseline');
    expect(stdout).toContain('130 stopped by Ctrl-C');
    for (const name of ['SPILLOVER_SEED', 'SPILLOVER_PRECISION', 'SPILLOVER_MAX_REPLICATIONS'])
      expect(stdout).toContain(name);
  });

  it.each(commands)('of $id gives its options and examples', ({ id, examples, options }) => {
    const { code, stdout } = spillover([id, '--help'], folderWith());
    expect(code).toBe(0);
    for (const example of examples) expect(stdout).toContain(`$ ${example}`);
    for (const option of [...options, 'json', 'quiet', 'verbose']) expect(stdout).toContain(`--${option}`);
    expect(stdout).toContain('--no-color');
  });

  it('loads nothing that simulates, reads files or draws', () => {
    const recorder = join(import.meta.dirname, 'support/record-imports.mjs');
    const { stderr } = spawnSync(process.execPath, ['--import', recorder, MAIN, '--help'], { encoding: 'utf8' });
    expect(stderr).toContain('dist/parts/start.js');
    const heavy =
      /node_modules\/(zod|yaml|piscina|vega|vega-lite|cli-progress|simple-statistics)\/|dist\/(sim|scenarios|experiment|report)\/|parts\/(zod|scenarios|commands)/;
    expect(stderr.split('\n').filter((line) => heavy.test(line))).toEqual([]);
  });

  it('prints the version of the package', () => {
    expect(spillover(['--version'], folderWith()).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a wrong word', () => {
  it.each([
    { words: [], says: 'Usage: spillover' },
    { words: ['comprae', 'a', 'b'], says: 'Did you mean compare?' },
    { words: ['run', 'uk-baseline', '--replicatons', '3'], says: 'Did you mean --replications?' },
    { words: ['run'], says: "missing required argument 'scenario'" },
    { words: ['run', 'a', 'b'], says: 'too many arguments' },
    { words: ['compare', 'uk-baseline'], says: "missing required argument 'scenario'" },
    { words: ['run', 'uk-baseline', '--replications', '0'], says: 'whole number from 1' },
    { words: ['run', 'uk-baseline', '--replications', '1e3'], says: 'whole number from 1' },
    { words: ['run', 'uk-baseline', '--workers', '-2'], says: 'whole number from 1' },
    { words: ['run', 'uk-baseline', '--seed', ''], says: 'Expected some text' },
    { words: ['run', 'uk-baseline', '--design', 'steadyy'], says: 'Allowed choices are steady, go-live' },
  ])('is refused with exit code 2: $words', ({ words, says }) => {
    const { code, stdout, stderr } = spillover(words, folderWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  it.each([
    { words: ['describe', 'policy', 'drug-diversion', '--mermaid'], next: 'describe uk-baseline --mermaid' },
    { words: ['describe', 'question', 'bridging-the-gap', '--design', 'go-live'], next: 'Leave it out.' },
    { words: ['run', 'uk-baseline', '--check-warm-up', '--out', 'here'], next: 'Leave --out out' },
    { words: ['run', 'uk-baseline', '--force', '--check-warm-up'], next: 'Leave --force out' },
    {
      words: ['tipping', 'a', '--service', 'b', '--lever', 'c.d', '--streams', 'e'],
      next: 'Leave one of the two out.',
    },
    { words: ['capacity', 'a', '--service', 'b', '--meet-standard', '--where', 'c=d'], next: 'Leave --where out' },
    { words: ['capacity', 'a', '--service', 'b', '--meet-standard', '--baseline', 'c'], next: 'Leave --baseline out' },
  ])('is refused with what to write where it would do nothing: $words', ({ words, next }) => {
    const { code, stdout, stderr } = spillover(words, folderWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\n {2}Found --\S+ beside .*; expected .*\n {2}Next: /);
    expect(stderr).toContain(next);
  });

  it('in an environment variable is refused, and the variable is named', () => {
    const { code, stderr } = spillover(['run', 'uk-baseline'], folderWith(), { SPILLOVER_REPLICATIONS: 'many' });
    expect(code).toBe(2);
    expect(stderr).toContain('SPILLOVER_REPLICATIONS');
  });

  it('is not what a variable says of an option that a flag rules out, or that does nothing here', () => {
    const precise = ['run', 'no-such-scenario', '--precision', '2%'];
    const variables = { SPILLOVER_REPLICATIONS: 'many', SPILLOVER_OUT: 'here' };
    expect(spillover(precise, folderWith(), variables).stderr).toContain('no-such-scenario');
    const fixed = ['run', 'no-such-scenario', '--replications', '2', '--check-warm-up'];
    const others = { SPILLOVER_PRECISION: '2%', SPILLOVER_MAX_REPLICATIONS: '20', SPILLOVER_OUT: 'here' };
    expect(spillover(fixed, folderWith(), others).stderr).toContain('no-such-scenario');
    // Nobody has typed the one that says nothing by itself.
    expect(spillover(['run', 'no-such-scenario'], folderWith(), { SPILLOVER_MAX_REPLICATIONS: '20' }).stderr).toContain(
      'no-such-scenario',
    );
    const alone = spillover(['run', 'no-such-scenario', '--max-replications', '20'], folderWith());
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('says nothing without --precision')]);
    // A variable that is empty asks for as much as one that is not set.
    const empty = { SPILLOVER_WORKERS: '', SPILLOVER_PRECISION: '', SPILLOVER_OUT: '' };
    expect(spillover(['run', 'no-such-scenario'], folderWith(), empty).stderr).toContain('No scenario called');
    const both = { SPILLOVER_PRECISION: '2%', SPILLOVER_REPLICATIONS: '2' };
    expect(spillover(['run', 'no-such-scenario'], folderWith(), both).stderr).toContain('cannot be used with');
  });
});
