import { expect } from 'vitest';
import type { Step, World } from '../../../src/sim/index.js';

/** Throws unless everything in a world points at something that is there, and shares add to 1. */
export function checkWorld(world: World): void {
  const bare = JSON.stringify(world, (_, value) => (Number.isNaN(value) ? 'not a number' : value));
  expect(bare).not.toContain('not a number');
  for (const { tables } of world.epochs) {
    const { steps, services } = tables;
    expect(services).toHaveLength(world.epochs[0]?.tables.services.length ?? 0);
    const isStep = (index: number) => index >= 0 && index < steps.length;
    const waysOf = (step: Step): number[] => {
      const rerouted = step.reroutes.flatMap((reroute) => reroute.to.map((option) => option.to));
      if (step.verb === 'branch')
        return [...rerouted, ...step.cases.map((each) => each.to), ...step.options.map((each) => each.to)];
      return 'then' in step ? [...rerouted, step.then] : rerouted;
    };
    for (const step of steps) {
      expect(waysOf(step).every(isStep)).toBe(true);
      if (step.verb === 'leave') expect(world.outcomes[step.outcome]).toBeDefined();
      if (step.verb === 'seize') {
        expect(step.services.length).toBeGreaterThan(0);
        expect(step.services.every((service) => services[service] !== undefined)).toBe(true);
        expect(step.units.every((units) => Number.isInteger(units) && units >= 1)).toBe(true);
      }
      if (step.verb === 'branch' && step.options.length > 0) {
        for (const severity of world.severities.keys()) {
          const total = step.options.reduce((sum, option) => sum + (option.weights[severity] ?? Number.NaN), 0);
          expect(total).toBeCloseTo(1, 8);
        }
      }
    }
    for (const need of tables.needs) {
      expect(need.unitRate).toBeGreaterThan(0);
      expect(need.channels.every((channel) => isStep(channel.entry))).toBe(true);
      expect(need.severity.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
    }
    for (const stream of tables.arrivals) expect(isStep(stream.entry)).toBe(true);
  }
  expect(world.stock.every((stock) => stock.count >= 0)).toBe(true);
}
