/** How often plain 95% intervals hold what they are of, where means over runs are skewed: what reports warn of is so. */
import { describe, expect, it } from 'vitest';
import { meanEstimate } from '../../src/experiment/estimate.js';
import { measures } from '../../src/experiment/measures/index.js';
import {
  FEW_EVENTS,
  heldBy,
  NEAR_CRITICAL_HELD,
  narrowIntervals,
  ONE_EVENT_HELD,
} from '../../src/experiment/narrow.js';
import type { Samples } from '../../src/experiment/samples.js';
import { exponentialLuckOf, luckOf } from './support/luck.js';

/** Share of experiments of so many runs whose interval holds the mean, of runs that are cut into experiments. */
function shareHeld(values: readonly number[], runs: number, mean: number) {
  const count = Math.floor(values.length / runs);
  let held = 0;
  for (let at = 0; at < count; at += 1) {
    const { low, high } = meanEstimate(values.slice(at * runs, (at + 1) * runs));
    if (low! <= mean && mean <= high!) held += 1;
  }
  const share = held / count;
  return { share, error: Math.sqrt((share * (1 - share)) / count) };
}

/** Mean waits of runs of so many people in M/M/1 with mean service 1, each begun in its steady state (Lindley 1952). */
function waitsOf(load: number, people: number, runs: number): number[] {
  const luck = luckOf(`start ${load} ${people}`);
  const exponential = exponentialLuckOf(`waits ${load} ${people}`);
  return Array.from({ length: runs }, () => {
    let wait = luck() < load ? exponential() / (1 - load) : 0;
    let sum = 0;
    for (let person = 0; person < people; person += 1) {
      sum += wait;
      wait = Math.max(0, wait + exponential() - exponential() / load);
    }
    return sum / people;
  });
}

describe('the mean wait of a queue that is nearly always full', () => {
  it.each([
    [0.9, 200, 12_000],
    [0.95, 1000, 4000],
  ])('at load %d with %i people a run is held about as seldom as is told', (load, people, runs) => {
    const values = waitsOf(load, people, runs);
    for (const [experiment, told] of NEAR_CRITICAL_HELD) {
      const { share, error } = shareHeld(values, experiment, load / (1 - load));
      // Far from 95%, and not much better or worse than the report says.
      if (experiment <= 20) expect(share, `${experiment} runs`).toBeLessThan(0.93);
      expect(Math.abs(share - told), `${experiment} runs: ${share}`).toBeLessThan(0.025 + 3 * error);
    }
  });

  it('is told of the nearest fewer number of runs', () =>
    expect([2, 6, 9, 10, 20, 49, 99].map(heldBy)).toEqual([0.84, 0.84, 0.84, 0.86, 0.88, 0.88, 0.92]));
});

describe('a count of events', () => {
  /** Runs of which each has a Poisson number of events: arrivals of rate 1 in so long a time. */
  const counts = (expected: number, runs: number) => {
    const exponential = exponentialLuckOf(`events ${expected} ${runs}`);
    return Array.from({ length: runs }, () => {
      let count = 0;
      for (let at = exponential(); at < expected; at += exponential()) count += 1;
      return count;
    });
  };
  const held = (inAll: number, runs: number) => shareHeld(counts(inAll / runs, 3000 * runs), runs, inAll / runs).share;

  it('of which one is expected in all runs is held as seldom as is told, with any number of them', () => {
    for (const runs of [6, 20, 50]) expect(held(1, runs)).toBeCloseTo(ONE_EVENT_HELD, 1);
  });
  it('of which there are as many as makes a count of few no more is held nearly as often as is said', () => {
    expect(held(FEW_EVENTS, 20)).toBeGreaterThan(0.9);
    expect(held(5, 20)).toBeLessThan(0.9);
  });
});

describe('a report', () => {
  const sampled = (id: string, cell: Record<string, string>, runs: readonly (readonly number[])[]) =>
    [
      id,
      { of: measures.find((one) => one.id === id)!, cells: [cell], values: runs.map((run) => Float64Array.from(run)) },
    ] as const;
  const samplesOf = (contacts: readonly number[], full: number): Samples => {
    const of = (id: string, cell = {}) =>
      sampled(
        id,
        cell,
        contacts.map(() => [0]),
      );
    const world = {
      ...{ id: 'w', population: 1, weekly: new Map(), areas: new Map(), periods: new Map(), comparisons: new Map() },
      measures: new Map([
        sampled(
          'contacts',
          { service: 'desk', group: 'people' },
          contacts.map((count) => [count]),
        ),
        sampled(
          'occupancy',
          { service: 'desk' },
          contacts.map(() => [0.5, 1]),
        ),
        sampled(
          'full-share',
          { service: 'desk' },
          contacts.map(() => [full, 1]),
        ),
        ...[of('declined'), of('outcomes'), of('unmet')],
      ]),
      ledger: { events: 0, opened: 0, closed: 0, inside: 0, declined: 0, gridlocks: 0 },
    };
    return { seed: 's', replications: contacts.length, worlds: [world] };
  };

  const services = [{ id: 'desk', label: 'Front desk' }];

  it('warns of a service that is nearly always full, by the number of runs', () => {
    const said = (full: number, runs: number) =>
      narrowIntervals(samplesOf(new Array(runs).fill(50), full), 2, { services });
    expect(said(0.6, 20)).toEqual([
      expect.stringMatching(/^Nearly always full.*: Front desk\. With 20 runs .* 88% of the time/),
    ]);
    expect([said(0.4, 20), said(0.6, 100), said(0.6, 1)]).toEqual([[], [], []]);
  });
  it('warns of counts of few events, over all weeks and runs', () => {
    // Two weeks of 0.5 and 1 a week: 3 events; of 4.5 and 0 a week: 9, and of 5 and 0: 10.
    expect(narrowIntervals(samplesOf([0.5, 1], 0), 2, { services })).toEqual([
      expect.stringMatching(/: one count\. .* 63% of the time/),
    ]);
    expect(narrowIntervals(samplesOf([4.5, 0], 0), 2, { services })).toHaveLength(1);
    expect(narrowIntervals(samplesOf([5, 0], 0), 2, { services })).toEqual([]);
    expect(narrowIntervals(samplesOf([0, 0], 0), 2, { services })).toEqual([]);
  });
});
