/** The scorecard as text and as rows. */
import { describe, expect, it } from 'vitest';
import { scorecardInWords } from '../../src/cli/scorecard-words.js';
import type { ScorecardRow } from '../../src/experiment/index.js';
import { folderWith, spillover } from './support/spillover.js';

const ROW: ScorecardRow = {
  id: 'bed-occupancy',
  status: 'inside',
  simulated: 0.952,
  low: 0.92,
  high: 0.98,
  inside: true,
  role: 'emergent',
  world: 'uk-baseline',
  output: 'Occupancy',
  unit: 'fraction',
  period: '2019',
  interval: { low: 0.93991, high: 0.96412 },
  range: '0.92 to 0.98 fraction',
  figure: null,
  reading: null,
  counts: true,
  why: null,
};
const OUTSIDE: ScorecardRow = { ...ROW, id: 'waits', status: 'outside', inside: false, role: 'rate', interval: null };
const LEFT: ScorecardRow = { ...OUTSIDE, id: 'deaths', status: 'not-modelled', simulated: null, why: 'Not yet.' };
const RIVAL: ScorecardRow = { ...OUTSIDE, id: 'hours', role: 'emergent', reading: 'elapsed', counts: false };
const TO_3_DIGITS = (bound: number) => Number(bound.toFixed(3));

describe('the scorecard', () => {
  const text = scorecardInWords([OUTSIDE, ROW, LEFT, RIVAL], TO_3_DIGITS);
  const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, ' | '));

  it('gives role, figure, world, simulated with interval, range and verdict, emergent figures first', () => {
    expect(lines.slice(1, 4)).toEqual([
      expect.stringContaining('emergent | bed-occupancy'),
      'emergent | hours | uk-baseline | 0.952 (no interval) | 0.92 to 0.98 fraction | (outside, read as elapsed: not counted)',
      expect.stringContaining('rate | waits'),
    ]);
    expect([lines[1], lines[3]]).toEqual([
      'emergent | bed-occupancy | uk-baseline | 0.952 (0.94 to 0.964) | 0.92 to 0.98 fraction | inside',
      'rate | waits | uk-baseline | 0.952 (no interval) | 0.92 to 0.98 fraction | outside',
    ]);
  });

  it('says what is not modelled and why, counts by role, and states the tuning rule', () => {
    expect(text).toContain('  deaths: Not yet.');
    expect(lines).toContain(
      'emergent | 1 | 0 | 0 | left to come out of the mechanisms (scenarios/README.md says what was tuned, and to what): only these count as validation',
    );
    expect(lines).toContain('rate | 0 | 1 | 1 | one rate or staffing number each was tuned to it');
    expect(text).toContain('official statistics within 5%');
  });
});

describe('validate', () => {
  it('with --json prints the rows, and exits with 3 when a figure that counts is outside', () => {
    const { code, stdout } = spillover(['validate', '--replications', '2', '--json', '--quiet'], folderWith());
    const rows: ScorecardRow[] = JSON.parse(stdout);
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(['id', 'status', 'simulated', 'low', 'high', 'inside', 'role']),
      );
      expect(row.inside).toBe(row.simulated !== null && row.simulated >= row.low && row.simulated <= row.high);
      expect(row.status === 'inside').toBe(row.inside);
    }
    const counted = rows.filter(({ role, status }) => status === 'outside' && ['rate', 'emergent'].includes(role));
    expect(code).toBe(counted.length > 0 ? 3 : 0);
  }, 600_000);

  it('refuses a file of targets that is not there', () => {
    const { code, stdout, stderr } = spillover(['validate', '--targets', './mine.yaml'], folderWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('mine.yaml');
  });
});
