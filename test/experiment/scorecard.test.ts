/** The scorecard on samples written by hand: three replications, and figures worked out in the comments. */
import { describe, expect, it } from 'vitest';
import { withoutMechanism } from '../../src/experiment/knock-outs.js';
import { measures } from '../../src/experiment/measures/index.js';
import type { Cell } from '../../src/experiment/results.js';
import type { Samples } from '../../src/experiment/samples.js';
import { figureChange, scorecard } from '../../src/experiment/scorecard.js';
import type { Target, TargetMapping } from '../../src/scenarios/index.js';

type Column = { readonly cell: Cell; readonly values: readonly number[]; readonly over?: readonly number[] };

/** Samples of one world, in three replications. */
function world(id: string, said: Readonly<Record<string, readonly Column[]>>): Samples['worlds'][number] {
  const sampled = Object.entries(said).map(([name, columns]) => {
    const of = measures.find((measure) => measure.id === name);
    if (of === undefined) throw new Error(`no measure ${name}`);
    const run = (at: number) =>
      Float64Array.from(
        [...columns.map(({ values }) => values[at]), ...columns.map(({ over }) => over?.[at] ?? 0)].map(Number),
      );
    return [name, { of, cells: columns.map(({ cell }) => cell), values: [0, 1, 2].map(run) }] as const;
  });
  const ledger = { events: 0, opened: 0, closed: 0, inside: 0, declined: 0, gridlocks: 0 };
  const rest = { periods: new Map(), comparisons: new Map(), weekly: new Map(), areas: new Map() };
  return { id, population: 2e6, measures: new Map(sampled), ...rest, ledger };
}

const at = (service: string, group = 'people') => ({ service, group });
const baseline = world('baseline', {
  contacts: [
    { cell: at('police'), values: [10, 12, 14] },
    { cell: at('police', 'background'), values: [100, 100, 100] },
    { cell: at('line'), values: [4, 4, 4] },
  ],
  'wait-mean': [
    { cell: at('police'), values: [10, 60, 20], over: [10, 20, 15] },
    { cell: at('line'), values: [5, 5, 5], over: [5, 5, 5] },
  ],
  'wait-p90': [{ cell: at('line'), values: [Number.NaN, Number.NaN, Number.NaN] }],
});
const policy = world('policy', {
  contacts: [
    { cell: at('police'), values: [6, 6, 6] },
    { cell: at('police', 'background'), values: [100, 100, 100] },
    { cell: at('line'), values: [7, 8, 9] },
  ],
});
const samples: Samples[] = [{ seed: 's', replications: 3, worlds: [baseline, policy] }];

