/** Hazards integrated over time at risk: by hand where nothing runs out, and in the mean what runs out. */
import { describe, expect, it } from 'vitest';
import { measures } from '../../src/experiment/measures/index.js';
import { viewOf } from '../../src/experiment/view.js';
import { type ClockLog, run, seedWords } from '../../src/sim/index.js';
import { textOf } from './support/fold.js';
import { type MemberSpec, memberOf } from './support/members.js';

/** Two weeks are measured, from 168 h to 504 h; the hazard is so small that nothing runs out. */
const TINY = 1e-9;
const base: MemberSpec = {
  horizon: 672,
  warmUp: 168,
  measuredEnd: 504,
  services: { desk: 99 },
  channels: ['call'],
  population: 1,
  states: { treated: { values: ['no', 'yes'] } },
  needs: { crisis: { unitRate: 1, rate: 0, channels: { call: { weight: 1, to: 'p.out' } } } },
  stock: { found: { count: 1, need: 'crisis', step: 'p.first', phase: 'waiting', waited: 0, load: 1 } },
  pathways: { p: { first: { seize: 'desk', for: 1 }, out: { leave: 'done' } } },
};

/** What the measures of time at risk say of one replication; cells of 0 left out. */
function risks(spec: MemberSpec, replication = 0) {
  const view = viewOf(memberOf(spec));
  let told: ClockLog | undefined;
  const outcomes = { died: 0 };
  const place = view.names.outcomes.findIndex(({ id }) => id === 'died');
  const none = () => {};
  run(
    view.world,
    { seed: seedWords('risk'), replication },
    {
      visits: none,
      levels: none,
      outcomes: ({ count, outcome, closed }) => {
        for (let row = 0; row < count; row += 1)
          if (outcome[row] === place && closed[row]! >= 168 && closed[row]! < 504) outcomes.died += 1;
      },
      clocks: (log) => {
        told = structuredClone(log);
      },
    },
  );
  const said = (id: string) => {
    const measure = measures.find((one) => one.id === id)!;
    const tracker = measure.begin(view);
    tracker.clocks?.(told!);
    const values = tracker.result();
    return Object.fromEntries(
      measure.cells(view).flatMap((cell, at) => (values[at] ? [[textOf(cell), values[at]]] : [])),
    );
  };
  return {
    hours: said('time-at-risk'),
    expiries: said('expected-expiries'),
    deaths: said('expected-deaths-by-clock'),
    died: outcomes.died,
  };
}

describe('time at risk, by hand', () => {
  const waits = { recovers: { runs: 'waiting', need: 'crisis', rate: TINY, expires: { leave: 'recovered' } } } as const;
  it('of a waiting clock is what is measured, less 100 h of service: 236 h, and so many times the hazard', () => {
    const p = {
      first: { delay: 200 },
      desk: { seize: 'desk', for: 100 },
      rest: { delay: 900 },
      out: { leave: 'done' },
    };
    const anna = { people: 1, need: 'crisis', to: 'p.first' } as const;
    const { stock: _, ...empty } = base;
    const { hours, expiries, deaths } = risks({ ...empty, pathways: { p }, arrivals: { anna }, clocks: waits });
    expect(hours).toEqual({ recovers: 118 });
    expect(expiries['recovers']! / TINY).toBeCloseTo(118, 6);
    expect(deaths).toEqual({});
  });
  it('of a clock that follows an outcome begins and ends where its span does', () => {
    const after = {
      runs: 'after',
      need: 'crisis',
      outcomes: ['done'],
      rate: TINY,
      expires: { open: 'crisis', to: 'p.out' },
    } as const;
    const clocks = { returns: { ...after, from: 199, until: 499 } };
    // The visit is over at 1 h: at risk from 200 h to 500 h.
    expect(risks({ ...base, clocks }).hours).toEqual({ returns: 150 });
  });
  it('of a life is by what the state is from hour to hour, all causes of death together', () => {
    const p = {
      first: { seize: 'desk', for: 300 },
      mark: { mark: { treated: 1 } },
      rest: { delay: 900 },
      out: { leave: 'done' },
    };
    const dies = { runs: 'life', rate: TINY, expires: { die: 'died' } } as const;
    const clocks = { falls: dies, poisoned: { ...dies, byState: [['treated', 1, 3]] } } as MemberSpec['clocks'];
    const { hours, deaths, expiries } = risks({ ...base, pathways: { p }, ...(clocks && { clocks }) });
    expect(hours).toEqual({ 'falls+poisoned': 168 });
    // 132 h at twice the hazard, then 204 h at four times.
    expect(deaths['falls+poisoned']! / TINY).toBeCloseTo((132 * 2 + 204 * 4) / 2, 6);
    expect(expiries).toEqual({});
  });
});

it('deaths expected are those that come in the long run: 1 - exp(-hazard x time) of each', () => {
  const rate = 0.001;
  const found = { count: 50, need: 'crisis', step: 'p.first', phase: 'waiting', waited: 0, load: 1 } as const;
  const spec: MemberSpec = {
    ...base,
    population: 50,
    stock: { found },
    pathways: { p: { first: { seize: 'desk', for: 900 }, out: { leave: 'done' } } },
    clocks: { dies: { runs: 'life', rate, expires: { die: 'died' } } },
  };
  const told = Array.from({ length: 60 }, (_, replication) => risks(spec, replication));
  const exact = 50 * (Math.exp(-rate * 168) - Math.exp(-rate * 504));
  const [expected, counted] = [told.map(({ deaths }) => 2 * deaths['dies']!), told.map(({ died }) => died)].map(
    (values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
    },
  );
  expect(Math.abs(expected!.mean - exact)).toBeLessThan(4 * expected!.error);
  expect(Math.abs(counted!.mean - exact)).toBeLessThan(4 * counted!.error);
  // What makes it worth telling: of the same runs it is less noisy than the count.
  expect(expected!.error).toBeLessThan(0.6 * counted!.error);
});
