import { NONE, type Step, type WayOut, type World, waysOut } from '../../sim/index.js';

/** A way from one step to another. */
export interface Way {
  readonly to: number;
  /** Taken at once and for certain when it is come to again: no time passes, and no draw may decide otherwise. */
  readonly blind: boolean;
  /** Taken with the units of the step held, or about to be given back. */
  readonly afterService: boolean;
}

/** Every way out of a step, and how it is taken. */
export function waysOf(step: Step): Way[] {
  return waysOut(step).map((way) => ({
    to: way.to,
    blind: isBlind(step, way),
    afterService: way.by === 'then' && (step.verb === 'seize' || step.verb === 'release'),
  }));
}

function isBlind(step: Step, way: WayOut): boolean {
  switch (way.by) {
    case 'then':
      return step.verb !== 'delay' && (step.verb !== 'seize' || step.length === null);
    case 'option':
      return way.of.weights.some((weight) => weight === 1);
    case 'full':
    case 'closed':
    case 'case':
      return true;
    case 'preempted':
    case 'patience':
    case 'reroute':
      return false;
  }
}

/** Steps at which an episode may begin, or be put by a clock, a stock or a parallel contact. */
export function entriesOf(world: World): number[] {
  const entries: number[] = world.stock.map((stock) => stock.step);
  for (const { tables } of world.epochs) {
    entries.push(...tables.arrivals.map((stream) => stream.entry));
    entries.push(...tables.needs.flatMap((need) => need.channels.map((channel) => channel.entry)));
    for (const { expires } of tables.clocks) {
      if (expires.does === 'go') entries.push(expires.step);
      if (expires.does === 'open') entries.push(expires.entry);
    }
    for (const step of tables.steps) if (step.verb === 'start') entries.push(step.entry);
  }
  return [...new Set(entries)].filter((entry) => entry !== NONE);
}

/** Ways out of every step of a world, in any epoch. */
export function graphOf(world: World): Way[][] {
  const count = world.epochs[0]?.tables.steps.length ?? 0;
  return Array.from({ length: count }, (_, index) =>
    world.epochs.flatMap(({ tables }) => {
      const step = tables.steps[index];
      return step === undefined ? [] : waysOf(step);
    }),
  );
}

/** Everything that can be reached from these steps, themselves included. */
export function reachedFrom(starts: readonly number[], graph: readonly (readonly Way[])[]): Set<number> {
  const reached = new Set<number>();
  const open = [...starts];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    for (const way of graph[step] ?? []) open.push(way.to);
  }
  return reached;
}