const term = (measure: string, where: Record<string, string[]> = {}, times = 1) => ({ measure, where, times });
type Measured = Extract<TargetMapping, { kind: 'measured' }>;
/** A target from 0 to 10 calls. */
function target(mapping: Partial<Measured>, more: Partial<Target> = {}): Target {
  const plain: Measured = {
    kind: 'measured',
    of: [],
    over: null,
    dividedBy: null,
    during: null,
    againstDuring: null,
    against: null,
    relative: false,
    times: 1,
    figure: null,
    reading: null,
    ...mapping,
  };
  const said = { output: 'Calls', unit: 'calls', period: '', basis: '', role: 'rate' as const };
  return { id: 'x', world: 'baseline', target: 5, low: 0, high: 10, ...said, mapping: plain, ...more };
}
const score = (mapping: Partial<Measured>, more: Partial<Target> = {}, readings: string[] = []) => {
  const [row] = scorecard(samples, [target(mapping, more)], { readings });
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('a figure', () => {
  it('is the mean of the cells that match, added up', () => {
    // 10, 12, 14 of people: 12 ± 4.3027 x 2 / √3 = 4.968; the half width has two digits before the point's first.
    const row = score({ of: [term('contacts', { service: ['police'], group: ['people'] })] });
    expect(row).toMatchObject({ simulated: 12, status: 'outside', inside: false, range: '0 to 10 calls' });
    expect(row.interval?.low).toBeCloseTo(12 - 4.96827, 4);
    expect(score({ of: [term('contacts')] }).simulated).toBe(116);
    expect(score({ of: [term('contacts', { service: ['line', 'police'], group: ['people'] })] }).simulated).toBe(16);
    expect(score({ of: [term('contacts', { service: ['nobody'] })] })).toMatchObject({
      simulated: 0,
      status: 'inside',
    });
  });
  it('is a ratio of totals where the measure is', () => {
    // 90 hours of 45 waits; both services together 105 of 60.
    expect(score({ of: [term('wait-mean', { service: ['police'] })] }).simulated).toBe(2);
    const all = score({ of: [term('wait-mean')] });
    // Printed to the digits of its interval, about ± 1.7.
    expect(all.simulated).toBe(1.8);
    expect(all.status).toBe('inside');
  });
  it('may be a rate per million people and year', () => {
    // 4 a week in 2 million: 4 x 52.1786 / 2.
    const row = score({ of: [term('contacts', { service: ['line'] })], over: 'million-years' });
    expect(row.simulated).toBeCloseTo(104.357, 3);
  });
  it('may be one total over another, with terms and factors', () => {
    const people = term('contacts', { service: ['police'], group: ['people'] });
    const line = term('contacts', { service: ['line'] });
    expect(score({ of: [line], over: [people] }).simulated).toBeCloseTo(4 / 12, 1);
    expect(score({ of: [line, people], over: [line] }).simulated).toBeCloseTo(4, 0);
    expect(score({ of: [{ ...line, times: 10 }], times: 0.5 }).simulated).toBe(20);
  });
});

describe('a change', () => {
  const line = [term('contacts', { service: ['line'] })];
  const police = [term('contacts', { service: ['police'] })];
  it('is the difference from another world, paired by replication', () => {
    // 3, 4 and 5 more.
    const row = score({ of: line, against: 'baseline' }, { world: 'policy' });
    expect(row.simulated).toBe(4);
    expect(row.interval?.low).toBeCloseTo(4 - (4.302652729749 * 1) / Math.sqrt(3), 6);
  });
  it('may be relative', () => {
    expect(score({ of: line, against: 'baseline', relative: true }, { world: 'policy' }).simulated).toBe(1);
  });
  it('over a change is a ratio of the two: 4 more calls to the line for 6 fewer to the police', () => {
    const row = score({ of: line, over: police, against: 'baseline', times: -1 }, { world: 'policy' });
    expect(row.simulated).toBeCloseTo(4 / 6, 1);
  });
});

describe('a figure is not modelled', () => {
  const why = (mapping: Partial<Measured>, more: Partial<Target> = {}) => {
    const row = score(mapping, more);
    expect(row).toMatchObject({ status: 'not-modelled', simulated: null, inside: false, interval: null });
    return row.why;
  };
  it('with a reason', () => {
    expect(why({}, { mapping: { kind: 'not-modelled', why: 'No courts.' } })).toBe('No courts.');
    expect(why({ of: [term('contacts')] }, { world: 'elsewhere' })).toContain('elsewhere was not run');
    expect(why({ of: [term('contacts')], against: 'elsewhere' })).toContain('elsewhere was not run');
    expect(why({ of: [term('happiness')] })).toContain('no measure happiness');
    expect(why({ of: [term('contacts', { colour: ['red'] })] })).toContain('no dimension colour');
    expect(why({ of: [term('wait-p90')] })).toContain('Nothing of the kind');
  });
  it('in a period that the run does not cover', () => {
    expect(why({ of: [term('contacts')], during: { id: 'later', from: 0, until: 7 } })).toContain('covers its period');
  });
  it('when the other world was run with another seed', () => {
    const [first] = samples;
    if (first === undefined) throw new Error('no samples');
    const apart: Samples[] = [
      { ...first, worlds: [baseline] },
      { ...first, seed: 'other', worlds: [policy] },
    ];
    const asked = target({ of: [term('contacts')], against: 'baseline' }, { world: 'policy' });
    expect(scorecard(apart, [asked], { readings: [] })[0]?.status).toBe('not-modelled');
    const same = apart.map((one) => ({ ...one, seed: 's' }));
    expect(scorecard(same, [asked], { readings: [] })[0]?.status).not.toBe('not-modelled');
  });
});

it('a figure may be the ratio of two quantities of one world', () => {
  // 4 calls to the line over 12 to the police, divided by 12 over 4.
  const line = [term('contacts', { service: ['line'] })];
  const police = [term('contacts', { service: ['police'], group: ['people'] })];
  const row = score({ of: line, over: police, dividedBy: { of: police, over: line } });
  // As a change, 1 less.
  const change = score({ of: line, over: police, dividedBy: { of: police, over: line }, relative: true });
  expect(change.interval?.low).toBeCloseTo(Number(row.interval?.low) - 1, 9);
  expect(row.interval?.low).toBeLessThan(1 / 9);
  expect(row.interval?.high).toBeGreaterThan(1 / 9);
  expect(row.simulated).toBeCloseTo(1 / 9, 1);
});

describe('a dated figure', () => {
  const early = { id: 'early', from: 0, until: 7 };
  const late = { id: 'late', from: 7, until: 14 };
  const line = [term('contacts', { service: ['line'] })];
  const inTime = {
    ...baseline,
    periods: new Map([
      ['late', policy.measures],
      ['early', baseline.measures],
    ]),
  };
  const said = (mapping: Partial<Measured>) =>
    scorecard([{ seed: 's', replications: 3, worlds: [inTime] }], [target({ of: line, ...mapping })], {
      readings: [],
    })[0];
  it('is read in its period', () => {
    expect([said({}), said({ during: late }), said({ during: early })].map((row) => row?.simulated)).toEqual([4, 8, 4]);
  });
  it('may be a change from an earlier period', () => {
    const change = { during: late, against: 'baseline', againstDuring: early };
    expect(said(change)?.simulated).toBe(4);
    expect(said({ ...change, relative: true })?.simulated).toBe(1);
  });
});

describe('rival readings of one figure', () => {
  const of = [term('contacts', { service: ['line'] })];
  const rows = (readings: string[]) =>
    scorecard(
      samples,
      [
        target({ of, figure: 'calls', reading: 'summed' }),
        target({ of, figure: 'calls', reading: 'elapsed' }),
        target({ of, figure: 'stays', reading: 'from-arrival' }),
        target({ of }),
      ],
      { readings },
    );
  it('are all scored, and one of each figure counts: the first, or the one that is asked for', () => {
    expect(rows([]).map(({ counts }) => counts)).toEqual([true, false, true, true]);
    expect(rows(['elapsed']).map(({ counts }) => counts)).toEqual([false, true, true, true]);
    expect(rows([]).map(({ simulated }) => simulated)).toEqual([4, 4, 4, 4]);
  });
});

describe('without a mechanism', () => {
  const taken = world('baseline', { contacts: [{ cell: at('police'), values: [7, 10, 13] }] });
  const after: Samples[] = [{ seed: 's', replications: 3, worlds: [taken] }];
  const calls = target({ of: [term('contacts', { service: ['police'], group: ['people'] })] });

  it('a figure changes by as much as its replications do, pair by pair', () => {
    // Differences -3, -2, -1: mean -2, standard deviation 1, t with 2 degrees of freedom 4.302653 at 95%.
    const change = figureChange(samples, after, calls);
    expect(change?.mean).toBeCloseTo(-2, 12);
    expect(change?.high).toBeCloseTo(-2 + 4.302652729911 / Math.sqrt(3), 9);
  });
  it('measures are told beside the figures, with and without it', () => {
    const asked = [{ measure: 'contacts', cell: at('police') }];
    const { figures, measures: told } = withoutMechanism(samples, after, [calls], [], asked);
    expect(figures.map(({ simulated, change }) => [simulated, change?.mean])).toEqual([[10, -2]]);
    expect(told).toMatchObject([
      {
        world: 'baseline',
        name: 'contacts:police:people',
        before: { mean: 12 },
        after: { mean: 10 },
        change: { mean: -2 },
      },
    ]);
  });
  it('nothing is said of what is not modelled in both', () => {
    expect(figureChange(samples, [{ seed: 's', replications: 3, worlds: [policy] }], calls)).toBeNull();
  });
});
