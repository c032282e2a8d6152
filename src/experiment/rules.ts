/** Whether the baseline's rule, given what the policy world's person met, decides as it did in the baseline. */
import {
  type BranchStep,
  type Condition,
  FIRST_OPTION,
  Finish,
  NONE,
  SEVERITY_SHIFT,
  type SeizeStep,
  type World,
} from '../sim/index.js';
import { BASELINE, type Pair, POLICY } from './pair.js';
import type { Turn } from './turns.js';

/**
 * A decision at a branch. Cases of the baseline are tried with what the policy world's log says of the same cases; a
 * case that is not there, or has another condition there, keeps what the baseline's log says of it.
 */
export function decidesAlike(pair: Pair, own: Turn, other: Turn): boolean {
  const before = pair.stepAt(BASELINE, own.step, own.hour);
  const after = pair.stepAt(POLICY, other.step, other.hour);
  if (before?.verb !== 'branch' || after?.verb !== 'branch') return false;
  const chosen = before.cases.findIndex((_, place) => {
    const same = sameCase(pair, before, place, after);
    return same === NONE ? hasBit(own.inputs, place) : hasBit(other.inputs, same);
  });
  if (chosen !== -1 || own.decision < FIRST_OPTION) return chosen === own.decision;
  // Both came to the race, which has the same draws: it falls out alike if the weights are those of the same severity.
  return own.inputs >>> SEVERITY_SHIFT === other.inputs >>> SEVERITY_SHIFT;
}

/** A visit. The baseline's rule says where somebody goes whose visit finishes as it did in the policy world. */
export function seeksAlike(pair: Pair, own: Turn, other: Turn): boolean {
  const before = pair.stepAt(BASELINE, own.step, own.hour);
  if (before?.verb !== 'seize') return false;
  if (other.finish === Finish.overtaken || own.finish === Finish.overtaken) return false;
  const next = nextAfter(before, other.finish);
  // Where the baseline has no such way out the person waits on, and it comes as it came.
  return next === NONE || next === own.next;
}

function nextAfter(step: SeizeStep, finish: number): number {
  switch (finish) {
    case Finish.full:
    case Finish.gridlock:
      return step.ifFull;
    case Finish.closed:
      return step.ifClosed;
    case Finish.preempted:
      return step.ifPreempted;
    case Finish.reneged:
      return step.patience?.to ?? NONE;
    default:
      return step.then;
  }
}

function hasBit(inputs: number, place: number): boolean {
  return ((inputs >>> place) & 1) === 1;
}

function sameCase({ views }: Pair, before: BranchStep, place: number, after: BranchStep): number {
  const { name, when } = before.cases[place]!;
  const same = after.cases.findIndex((other) => other.name === name);
  if (same === -1) return NONE;
  return spelled(views[BASELINE].world, when) === spelled(views[POLICY].world, after.cases[same]!.when) ? same : NONE;
}

/** A condition as text, in names: a policy that adds a need or a service moves the indexes of a world. */
function spelled(world: World, when: Condition): string {
  const { severity, channel, cohort, state, hours, full, closed, queue, engaged, not, ...unread } = when;
  // A part of a condition that is not read here is an error of types.
  unread satisfies Record<string, never>;
  const services = (indexes?: readonly number[]) =>
    indexes?.map((service) => world.epochs[0]!.tables.services[service]!.name).sort();
  return JSON.stringify({
    severity: severity?.map((one) => world.severities[one]).sort(),
    channel: channel?.map((one) => world.channels[one]).sort(),
    cohort: cohort?.map((one) => world.cohorts[one]!.name).sort(),
    state: state?.map(({ variable, values }) => stateTest(world, variable, values)).sort(),
    hours,
    full: services(full),
    closed: services(closed),
    queue: queue?.map(({ service, atLeast }) => `${services([service])} ${atLeast}`).sort(),
    engaged: services(engaged),
    not: not && spelled(world, not),
  });
}

function stateTest({ states }: World, variable: number, values: readonly number[]): string {
  const state = states[variable]!;
  return `${state.name} ${values.map((value) => state.values[value]).sort()}`;
}
