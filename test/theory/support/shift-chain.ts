/**
 * Shifts of exponential servers, two priority classes and finite room, under each rule for work in hand when a shift ends:
 * it is finished in overtime, handed over, or stopped and resumed. Exponential work has no memory, so that what is put
 * back needs no account of what is left of it; its class and its place do.
 */
import type { Jump } from './chain.js';
import { settle } from './shift-cycle.js';

/** What becomes of work in hand when capacity falls. */
export type ShiftEnd = 'finish' | 'hand-over' | 'stop';

export interface Shifts {
  readonly shiftEnd: ShiftEnd;
  /** Units on duty in each hour of the day. */
  readonly capacity: readonly number[];
  /** Arrivals of each class in each hour of the day [per hour]; class 0 goes first. */
  readonly arrivals: readonly (readonly [number, number])[];
  /** Rate of a unit with somebody of each class [per hour]. */
  readonly rates: readonly [number, number];
  /** Room in the line [people]. */
  readonly room: number;
}

/** Classes of those in hand in order of start; then people by class: put back into line, and not yet begun. */
interface State {
  readonly hand: readonly number[];
  readonly back: readonly [number, number];
  readonly line: readonly [number, number];
}

/** Exact averages over the day; rates per hour, times in hours. */
export function solveShifts(shifts: Shifts) {
  const { capacity, arrivals } = shifts;
  const average = settle<State>({
    start: { hand: [], back: [0, 0], line: [0, 0] },
    hours: capacity.length,
    jumps: (from, hour) => jumps(shifts, from, hour),
    atBeginning: (state, hour) => begin(shifts, state, hour),
  });
  const declined = average((state, hour) => refuses(shifts, state, hour) * (arrivals[hour]![0] + arrivals[hour]![1]));
  const ofClass = (one: 0 | 1) => {
    const accepted = average((state, hour) => (1 - refuses(shifts, state, hour)) * arrivals[hour]![one]);
    const fresh = average(({ line }) => line[one]);
    const inside = average(({ hand, back, line }) => hand.filter((of) => of === one).length + back[one] + line[one]);
    return { accepted, firstWait: fresh / accepted, timeInSystem: inside / accepted };
  };
  return {
    declined,
    urgent: ofClass(0),
    routine: ofClass(1),
    waiting: average(waiting),
    inUse: average(({ hand }) => hand.length),
    full: average(({ hand }, hour) => Number(hand.length >= capacity[hour]!)),
    overtime: average(({ hand }, hour) => Math.max(hand.length - capacity[hour]!, 0)),
  };
}

function waiting({ back, line }: State): number {
  return back[0] + back[1] + line[0] + line[1];
}

/** 1 where somebody who comes now finds neither a unit nor room. */
function refuses({ capacity, room }: Shifts, state: State, hour: number): number {
  return Number(state.hand.length >= capacity[hour]! && waiting(state) >= room);
}

function jumps(shifts: Shifts, from: State, hour: number): Jump<State>[] {
  const { hand, line } = from;
  const units = shifts.capacity[hour]!;
  const moves: Jump<State>[] = hand.map((one, at) => ({
    to: fill({ ...from, hand: hand.filter((_, other) => other !== at) }, units, shifts.shiftEnd),
    rate: shifts.rates[one]!,
  }));
  if (refuses(shifts, from, hour)) return moves;
  for (const one of [0, 1] as const) {
    const joined = { ...from, line: plus(line, one, 1) };
    moves.push({ to: fill(joined, units, shifts.shiftEnd), rate: shifts.arrivals[hour]![one] });
  }
  return moves;
}

/** A new hour: work beyond its units goes back into line where the rule says so, last started first. */
function begin({ capacity, shiftEnd }: Shifts, state: State, hour: number): State {
  const units = capacity[hour]!;
  let { hand, back } = state;
  while (shiftEnd !== 'finish' && hand.length > units) {
    back = plus(back, hand.at(-1)!, 1);
    hand = hand.slice(0, -1);
  }
  return fill({ ...state, hand, back }, units, shiftEnd);
}

/** Units free are taken in turn: what was handed over goes first of its class, what was stopped goes first of all. */
function fill(state: State, units: number, shiftEnd: ShiftEnd): State {
  let { hand, back, line } = state;
  const turns = shiftEnd === 'stop' ? STOPPED_FIRST : BY_CLASS;
  while (hand.length < units) {
    const turn = turns.find(([from, one]) => (from === 'back' ? back : line)[one] > 0);
    if (turn === undefined) break;
    const [from, one] = turn;
    if (from === 'back') back = plus(back, one, -1);
    else line = plus(line, one, -1);
    hand = [...hand, one];
  }
  return { hand, back, line };
}

type Turn = readonly [from: 'back' | 'line', one: 0 | 1];
const BY_CLASS: readonly Turn[] = [
  ['back', 0],
  ['line', 0],
  ['back', 1],
  ['line', 1],
];
const STOPPED_FIRST: readonly Turn[] = [
  ['back', 0],
  ['back', 1],
  ['line', 0],
  ['line', 1],
];

function plus([first, second]: readonly [number, number], one: number, by: number): readonly [number, number] {
  return one === 0 ? [first + by, second] : [first, second + by];
}
