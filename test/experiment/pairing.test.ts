/** What pairing buys, on replications written by hand, and where it buys everything. */
import { expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/index.js';
import { measures } from '../../src/experiment/measures/index.js';
import { type PairingGain, pairingGains } from '../../src/experiment/pairing.js';
import type { Sampled, WorldSamples } from '../../src/experiment/samples.js';
import { planOf } from './support/town.js';

type Runs = readonly (readonly number[])[];

/** A measure of one cell, replication by replication; of a ratio: above, then below the line. */
function sampled(id: string, cell: Record<string, string>, runs: Runs): [string, Sampled<(typeof measures)[number]>] {
  const of = measures.find((measure) => measure.id === id)!;
  return [id, { of, cells: [cell], values: runs.map((run) => Float64Array.from(run)) }];
}

const clinic = { service: 'clinic' };
const people = { ...clinic, group: 'people' };

function world(id: string, { unmet, waits, busy }: Record<'unmet' | 'waits' | 'busy', Runs>): WorldSamples {
  return {
    id,
    population: 1,
    measures: new Map([
      sampled('contacts', people, [[9], [9], [9]]),
      sampled('staff-hours', { agency: 'nhs' }, [[1], [2], [3]]),
      sampled('unmet', {}, unmet),
      sampled('wait-mean', people, waits),
      sampled('occupancy', clinic, busy),
      sampled('full-share', clinic, [[4, 10]]),
    ]),
    weekly: new Map(),
    areas: new Map(),
    periods: new Map(),
    comparisons: new Map(),
    ledger: { events: 0, opened: 0, closed: 0, inside: 0, declined: 0, gridlocks: 0 },
  };
}

const baseline = world('before', {
  unmet: [[1], [2], [3]],
  waits: [
    [10, 10],
    [20, 10],
    [30, 10],
  ],
  busy: [[90, 100]],
});

function gains(policy: WorldSamples): Record<string, PairingGain> {
  const found = pairingGains({ seed: '', replications: 3, worlds: [baseline, policy] });
  return Object.fromEntries(found.map((one) => [one.measure, one]));
}

it('is the sum of the variances over that of the differences; of a ratio, by pseudo-values', () => {
  const after = world('after', {
    unmet: [[2], [1], [3]],
    waits: [
      [30, 10],
      [40, 10],
      [60, 10],
    ],
    busy: [[90, 100]],
  });
  const found = gains(after);
  // Contacts never vary, so that there is nothing to gain; hours vary alike, so that nothing is left of them.
  expect(Object.keys(found)).toEqual(['staff-hours', 'unmet', 'wait-mean']);
  expect(found['staff-hours']?.ratio).toBe(Number.POSITIVE_INFINITY);
  // 1, 2, 3 and 2, 1, 3 have variance 1 each; their differences 1, −1, 0 as well.
  expect(found.unmet?.ratio).toBeCloseTo(2, 12);
  // Waits 1, 2, 3 (variance 1) and 3, 4, 6 (7/3); differences 2, 2, 3 (1/3).
  expect(found['wait-mean']?.ratio).toBeCloseTo((1 + 7 / 3) / (1 / 3), 9);
  expect(found['wait-mean']?.isNearCritical).toBe(false);
});

it('tells services apart that are nearly always full in either world', () => {
  const full = {
    unmet: [[2], [1], [3]],
    waits: [
      [1, 1],
      [2, 1],
      [4, 1],
    ],
    busy: [[96, 100]],
  };
  expect(gains(world('after', full))['wait-mean']?.isNearCritical).toBe(true);
});

it('is without end for a policy that does nothing', async () => {
  const experiment = await runExperiment(planOf(['town', 'null']));
  const found = experiment.ok ? pairingGains(experiment.samples) : [];
  expect(found.length).toBeGreaterThan(5);
  expect(new Set(found.map(({ ratio }) => ratio))).toEqual(new Set([Number.POSITIVE_INFINITY]));
});
