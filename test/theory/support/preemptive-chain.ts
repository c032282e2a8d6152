/**
 * Priority with pre-emption, units alike, exponential work, a line of finite room: whoever is more urgent is served first
 * at any moment, so that the numbers of each class inside are a chain. Source: Jaiswal (1968), Priority Queues, chapter 4,
 * for one unit; Mitrani & King (1981), Performance Evaluation 1, 292-296, for several.
 */
import { average, type Jump, stationary } from './chain.js';

/** Two classes, 0 before 1; rates per hour. */
export interface Preemptive {
  readonly units: number;
  readonly arrivals: readonly [number, number];
  readonly rates: readonly [number, number];
  /** Room in the line [people]; those put out come back to it however full it is, and the urgent need none to start. */
  readonly room: number;
  /** Those of class 1 who are put out are gone, in place of waiting to resume. */
  readonly isGone?: boolean;
}

/** People of each class inside. */
type State = readonly [urgent: number, routine: number];

/** Long-run means by class of people inside, in use and in line; accepted and put out [per hour]. */
export function solvePreemptive(world: Preemptive) {
  const { arrivals, units } = world;
  const shares = stationary<State>([0, 0], (from) => jumps(world, from));
  const ofClass = (one: 0 | 1) => {
    const inside = average(shares, (state) => state[one]);
    const inUse = average(shares, (state) => served(world, state)[one]);
    const accepted = arrivals[one] * average(shares, (state) => Number(isAccepted(world, state, one)));
    return { inside, inUse, waiting: inside - inUse, accepted };
  };
  const [urgent, routine] = [ofClass(0), ofClass(1)];
  return {
    urgent,
    routine,
    putOut: arrivals[0] * average(shares, (state) => Number(isPutOut(units, state))),
  };
}

function served({ units }: Preemptive, [urgent, routine]: State): State {
  const first = Math.min(urgent, units);
  return [first, Math.min(routine, units - first)];
}

/** Whether somebody of a class finds a unit, may take one, or finds room to wait. */
function isAccepted({ units, room }: Preemptive, [urgent, routine]: State, one: 0 | 1): boolean {
  const starts = one === 0 ? urgent < units : urgent + routine < units;
  return starts || urgent + routine - units < room;
}

/** Whether an urgent arrival puts somebody out. */
function isPutOut(units: number, [urgent, routine]: State): boolean {
  return urgent < units && urgent + routine >= units;
}

function jumps(world: Preemptive, from: State): Jump<State>[] {
  const { arrivals, rates, units, isGone = false } = world;
  const [urgent, routine] = from;
  const [first, second] = served(world, from);
  const left = isGone && isPutOut(units, from) ? routine - 1 : routine;
  return [
    { to: [urgent + 1, left], rate: isAccepted(world, from, 0) ? arrivals[0] : 0 },
    { to: [urgent, routine + 1], rate: isAccepted(world, from, 1) ? arrivals[1] : 0 },
    { to: [urgent - 1, routine], rate: first * rates[0] },
    { to: [urgent, routine - 1], rate: second * rates[1] },
  ];
}
