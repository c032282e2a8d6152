/**
 * Stationary distribution of a finite continuous-time Markov chain, solved exactly by elimination.
 * Source: Grassmann, Taksar & Heyman (1985), Operations Research 33, 1107-1116: Gaussian elimination arranged so that
 * nothing is ever subtracted, which keeps full relative precision however small a probability is.
 */

/** A jump out of a state: where to, and how often [per hour]. */
export interface Jump<State> {
  readonly to: State;
  readonly rate: number;
}

/** A state and the share of time spent in it. */
export interface Share<State> {
  readonly state: State;
  readonly share: number;
}

/** Long-run shares of time of every state that can be reached from `start`. Throws when the chain is not irreducible. */
export function stationary<State>(start: State, jumps: (from: State) => readonly Jump<State>[]): Share<State>[] {
  const { states, rates } = explore(start, jumps);
  const shares = eliminate(rates);
  return states.map((state, index) => ({ state, share: shares[index]! }));
}

/** Mean of a function of the state [its unit]. */
export function average<State>(shares: readonly Share<State>[], of: (state: State) => number): number {
  return shares.reduce((sum, { state, share }) => sum + share * of(state), 0);
}

/** All states within reach, in the order found, and the matrix of rates between them. */
function explore<State>(start: State, jumps: (from: State) => readonly Jump<State>[]) {
  const states = [start];
  const index = new Map([[JSON.stringify(start), 0]]);
  const rates: number[][] = [];
  for (let at = 0; at < states.length; at++) {
    const row: number[] = [];
    for (const { to, rate } of jumps(states[at]!)) {
      if (rate <= 0) continue;
      const name = JSON.stringify(to);
      let column = index.get(name);
      if (column === undefined) {
        column = states.push(to) - 1;
        index.set(name, column);
      }
      row[column] = (row[column] ?? 0) + rate;
    }
    rates.push(row);
  }
  return { states, rates: rates.map((row) => states.map((_, column) => row[column] ?? 0)) };
}

/** The elimination itself: states leave from the last to the first, and come back in the opposite order. */
function eliminate(rates: number[][]): number[] {
  const size = rates.length;
  for (let gone = size - 1; gone > 0; gone--) {
    let out = 0;
    for (let to = 0; to < gone; to++) out += rates[gone]![to]!;
    if (out === 0) throw new RangeError(`state ${gone} cannot be left towards those before it`);
    for (let from = 0; from < gone; from++) {
      const weight = rates[from]![gone]! / out;
      rates[from]![gone] = weight;
      for (let to = 0; to < gone; to++) rates[from]![to]! += weight * rates[gone]![to]!;
    }
  }
  const weights = [1];
  for (let back = 1; back < size; back++) {
    weights.push(weights.reduce((sum, weight, from) => sum + weight * rates[from]![back]!, 0));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
