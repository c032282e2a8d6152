import { NONE, type Step, type World } from '../../sim/index.js';

/** A way from one step to another. */
export interface Way {
  readonly to: number;
  /** Taken at once and for certain when it is come to again: no time passes, and no draw may decide otherwise. */
  readonly blind: boolean;
  /** Taken with the units of the step held, or about to be given back. */
  readonly afterService: boolean;
}

/** Every way out of a step, over all tables of one or more worlds that share their indexes. */
export function waysOut(step: Step): Way[] {
  const ways: Way[] = [];
  const add = (to: number, blind: boolean, afterService = false) => {
    if (to !== NONE) ways.push({ to, blind, afterService });
  };
  switch (step.verb) {
    case 'seize':
      add(step.then, step.length === null, true);
      add(step.ifFull, true);
      add(step.ifClosed, true);
      add(step.ifPreempted, false);
      if (step.patience !== null) add(step.patience.to, false);
      break;
    case 'branch':
      for (const each of step.cases) add(each.to, true);
      for (const option of step.options)
        add(
          option.to,
          option.weights.some((weight) => weight === 1),
        );
      break;
    case 'delay':
      add(step.then, false);
      break;
    case 'leave':
      break;
    case 'release':
      add(step.then, true, true);
      break;
    default:
      add(step.then, true);
  }
  for (const reroute of step.reroutes) for (const option of reroute.to) add(option.to, false);
  return ways;
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
      return step === undefined ? [] : waysOut(step);
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
