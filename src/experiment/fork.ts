/** The first difference between the routes of twins, and its one cause. */
import { Finish, NONE, type Step } from '../sim/index.js';
import { type ForkCause, otherCause, type Whose } from './causes.js';
import { choiceIdentity } from './choices.js';
import type { HazardEdits } from './hazards.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { leavingPlace } from './places.js';
import { decidesAlike, seeksAlike } from './rules.js';
import { isReroute, overrules, type Turn } from './turns.js';

/** Stands for the policy of an edit that no policy made (the scenario itself differs). */
export const UNATTRIBUTED = 'scenario';

/** Where the twins part. */
export interface Fork {
  readonly cause: ForkCause;
  /** Hour at which they part, in the baseline and in the policy world. */
  readonly hours: readonly [number, number];
  /** Turns before that, in the baseline and in the policy world. */
  readonly turns: readonly [number, number];
  /** Index of the policy in the policy world; one more than the last for an edit that no policy made. */
  readonly policy: number;
  /** Next place in the baseline and in the policy world, as indexes of `placesOf`. */
  readonly from: number;
  readonly to: number;
}

/** The route of an episode in one world, and its outcome there (NONE: still inside at the horizon). */
export interface Route {
  readonly turns: readonly Turn[];
  readonly outcome: number;
}

/** What a fork is judged by. */
interface Case {
  readonly pair: Pair;
  readonly hazards: HazardEdits;
  readonly whose: Whose;
  readonly baseline: Route;
  readonly policy: Route;
}

/** Walks the twins' turns to the first difference; null where there is none, or one of them is not followed so far. */
export function findFork(pair: Pair, hazards: HazardEdits, whose: Whose, baseline: Route, policy: Route): Fork | null {
  const twins: Case = { pair, hazards, whose, baseline, policy };
  for (let at = 0; ; at += 1) {
    const own = baseline.turns[at];
    const other = policy.turns[at];
    if (own === undefined && other === undefined) return null;
    const isOver = own === undefined || other === undefined;
    const isUnseen = isOver && (own === undefined ? baseline : policy).outcome === NONE;
    if (isUnseen && !overrules((own ?? other)!, (own === undefined ? policy : baseline).turns[at - 1])) return null;
    if (isOver || own.step !== other.step) return partedBetween(twins, at);
    if (!isSameTurn(pair, own, other)) {
      const after = (turn: Turn) => (turn.decision === NONE ? at : at + 1);
      const edit = editIn(pair, own, other);
      return partedAt(twins, at, [after(own), after(other)], [own.hour, other.hour], edit);
    }
    if (own.next === NONE || other.next === NONE) continue;
    const before = pair.pathFrom(BASELINE, own.next, own.until);
    const after = pair.pathFrom(POLICY, other.next, other.until);
    if (destination(pair, BASELINE, before, own.until) === destination(pair, POLICY, after, other.until)) continue;
    const edit = isSameStep(pair, own.next, other.next) ? editOn(pair, own, other) : editIn(pair, own, other);
    return partedAt(twins, at + 1, [at + 1, at + 1], [own.until, other.until], edit);
  }
}

/** The twins' next turns are at different steps (or one has left): by a reroute, an edit on the way, or a new way in. */
function partedBetween(twins: Case, at: number): Fork {
  const { pair, baseline, policy } = twins;
  const [own, other] = [baseline.turns[at], policy.turns[at]];
  const [ownBefore, otherBefore] = [baseline.turns[at - 1], policy.turns[at - 1]];
  const hours = [(own ?? other)?.hour ?? 0, (other ?? own)?.hour ?? 0] as const;
  const rerouted = [other, own].find((turn) => turn && isReroute(turn) && pair.isEdited(turn.step, ...hours));
  let edit: number | null = null;
  if (rerouted !== undefined) edit = rerouted.step;
  else if (ownBefore !== undefined && otherBefore !== undefined) edit = editOn(pair, ownBefore, otherBefore);
  else edit = [other, own].find((turn) => turn !== undefined && isInOne(pair, turn.step))?.step ?? null;
  const when = [own?.hour ?? ownBefore?.until ?? hours[0], other?.hour ?? otherBefore?.until ?? hours[1]] as const;
  return partedAt(twins, at, [at, at], when, edit);
}

