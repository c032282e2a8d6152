/** Rule or scarcity: four arms of small worlds with planted answers. */
import { describe, expect, it } from 'vitest';
import { type Plan, resultsShape, roundResults, runExperiment } from '../../src/experiment/index.js';
import { ampleWorld, unknownServices } from '../../src/scenarios/index.js';
import type { StepSpec } from '../support/world-steps.js';
import { textOf } from './support/fold.js';
import { type MemberSpec, memberOf } from './support/members.js';

/** Calls come in their thousands to a clinic that is always busy, and some give up. */
const spec = (name: string, share: number, more: Partial<MemberSpec> = {}): MemberSpec => ({
  name,
  horizon: 336,
  services: { clinic: 2, line: Number.POSITIVE_INFINITY },
  policies: ['divert'],
  unmet: ['lost'],
  arrivals: { calls: { poisson: { unitRate: 2, rate: 2 }, to: 'call.decide' } },
  pathways: {
    call: {
      decide: {
        branch: { options: { see: { weight: 1 - share, to: 'see' }, line: { weight: share, to: 'line' } } },
        tag: 1,
      },
      see: {
        seize: 'clinic',
        for: { kind: 'exponential', mean: 1 },
        patience: { after: { kind: 'exponential', mean: 1 }, to: '=lost' },
        then: '=done',
      } as StepSpec,
      line: { seize: 'line', for: 0.5, then: '=done' } as StepSpec,
    },
  },
  ...more,
});

/** The results of both worlds, and of both once more where services are ample. */
async function ran(baseline: MemberSpec, policy: MemberSpec, services: readonly string[]) {
  const members = [memberOf(baseline), memberOf(policy)];
  const worlds = members.map(({ world }) => ampleWorld(world, services));
  const plan: Plan = {
    title: 'Arms',
    worlds: members,
    ample: { services, worlds },
    area: { id: 'a', label: 'A', population: 1 },
    design: { kind: 'steady', start: '2024-01-01', asOf: null },
    seed: 'arms',
    replications: 4,
    workers: 0,
  };
  const done = await runExperiment(plan);
  if (!done.ok) throw new Error('refused');
  return done.results;
}

/** Change, rule and scarcity, each with its interval. */
async function effectsOf(baseline: MemberSpec, policy: MemberSpec, services = ['clinic']) {
  return (await ran(baseline, policy, services)).fourArms?.effects ?? [];
}

/** Means of change, rule and scarcity by measure and cell. */
async function arms(...asked: Parameters<typeof effectsOf>) {
  const effects = await effectsOf(...asked);
  return new Map(
    effects.map(({ measure, cell, change, rule, scarcity }) => [
      `${measure} ${textOf(cell)}`.trim(),
      [change.mean, rule.mean, scarcity.mean] as const,
    ]),
  );
}

describe('four arms', () => {
  it('are zero in every cell under a policy that does nothing, on a congested world', async () => {
    const found = await arms(spec('baseline', 0.2), spec('policy', 0.2));
    expect(found.size).toBeGreaterThan(10);
    expect([...found].filter(([, parts]) => parts.some((mean) => mean !== 0 && mean !== null))).toEqual([]);
    expect(found.get('unmet')).toEqual([0, 0, 0]);
  });

  it('find a pure rule where nothing is ever short', async () => {
    const wide = { services: { clinic: 60, line: Number.POSITIVE_INFINITY } };
    const found = await arms(spec('baseline', 0, wide), spec('policy', 0.5, wide));
    for (const [change, rule, scarcity] of found.values()) {
      expect(scarcity ?? 0).toBe(0);
      expect(change).toBe(rule);
    }
    expect(found.get('contacts line people')?.[1]).toBeGreaterThan(100);
  });

  it('find pure scarcity where only the number of staff is edited', async () => {
    const more = { services: { clinic: 3, line: Number.POSITIVE_INFINITY } };
    const found = await effectsOf(spec('baseline', 0), spec('policy', 0, more));
    for (const { measure, change, rule, scarcity } of found) {
      expect(rule.mean ?? 0).toBe(0);
      // The interval as well: of a count, and of a ratio such as the mean wait.
      for (const end of ['mean', 'low', 'high'] as const)
        expect(scarcity[end] ?? Number.NaN, `${measure} ${end}`).toBeCloseTo(change[end] ?? Number.NaN, 9);
    }
    const of = (id: string) => found.find(({ measure, scarcity }) => measure === id && scarcity.mean !== 0)?.scarcity;
    expect(of('unmet')?.mean).toBeLessThan(-10);
    expect(of('unmet')?.high).toBeLessThan(0);
    expect(of('wait-mean')?.high).toBeLessThan(0);
  });

  it('split a change into both, which add up to it', async () => {
    const found = await arms(spec('baseline', 0), spec('policy', 0.5));
    for (const [change, rule, scarcity] of found.values())
      if (change !== null && rule !== null && scarcity !== null) expect(rule + scarcity).toBeCloseTo(change, 8);
    // Where the clinic is ample nobody gives up in either world: all of the fall in unmet need is scarcity.
    expect(found.get('unmet')?.[1]).toBe(0);
    expect(found.get('unmet')?.[2]).toBeLessThan(-10);
  });

  it('have the shape of results, and 12 digits in every number as written', async () => {
    const results = await ran(spec('baseline', 0), spec('policy', 0.5), ['clinic']);
    const written = JSON.parse(JSON.stringify(roundResults(results)));
    expect(resultsShape.parse(written)).toEqual(written);
    const longIn = (value: unknown): number[] => {
      if (typeof value === 'number') return value === Number(value.toPrecision(12)) ? [] : [value];
      return typeof value === 'object' ? Object.values(value ?? {}).flatMap(longIn) : [];
    };
    const { followed: _, ...others } = written;
    expect(longIn(others)).toEqual([]);
    expect(longIn(results.fourArms).length).toBeGreaterThan(10);
  });
});

describe('ample services', () => {
  it('have no limit when open and stay closed when closed', () => {
    const { world } = memberOf(spec('baseline', 0, { services: { clinic: { capacity: [0, 2] }, line: 1 } }));
    const [clinic, line] = ampleWorld(world, ['clinic']).epochs[0]?.tables.services ?? [];
    expect(clinic?.capacity.slice(0, 4)).toEqual([0, Infinity, 0, Infinity]);
    expect(line?.capacity[0]).toBe(1);
  });
  it('must be known', () => {
    const { world } = memberOf(spec('baseline', 0));
    expect(unknownServices(['clinic', 'clinc'], [world], '--four-arms')).toMatchObject([
      { file: '--four-arms', found: 'clinc', nearest: 'clinic' },
    ]);
  });
});
