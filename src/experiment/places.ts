import { NONE } from '../sim/index.js';
import type { Pair, Side } from './pair.js';

/** Places where somebody may go next, in a pair of worlds: each service, leaving with each outcome, or not seen. */
export function placesOf(pair: Pair): string[] {
  return [...pair.services.names, ...pair.outcomes.names.map((outcome) => `none:${outcome}`), 'censored'];
}

/** How many places that is. */
export function placeCount({ services, outcomes }: Pair): number {
  return services.names.length + outcomes.names.length + 1;
}

/** Place of leaving with an outcome of a world (NONE: still inside at the horizon), as an index of `placesOf`. */
export function leavingPlace(pair: Pair, side: Side, outcome: number): number {
  const { services, outcomes } = pair;
  return services.names.length + (outcome === NONE ? outcomes.names.length : outcomes.of[side][outcome]!);
}
