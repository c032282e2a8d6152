/** Random people who are already inside at hour 0. */
import fc from 'fast-check';
import { CHANNELS, randomTime, SERVICES, sometimes } from './random-times.js';
import type { StepSpec } from './world-steps.js';
import type { StockSpec, WorldSpec } from './worlds.js';

/** Stock that still has to be told which steps and needs there are. */
export const randomStock: fc.Arbitrary<(steps: readonly string[], needs: readonly string[]) => StockSpec> = fc
  .record({
    count: fc.integer({ min: 1, max: 2 }),
    step: fc.nat({ max: 60 }),
    phase: fc.constantFrom<'serving' | 'waiting'>('serving', 'waiting'),
    waited: randomTime(0, 5),
    holding: sometimes(5, fc.record({ service: fc.nat({ max: 60 }), since: randomTime(1, 9) })),
    load: sometimes(5, fc.constantFrom(0.5, 2)),
    need: fc.nat({ max: 60 }),
    severity: fc.constantFrom([0.5, 0.5], [1, 0], [0.25, 0.75]),
    channel: fc.constantFrom(...CHANNELS),
    sets: fc.constantFrom<[[string, number]] | []>([['treated', 1]], []),
    background: fc.boolean(),
  })
  .map(({ step, holding, load, need, ...plain }) => (steps, needs) => ({
    ...plain,
    step: pick(steps, step),
    ...(needs.length > 0 && { need: pick(needs, need) }),
    ...(load !== undefined && { load }),
    ...(holding && { holding: { [SERVICES[holding.service % 2] ?? '']: { units: 1, since: holding.since } } }),
  }));

const pick = (names: readonly string[], which: number): string => names[which % names.length] ?? '';

/** Stock must fit the units on duty at hour 0 and the people there are: what does not is left out. */
export function fitting(spec: WorldSpec, stock: Readonly<Record<string, StockSpec>>): Record<string, StockSpec> {
  const used = new Map<string, number>();
  let people = spec.population ?? 0;
  const capacityOf = (service: string): number => {
    const own = spec.services[service] ?? 0;
    const { capacity } = typeof own === 'number' ? { capacity: own } : own;
    return typeof capacity === 'number' ? capacity : (capacity[0] ?? 0);
  };
  const fits = ([, one]: [string, StockSpec]): boolean => {
    const [pathway = '', name = ''] = one.step.split('.');
    const step: StepSpec = spec.pathways[pathway]?.[name] ?? { leave: 'done' };
    const isServing = one.phase === 'serving';
    if (!('seize' in step) && !('delay' in step && isServing)) return false;
    if ('seize' in step && isServing && step.for === undefined) return false;
    const wanted = new Map(
      Object.entries(one.holding ?? {}).map(([service, { units }]) => [service, units * one.count]),
    );
    if ('seize' in step && isServing) {
      for (const [index, service] of [step.seize].flat().entries()) {
        const units = typeof step.units === 'number' ? step.units : (step.units?.[index] ?? 1);
        wanted.set(service, (wanted.get(service) ?? 0) + units * one.count);
      }
    }
    for (const [service, units] of wanted) if ((used.get(service) ?? 0) + units > capacityOf(service)) return false;
    if (one.load !== undefined && people < one.count) return false;
    for (const [service, units] of wanted) used.set(service, (used.get(service) ?? 0) + units);
    if (one.load !== undefined) people -= one.count;
    return true;
  };
  return Object.fromEntries(Object.entries(stock).filter(fits));
}
