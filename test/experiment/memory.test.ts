import { describe, expect, it } from 'vitest';
import { OutcomeBatch, VisitBatch } from '../../src/experiment/batch.js';
import { settingOf } from '../../src/experiment/folding.js';
import { contacts } from '../../src/experiment/measures/contacts.js';
import { measures } from '../../src/experiment/measures/index.js';
import { estimateMemory, estimatePair, refuseMemory } from '../../src/experiment/memory.js';
import { runTogether } from '../../src/experiment/together.js';
import { Twins } from '../../src/experiment/twins.js';
import { type LogReader, seedWords } from '../../src/sim/index.js';
import { memberOf } from './support/members.js';
import { planOf } from './support/town.js';

describe('memory', () => {
  const one = settingOf(planOf(['town']).worlds);
  const three = settingOf(planOf(['town', 'diverted', 'null']).worlds);
  it('is estimated by worlds, workers and replications', () => {
    expect(estimateMemory(three, 10, 1)).toBeGreaterThan(1.2 * estimateMemory(one, 10, 1));
    expect(estimateMemory(one, 10, 4)).toBeGreaterThan(3.9 * estimateMemory(one, 10, 1) - 1e6);
    expect(estimateMemory(one, 2, 4)).toBeLessThan(estimateMemory(one, 4, 4));
    expect(estimateMemory(one, 1000, 1)).toBeGreaterThan(estimateMemory(one, 10, 1));
  });
  it('has every measure again for each area, and what is asked of each other period', () => {
    const bare = { ...one, inAreas: [[]] };
    const cells = one.views.reduce(
      (sum, view) => sum + measures.reduce((all, { cells }) => all + 2 * cells(view).length, 0),
      0,
    );
    const three = { ...one, inAreas: [[one.views[0]!, one.views[0]!, one.views[0]!]] };
    const perReplication = (setting: typeof one) => estimateMemory(setting, 11, 1) - estimateMemory(setting, 10, 1);
    expect(perReplication(three) - perReplication(bare)).toBe(3 * 8 * cells);
    expect(estimateMemory(three, 1, 1)).toBeGreaterThan(estimateMemory(bare, 1, 1) + 3 * 8 * cells);
    const spanned = settingOf(planOf(['town']).worlds, [{ id: 'late', from: 24, to: 48, measures: ['contacts'] }]);
    expect(perReplication(spanned) - perReplication(one)).toBe(8 * 2 * contacts.cells(spanned.spanned[0]![0]!).length);
  });
  it('is refused above seven tenths of what is free, with what to do', () => {
    expect(refuseMemory(7e9, 4e9, 10e9, 2)).toBeNull();
    const problem = refuseMemory(7.1e9, 4e9, 10e9, 2);
    expect(problem?.found).toContain('7.1 GB');
    expect(problem?.expected).toContain('7.0 GB');
    expect(problem?.next).toContain('fewer workers');
    const hopeless = refuseMemory(2e18, 8e9, 10e9, 4);
    expect(hopeless?.found).toBe('more than a million GB for 4 at a time');
    expect(hopeless?.next).toMatch(/One at a time needs about 8\.0 GB.*fewer worlds/);
  });
  it('of a pair is not estimated below what it holds, where people come often, see five services, and all of them differ', () => {
    const services = ['call', 'visit', 'ward', 'home', 'round'] as const;
    const steps = (first: number) =>
      Object.fromEntries(
        services.map((service, at) => [
          service,
          { seize: service, for: at === 0 ? first : 1, then: services[at + 1] ?? '=helped' },
        ]),
      );
    const member = (first: number) =>
      memberOf({
        horizon: 2000,
        population: 5000,
        services: Object.fromEntries(services.map((service) => [service, 1000])),
        channels: ['call'],
        needs: { crisis: { unitRate: 1 / 500, rate: 1 / 500, channels: { call: { weight: 1, to: 'care.call' } } } },
        pathways: { care: steps(first) },
      });
    const { views, pairs } = settingOf([member(1), member(2)]);
    const twins = new Twins(pairs[0]!, () => {});
    const readers = ([0, 1] as const).map((side): LogReader => {
      const [visits, outcomes] = [new VisitBatch(views[side]!), new OutcomeBatch(views[side]!)];
      return {
        visits(log) {
          visits.read(log);
          twins.visits(side, visits);
        },
        outcomes(log) {
          outcomes.read(log);
          twins.outcomes(side, outcomes);
        },
        levels() {},
      };
    });
    const tallies = runTogether(
      views.map(({ world }) => world),
      { seed: seedWords('held'), replication: 0 },
      readers,
    );
    expect(tallies[0]!.opened).toBeGreaterThan(15_000);
    expect(twins.bytes).toBeGreaterThan(10e6);
    expect(estimatePair(pairs[0]!)).toBeGreaterThan(twins.bytes);
    expect(estimatePair(pairs[0]!)).toBeLessThan(10 * twins.bytes);
  });
});
