/** Where a step leads, as long as nothing on the way leaves a trace in the log. */
import { NONE, type Step } from '../sim/index.js';
import type { Side } from './pair.js';
import type { WorldView } from './view.js';

const NOWHERE: readonly number[] = [];

/** Paths of two worlds, each worked out when it is first asked for. */
export function rememberedPaths(views: readonly [WorldView, WorldView]) {
  const known = views.map(({ world }) => world.epochs.map((): (readonly number[] | undefined)[] => []));
  return (side: Side, from: number, hour: number): readonly number[] => {
    if (from === NONE) return NOWHERE;
    const view = views[side];
    const epoch = view.epochAt(hour);
    const paths = known[side]![epoch]!;
    paths[from] ??= pathOf(view, view.world.epochs[epoch]!.tables.steps, from);
    return paths[from];
  };
}

function pathOf({ record, serviceOf }: WorldView, steps: readonly Step[], from: number): number[] {
  const path: number[] = [];
  for (let at = from; at !== NONE && !path.includes(at); ) {
    path.push(at);
    const step = steps[at]!;
    if (step.verb === 'branch' || step.verb === 'leave') break;
    if (step.verb === 'seize' && step.services.some((service) => record[serviceOf(service)] === 0)) break;
    at = step.then;
  }
  return path;
}