/**
 * A fork whose next places are sought from some turns on.
 * @param at The turns that differ, or would have come next.
 * @param edit The edited step that parts them, or null.
 */
function partedAt(
  { pair, hazards, whose, baseline, policy }: Case,
  at: number,
  turns: readonly [number, number],
  hours: readonly [number, number],
  edit: number | null,
): Fork {
  const later = policy.turns[Math.min(turns[POLICY], policy.turns.length - 1)]?.hour ?? hours[POLICY];
  const tag = edit === null ? 0 : (pair.stepAt(POLICY, edit, later)?.tag ?? 0);
  return {
    cause: edit === null ? otherCause(pair, hazards, whose, baseline, policy, at) : 'rule',
    hours,
    turns,
    policy: tag === 0 ? pair.views[POLICY].world.policies.length : tag - 1,
    from: placeFrom(pair, BASELINE, baseline, turns[BASELINE]),
    to: placeFrom(pair, POLICY, policy, turns[POLICY]),
  };
}

function placeFrom(pair: Pair, side: Side, { turns, outcome }: Route, at: number): number {
  for (let later = at; later < turns.length; later += 1)
    if (turns[later]!.service !== NONE) return turns[later]!.service;
  return leavingPlace(pair, side, outcome);
}

function isInOne(pair: Pair, step: number): boolean {
  return pair.steps.own[BASELINE][step] === NONE || pair.steps.own[POLICY][step] === NONE;
}

function isSameStep(pair: Pair, own: number, other: number): boolean {
  return pair.steps.of[BASELINE][own] === pair.steps.of[POLICY][other];
}

/** Turns at the same step are the same when the same service is sought, or the same was decided. */
function isSameTurn(pair: Pair, own: Turn, other: Turn): boolean {
  if (own.service !== other.service || (own.decision === NONE) !== (other.decision === NONE)) return false;
  if (own.decision === NONE) return true;
  if (!pair.isEverEdited(own.step)) return own.decision === other.decision;
  const name = (side: Side, { step, hour, decision }: Turn) => choiceIdentity(pair.stepAt(side, step, hour)!, decision);
  return name(BASELINE, own) === name(POLICY, other);
}

/** The step of two turns, if it is edited and the baseline's rule decides on what the policy's person met as it did. */
function editIn(pair: Pair, own: Turn, other: Turn): number | null {
  if (!pair.isEdited(own.step, own.hour, other.hour)) return null;
  if (own.decision !== NONE && other.decision !== NONE && !isReroute(other) && !isReroute(own))
    return decidesAlike(pair, own, other) ? own.step : null;
  if (own.service !== NONE && own.service === other.service) return seeksAlike(pair, own, other) ? own.step : null;
  return own.finish === Finish.overtaken || other.finish === Finish.overtaken ? null : own.step;
}

/** An edited step on the way from two turns to what comes next, or null. */
function editOn(pair: Pair, own: Turn, other: Turn): number | null {
  return (
    editPassed(pair, POLICY, own, other, pair.pathFrom(POLICY, other.next, other.until)) ??
    editPassed(pair, BASELINE, own, other, pair.pathFrom(BASELINE, own.next, own.until))
  );
}

/** The first edited step of a path that leaves no row, or null. */
function editPassed(pair: Pair, side: Side, own: Turn, other: Turn, path: readonly number[]): number | null {
  for (const passed of path) {
    const step = pair.steps.of[side][passed]!;
    if (isRowless(pair, step, other.until) && pair.isEdited(step, own.until, other.until)) return step;
  }
  return null;
}

function isRowless(pair: Pair, step: number, hour: number): boolean {
  const rule: Step | null = pair.stepAt(POLICY, step, hour) ?? pair.stepAt(BASELINE, step, hour);
  return rule === null || !(rule.verb === 'seize' || rule.verb === 'branch');
}

/** Where a path leads: the joint step, or for the end the outcome, as a number below those of steps. */
function destination(pair: Pair, side: Side, path: readonly number[], hour: number): number {
  const last = path.at(-1)!;
  const step = pair.tablesAt(side, hour).steps[last]!;
  return step.verb === 'leave' ? NONE - 1 - pair.outcomes.of[side][step.outcome]! : pair.steps.of[side][last]!;
}
