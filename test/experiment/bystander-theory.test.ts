/** Bystanders in a queue whose mean wait is known: what a known extra load adds to it (Kleinrock, Queueing Systems I, 3.2). */
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { expect, it } from 'vitest';
import type { StepSpec } from '../support/world-steps.js';
import { compare } from './support/compare.js';
import type { MemberSpec } from './support/members.js';

const HOURS = 1200;
const RUNS = 16;
const NEIGHBOURS = 2;
const CALLS = 1;
const SERVED = 5;

/** M/M/1: neighbours come to a clinic, and calls go to the police, or to the clinic as well. */
const world = (name: string, to: string): MemberSpec => ({
  name,
  horizon: HOURS + 100,
  warmUp: 100,
  measuredEnd: HOURS + 100,
  services: { police: Number.POSITIVE_INFINITY, clinic: 1 },
  policies: ['divert'],
  arrivals: {
    calls: { poisson: { unitRate: CALLS, rate: CALLS }, to: 'call.decide' },
    neighbours: { poisson: { unitRate: NEIGHBOURS, rate: NEIGHBOURS }, to: 'walk.see' },
  },
  pathways: {
    call: {
      decide: { branch: { options: { [to]: { weight: 1, to } } }, tag: 1 },
      police: { seize: 'police', for: 1, then: '=done' },
      clinic: { seize: 'clinic', for: { kind: 'exponential', mean: 1 / SERVED }, then: '=done' } as StepSpec,
    },
    walk: { see: { seize: 'clinic', for: { kind: 'exponential', mean: 1 / SERVED }, then: '=done' } },
  },
});

it('a known extra load makes bystanders wait longer by the exact mean', () => {
  const wait = (arrivals: number) => arrivals / SERVED / (SERVED - arrivals);
  const expected = NEIGHBOURS * HOURS * (wait(NEIGHBOURS + CALLS) - wait(NEIGHBOURS));
  const changes = Array.from({ length: RUNS }, (_, replication) => {
    const result = compare(world('baseline', 'police'), world('policy', 'clinic'), replication);
    expect(Object.keys(result.bystanders ?? {}).filter((cell) => /earlier|rerouted|one-world/.test(cell))).toEqual([]);
    return result['waiting-by-class']?.['clinic bystander'] ?? Number.NaN;
  });
  const error = sampleStandardDeviation(changes) / Math.sqrt(RUNS);
  expect(error).toBeLessThan(expected / 10);
  expect(Math.abs(mean(changes) - expected)).toBeLessThan(3.5 * error);
});
