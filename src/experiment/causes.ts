/** Why twins part where no edited rule parts them: an edited hazard, the person's own past, or scarcity. */
import { type BranchStep, type Condition, Finish, NONE } from '../sim/index.js';
import type { Route } from './fork.js';
import type { HazardEdits } from './hazards.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { isReroute, type Turn } from './turns.js';

/** What parts twins, in the order in which they are asked for. */
export type ForkCause = 'rule' | 'hazard' | 'history' | 'scarcity';

/** Whose episode it is. */
export interface Whose {
  readonly need: number;
  readonly cohort: number;
}

/** The cause of a difference between the turns at a place of two routes that no edited rule explains. */
export function otherCause(
  pair: Pair,
  hazards: HazardEdits,
  { need, cohort }: Whose,
  baseline: Route,
  policy: Route,
  at: number,
): ForkCause {
  const [own, other] = [baseline.turns[at], policy.turns[at]];
  if (isClocked(pair, BASELINE, baseline, at) || isClocked(pair, POLICY, policy, at)) {
    if (hazards.isClockEdited(need, cohort)) return 'hazard';
    return isOnTime(baseline.turns[at - 1], policy.turns[at - 1]) && isJoinedAlike(own, other) ? 'history' : 'scarcity';
  }
  return own !== undefined && other !== undefined && isOtherState(pair, own, other) ? 'history' : 'scarcity';
}

/** Whether a clock, rather than the pathway, brought somebody to a turn or took them out of it. */
function isClocked(pair: Pair, side: Side, { turns, outcome }: Route, at: number): boolean {
  const turn = turns[at];
  if (turn?.finish === Finish.overtaken) return true;
  const before = turns[at - 1];
  if (before === undefined || before.next === NONE) return false;
  const path = pair.pathFrom(side, before.next, before.until);
  if (turn !== undefined) return !path.includes(turn.own) && !isReroute(turn);
  if (outcome === NONE) return false;
  const last = pair.tablesAt(side, before.until).steps[path.at(-1)!]!;
  return last.verb !== 'leave' || last.outcome !== outcome;
}

/** Clocks that stand alike and run out apart have run at other hazards: the person's state differs. */
function isOnTime(own: Turn | undefined, other: Turn | undefined): boolean {
  return own?.hour === other?.hour && own?.until === other?.until;
}

function isJoinedAlike(own: Turn | undefined, other: Turn | undefined): boolean {
  return own === undefined || other === undefined || own.hour === other.hour;
}

/** Whether a case that asks for the person's state holds in one world only. */
function isOtherState(pair: Pair, own: Turn, other: Turn): boolean {
  if (own.decision === NONE || other.decision === NONE) return false;
  const before = pair.stepAt(BASELINE, own.step, own.hour);
  const after = pair.stepAt(POLICY, other.step, other.hour);
  if (before?.verb !== 'branch' || after?.verb !== 'branch') return false;
  for (const [place, { name, when }] of before.cases.entries()) {
    if (!asksState(when)) continue;
    const twin = placeOf(after, name);
    if (twin !== NONE && ((own.inputs >>> place) & 1) !== ((other.inputs >>> twin) & 1)) return true;
  }
  return false;
}

function placeOf({ cases }: BranchStep, name: string): number {
  for (const [place, one] of cases.entries()) if (one.name === name) return place;
  return NONE;
}

function asksState({ state, not }: Condition): boolean {
  return state !== undefined || (not !== undefined && asksState(not));
}
