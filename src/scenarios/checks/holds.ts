import type { Step, World } from '../../sim/index.js';
import { entriesOf, graphOf, reachedFrom, waysOf } from './graph.js';

/** Services that may be held on coming to each step, in any epoch; null for a step that nobody comes to. */
export function heldOnEntry(world: World): (ReadonlySet<number> | null)[] {
  const graph = graphOf(world);
  const reached = reachedFrom(entriesOf(world), graph);
  const held = graph.map(() => new Set<number>());
  for (const { step, holding } of world.stock) for (const { service } of holding) held[step]?.add(service);
  const steps = world.epochs.flatMap(({ tables }) =>
    tables.steps.map((step, index) => ({ step, index, ways: waysOf(step) })).filter(({ index }) => reached.has(index)),
  );
  const overtakes = world.epochs.flatMap(({ tables }) =>
    tables.clocks.flatMap(({ expires }) => (expires.does === 'go' ? [expires.step] : [])),
  );
  for (let changed = true; changed; ) {
    changed = false;
    const overtaken = new Set<number>();
    const pass = (to: number, services: Iterable<number>) => {
      for (const service of services) {
        if (held[to]?.has(service) !== false) continue;
        held[to].add(service);
        changed = true;
      }
    };
    for (const { step, index, ways } of steps) {
      const before = held[index] ?? new Set();
      const after = heldAfter(step, before);
      for (const way of ways) pass(way.to, way.afterService ? after : before);
      if (step.verb === 'seize' || step.verb === 'delay') for (const service of after) overtaken.add(service);
    }
    for (const to of overtakes) pass(to, overtaken);
  }
  return held.map((services, index) => (reached.has(index) ? services : null));
}

/** What is held once a step is done, given what was held before. */
function heldAfter(step: Step, before: ReadonlySet<number>): ReadonlySet<number> {
  if (step.verb === 'seize') {
    const kept = new Set([...before].filter((service) => !step.relieves.includes(service)));
    if (step.keep) for (const service of step.services) kept.add(service);
    return kept;
  }
  if (step.verb === 'release') {
    return new Set([...before].filter((service) => step.services.length > 0 && !step.services.includes(service)));
  }
  return before;
}
