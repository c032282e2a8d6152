/** Declines on a route, each with its one successor. */
import { Finish, NONE } from '../sim/index.js';
import type { Route } from './fork.js';
import type { Pair, Side } from './pair.js';
import { leavingPlace, placeCount } from './places.js';
import { isReroute, overrules, type Turn } from './turns.js';

/** Why a visit was declined. */
export const REASONS = ['rule', 'full', 'closed', 'patience', 'bounce'] as const;
const RULE = 0;
/** Coming back within so long after having left succeeds a decline [hours]. */
const RETURN = 28 * 24;

/** Place of the reason for each finish, or NONE where the visit was not declined. */
const REASON_OF = new Map<number, number>([
  [Finish.full, 1],
  [Finish.closed, 2],
  [Finish.reneged, 3],
  [Finish.gridlock, 4],
  [Finish.preempted, 4],
]);

/** A decline: who refused, why, and what came next (a place, or one more than the last for coming back). */
export interface Hop {
  readonly service: number;
  readonly reason: number;
  readonly to: number;
}

/**
 * The declines of a route from a turn on.
 * @param back Hours from leaving to coming back; Infinity where nobody did.
 */
export function hopsOf(pair: Pair, side: Side, { turns, outcome }: Route, from: number, back: number): Hop[] {
  const left = back <= RETURN ? placeCount(pair) : leavingPlace(pair, side, outcome);
  const declined: { service: number; reason: number; to: number }[] = [];
  /** Whether the contact before was declined, so that this one is what came next. */
  let isNext = false;
  for (let at = from; at < turns.length; at += 1) {
    const turn = turns[at]!;
    const isRule = isReroute(turn);
    const service = isRule ? refusedAt(pair, side, turns, at) : turn.service;
    if (service === NONE) continue;
    if (isNext) declined.at(-1)!.to = service;
    const reason = isRule ? RULE : (REASON_OF.get(turn.finish) ?? NONE);
    isNext = reason !== NONE;
    if (isNext) declined.push({ service, reason, to: left });
  }
  return declined;
}

/** The service that somebody would have sought next but for a reroute, or NONE. */
function refusedAt(pair: Pair, side: Side, turns: readonly Turn[], at: number): number {
  const turn = turns[at]!;
  const before = turns[at - 1];
  const path = overrules(turn, before) ? pair.pathFrom(side, before!.next, before!.until) : [turn.own];
  const step = pair.tablesAt(side, turn.hour).steps[path.at(-1)!]!;
  if (step.verb !== 'seize') return NONE;
  const sought = step.services.map((service) => pair.services.of[side][pair.views[side].serviceOf(service)]!);
  return sought.find((service) => service !== NONE) ?? NONE;
}
