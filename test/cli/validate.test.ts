/** The scorecard as text and as rows. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knockOutsInWords, scorecardInWords } from '../../src/cli/scorecard-words.js';
import { type FigureWithout, roundToInterval, type ScorecardRow } from '../../src/experiment/index.js';
import { here } from './support/here.js';
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
const SCENARIOS = join(import.meta.dirname, '../../scenarios');
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

describe('mechanisms taken out', () => {
  const without = (row: ScorecardRow, simulated: number, status: ScorecardRow['status']) => ({
    ...row,
    simulated,
    status,
    inside: status === 'inside',
  });
  const rows = [ROW, OUTSIDE, LEFT];
  const change = { mean: -0.4521, low: -0.4611, high: -0.4431, n: 8 };
  const same = (row: ScorecardRow) => ({ ...row, change: { mean: 0, low: 0, high: 0, n: 8 } });
  const level = (mean: number) => ({ mean, low: mean - 2, high: mean + 2, n: 8 });
  const contacts = { world: 'town', name: 'contacts:line:people', unit: 'contacts a week' };
  const told = knockOutsInWords(
    rows,
    [
      {
        policy: './ample-beds.yaml',
        replications: 8,
        rows: [{ ...without(ROW, 0.5, 'outside'), change }, same(OUTSIDE), same(LEFT)],
        measures: [{ ...contacts, before: level(120), after: level(90), change: { ...level(-30), n: 8 } }],
      },
      {
        policy: './more-suites.yaml',
        replications: 8,
        rows: [same(ROW), { ...without(OUTSIDE, 0.95, 'inside'), change: null }, same(LEFT)],
        measures: [],
      },
      { policy: './nothing.yaml', replications: 8, rows: rows.map(same), measures: [] },
    ],
    roundToInterval,
  );
  const lines = told.split('\n').map((line) => line.replace(/ {2,}/g, ' | '));

  it('are told with the figures that change sides, each with its paired change, and with none where none does', () => {
    expect(lines.slice(1, 4)).toEqual([
      './ample-beds.yaml | 8 | bed-occupancy | 0.952 (inside) | 0.5 (outside) | -0.4521 (-0.4611 to -0.4431) | 0.92 to 0.98 fraction',
      './more-suites.yaml | 8 | waits | 0.952 (outside) | 0.95 (inside) | 0.92 to 0.98 fraction',
      './nothing.yaml | 8 | none',
    ]);
  });
  it('are told with the measures that were asked for', () => {
    expect(lines.slice(6)).toEqual([
      './ample-beds.yaml | 8 | contacts:line:people in town | 120 (118 to 122) | 90 (88 to 92) | -30 (-32 to -28) contacts a week',
    ]);
  });
});

describe('validate', () => {
  it('refuses a figure that there is not, and names the nearest', async () => {
    const { code, stdout, stderr } = await here(['validate', '--figure', 's136-first-place-edd'], folderWith());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /There is no published figure called `s136-first-place-edd`\.\n.*\n {2}Did you mean `s136-first-place-ed`\?/,
    );
  });

  it('with --figure scores these only, and with --knock-out again without a mechanism', async () => {
    const asked = ['--figure', 's136-admitted', '--knock-out', join(SCENARIOS, 'knock-outs/ample-beds.yaml')];
    const { stdout } = await here(['validate', '--replications', '1', '--json', '--quiet', ...asked], folderWith());
    type Figures = readonly FigureWithout[];
    const told: { rows: ScorecardRow[]; knockOuts: { policy: string; replications: number; rows: Figures }[] } =
      JSON.parse(stdout);
    expect(told.rows.map(({ id }) => id)).toEqual(['s136-admitted']);
    expect(told.knockOuts.map(({ rows }) => rows.map(({ id }) => id))).toEqual([['s136-admitted']]);
    expect(told.knockOuts[0]).toMatchObject({ policy: expect.stringContaining('ample-beds'), replications: 1 });
    expect(told.knockOuts[0]?.rows[0]?.change?.n).toBe(1);
  }, 120_000);

  it('with --json prints the rows, and exits with 3 when a figure that counts is outside', () => {
    const figures = [
      's136-admitted',
      'acute-bed-occupancy',
      'ed-mh-over-12h',
      'rcrp-deploy-after',
      'rcrp-s136-net',
      'oregon-call',
    ];
    const asked = ['--replications', '2', '--json', '--quiet', '--figure', ...figures];
    const { code, stdout } = spillover(['validate', ...asked], folderWith());
    const rows: ScorecardRow[] = JSON.parse(stdout);
    expect(rows.map(({ id }) => id).sort()).toEqual([...figures].sort());
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(['id', 'status', 'simulated', 'low', 'high', 'inside', 'role']),
      );
      expect(row.inside).toBe(row.simulated !== null && row.simulated >= row.low && row.simulated <= row.high);
      expect(row.status === 'inside').toBe(row.inside);
    }
    const counted = rows.filter(
      ({ role, status, counts }) => counts && status === 'outside' && ['rate', 'emergent'].includes(role),
    );
    expect(code).toBe(counted.length > 0 ? 3 : 0);
  }, 600_000);

  it('refuses a measure that is not there before it runs anything', async () => {
    const asked = ['--figure', 's136-first-place-ed', '--measure', 'full-share:suite', '--knock-out', './x.yaml'];
    const { code, stdout, stderr } = await here(['validate', ...asked], folderWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('full-share:suites');
    expect(stderr).not.toContain('replications');
  }, 60_000);

  it('refuses measures where no mechanism is taken out, as they would not be told', async () => {
    const { code, stdout, stderr } = await here(['validate', '--measure', 'unmet'], folderWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Add --knock-out');
  });

  it('refuses a file of targets that is not there', async () => {
    const { code, stdout, stderr } = await here(['validate', '--targets', './mine.yaml'], folderWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('mine.yaml');
  });
});
