/**
 * A Markov chain whose rates follow a calendar of whole hours and repeat: Kolmogorov's forward equations, solved hour by
 * hour by uniformisation (Jensen 1953, Skandinavisk Aktuarietidskrift 36, 87-91), round and round until a cycle begins as
 * the one before it began.
 */
import type { Jump } from './chain.js';

/** A chain that repeats after so many hours. States are plain values, told apart by how they are written as JSON. */
export interface Cycle<State> {
  readonly start: State;
  /** Hours after which everything repeats. */
  readonly hours: number;
  /** Jumps out of a state during an hour of the cycle [per hour]. */
  readonly jumps: (from: State, hour: number) => readonly Jump<State>[];
  /** What becomes of a state at once when an hour begins. */
  readonly atBeginning: (state: State, hour: number) => State;
}

/** Average of a function of state and hour of the cycle [its unit]. */
export type CycleAverage<State> = (of: (state: State, hour: number) => number) => number;

/** Jumps within an hour, as columns, and where each state goes as the hour begins. */
interface Hour {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly rate: Float64Array;
  readonly moved: Int32Array;
}

/** Averages over one hour after another from the start of the chain, for so many hours. */
export function follow<State>(cycle: Cycle<State>, count: number): CycleAverage<State>[] {
  const { states, hours } = explore(cycle);
  let law = new Float64Array(states.length);
  law[0] = 1;
  return Array.from({ length: count }, (_, index) => {
    const hour = index % cycle.hours;
    const { after, spent } = pass(law, hours[hour]!);
    law = after;
    return (of) => spent.reduce((sum, time, at) => sum + time * of(states[at]!, hour), 0);
  });
}

/** Averages over the cycle that a chain settles into. @throws RangeError when it does not. */
export function settle<State>(cycle: Cycle<State>): CycleAverage<State> {
  const { states, hours } = explore(cycle);
  let law = new Float64Array(states.length);
  law[0] = 1;
  for (let round = 0; round < 60; round++) {
    const begun = law;
    const spent = hours.map((hour) => {
      const passed = pass(law, hour);
      law = passed.after;
      return passed.spent;
    });
    if (law.some((share, at) => Math.abs(share - begun[at]!) > 1e-11)) continue;
    return (of) => {
      let sum = 0;
      spent.forEach((times, hour) => {
        times.forEach((time, at) => {
          sum += time * of(states[at]!, hour);
        });
      });
      return sum / cycle.hours;
    };
  }
  throw new RangeError('the chain does not settle into a cycle');
}

/** An hour: the law at its end, and the share of it spent in each state. */
function pass(law: Float64Array, { from, to, rate, moved }: Hour) {
  const size = law.length;
  let term = new Float64Array(size);
  for (let at = 0; at < size; at++) term[moved[at]!]! += law[at]!;
  const out = new Float64Array(size);
  for (let jump = 0; jump < from.length; jump++) out[from[jump]!]! += rate[jump]!;
  const pace = out.reduce((most, one) => Math.max(most, one), 0);
  let chance = Math.exp(-pace); // of so many ticks of the uniform clock within the hour
  let later = 1 - chance; // of more
  const after = term.map((share) => chance * share);
  const spent = term.map((share) => (later / pace) * share);
  for (let tick = 1; chance > 1e-18 || tick < pace; tick++) {
    const next = new Float64Array(size);
    for (let at = 0; at < size; at++) next[at] = term[at]! * (1 - out[at]! / pace);
    for (let jump = 0; jump < from.length; jump++) next[to[jump]!]! += (term[from[jump]!]! * rate[jump]!) / pace;
    term = next;
    chance *= pace / tick;
    later = Math.max(later - chance, 0);
    for (let at = 0; at < size; at++) {
      after[at]! += chance * term[at]!;
      spent[at]! += (later / pace) * term[at]!;
    }
  }
  const total = after.reduce((sum, share) => sum + share, 0); // 1 but for rounding
  return { after: after.map((share) => share / total), spent };
}

/** All states within reach, in the order found, and each hour with the jumps of the states that it can find. */
function explore<State>({ start, hours, jumps, atBeginning }: Cycle<State>) {
  const states: State[] = [];
  const index = new Map<string, number>();
  const place = (state: State): number => {
    const name = JSON.stringify(state);
    const known = index.get(name);
    if (known !== undefined) return known;
    index.set(name, states.length);
    return states.push(state) - 1;
  };
  const columns = Array.from({ length: hours }, () => ({
    from: [] as number[],
    to: [] as number[],
    rate: [] as number[],
    moved: [] as number[],
    found: new Set<number>(),
  }));
  const toGo: [at: number, hour: number][] = [];
  const find = (at: number, hour: number): number => {
    const { found } = columns[hour]!;
    if (!found.has(at)) toGo.push([at, hour]);
    found.add(at);
    return at;
  };
  const enter = (at: number, hour: number): void => {
    columns[hour]!.moved[at] ??= find(place(atBeginning(states[at]!, hour)), hour);
  };
  enter(place(start), 0);
  for (let next = toGo.pop(); next !== undefined; next = toGo.pop()) {
    const [at, hour] = next;
    const { from, to, rate } = columns[hour]!;
    for (const jump of jumps(states[at]!, hour)) {
      if (jump.rate <= 0) continue;
      from.push(at);
      to.push(find(place(jump.to), hour));
      rate.push(jump.rate);
    }
    enter(at, (hour + 1) % hours);
  }
  return {
    states,
    hours: columns.map(
      ({ from, to, rate, moved }): Hour => ({
        from: Int32Array.from(from),
        to: Int32Array.from(to),
        rate: Float64Array.from(rate),
        moved: Int32Array.from(states, (_, at) => moved[at] ?? at),
      }),
    ),
  };
}
