/** A run that fails says which people waited for which services, exits with 1, and leaves nothing behind. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { maySkip } from '../support/demanded.js';
import { CAFE } from './support/cafe.js';
import { folderWith, MAIN, spillover } from './support/spillover.js';

/** Two services, each held while its holder waits for the other. */
const KNOT = CAFE.replace('services:\n', 'gridlock: fail\nservices:\n  room: {agency: voluntary, capacity: 1}\n')
  .replace('capacity: 2', 'capacity: 1')
  .replace('to: visit.talk', 'to: visit.which')
  .replace(
    /steps:\n[\s\S]*$/,
    `steps:
      which: {branch: {options: {left: {share: 0.5, to: left-1}, right: {share: rest, to: right-1}}}}
      left-1: {seize: cafe, for: 30 min, keep: true}
      left-2: {seize: room, for: 30 min, then: end}
      right-1: {seize: room, for: 30 min, keep: true}
      right-2: {seize: cafe, for: 30 min, then: end}
      end: {leave: helped}
`,
  );

it('of a gridlock', () => {
  const home = folderWith({ 'knot.yaml': KNOT });
  const { code, stdout, stderr } = spillover(['run', './knot.yaml', '--out', 'deep/x', '--workers', '2'], home);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('A run failed');
  expect(stderr).toContain('room');
  expect(stderr).toContain('cafe');
  expect(readdirSync(home)).toEqual(['knot.yaml']);
});

/** Everybody who comes brings two more within the hour. */
const CROWD = CAFE.replace('to: visit.talk', 'to: visit.tell').replace(
  /steps:\n[\s\S]*$/,
  `steps:
      tell: {delay: {exponential: 1 h}}
      one: {start: visit.tell}
      two: {start: visit.tell}
      talk: {seize: cafe, for: 10 min, patience: {after: 1 h, to: =gave-up}}
      end: {leave: helped}
`,
);

it('of contacts that bring contacts without end, before memory ends', () => {
  const home = folderWith({ 'crowd.yaml': CROWD });
  const check = spillover(['check', './crowd.yaml'], home);
  expect(check.code).toBe(0);
  expect(check.stdout + check.stderr).toContain('at least 2.00 others on average');
  const { code, stdout, stderr } = spillover(['run', './crowd.yaml', '--out', 'x', '--workers', '2'], home);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /A run failed[\s\S]*episodes are open at once at hour \d+\.\d, most of them \(\d+\) at visit\./,
  );
  expect(stderr).toContain('clocks that `open` episodes');
  expect(readdirSync(home)).toEqual(['crowd.yaml']);
});

it.skipIf(maySkip(process.platform !== 'win32'))(
  'of a disk that takes no more, with one message and nothing half-written',
  () => {
    const home = folderWith({ 'cafe.yaml': CAFE });
    // The largest file may have 8 blocks: the report has more, and the scenario, which is written before, has less.
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -f 8; exec "${process.execPath}" "${MAIN}" run ./cafe.yaml --out deep/x --workers 1 --quiet`],
      { cwd: home, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /deep\/x\/\S+ could not be written: files may not be so large here \(these files need about/,
    );
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(home)).toEqual(['cafe.yaml']);
  },
);

it.skipIf(maySkip(existsSync('/dev/full')))('of standard output that is full, without a trace of the program', () => {
  const home = folderWith({ 'cafe.yaml': CAFE });
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${MAIN}" describe ./cafe.yaml > /dev/full`],
    {
      cwd: home,
      encoding: 'utf8',
    },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^What was to be printed could not be written: .*\n$/);
});

it('of a scenario for which no machine has the memory, at once and with the estimate', () => {
  const many = CAFE.replace('population: 1000', 'population: 2000000000')
    .replace(
      'arrivals:',
      'needs: {trouble: {onset: {rate: 1 per day}, channels: {call: {share: 1, to: visit.talk}}}}\narrivals:',
    )
    .replace('replications: 4', 'replications: 1000000000');
  const home = folderWith({ 'many.yaml': many });
  const { code, stdout, stderr } = spillover(['run', './many.yaml', '--out', 'x', '--workers', '2'], home);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(
    /needs more memory than is free\.\n {2}Found about [\d,.]+ GB for 2 at a time; expected at most [\d.]+ GB/,
  );
  expect(stderr).toContain('One at a time needs about');
  expect(readdirSync(home)).toEqual(['many.yaml']);
});
