/**
 * An escort is served by A, keeps A in line for B, and gives A back when B starts; others need only A or only B. Both
 * lines have finite room, so that this is a finite chain (see chain.ts). Letters of a line as in joint.ts.
 */
import { average, type Jump, stationary } from './chain.js';
import type { Pair } from './joint.js';

/** Escorts and others being served by A, people served by B, and the two lines; each `t` in B's line holds A. */
type State = readonly [t: number, a: number, b: number, lineA: string, lineB: string];

const escorts = (line: string) => [...line].filter((letter) => letter === 't').length;

/** Exact long-run figures; `rates.t` is that of an escort's time at A; B serves everybody at `rates.b`. */
export function solveHoldWaiting({ units, room, arrivals, rates }: Pair) {
  const inUseA = ([t, a, , , lineB]: State) => t + a + escorts(lineB);
  const settle = (state: State): State => {
    const [t, a, b, lineA, lineB] = state;
    if (lineB !== '' && b < units[1]) return settle([t, a, b + 1, lineA, lineB.slice(1)]);
    if (lineA === '' || inUseA(state) === units[0]) return state;
    const isEscort = lineA.startsWith('t');
    return settle([t + Number(isEscort), a + Number(!isEscort), b, lineA.slice(1), lineB]);
  };
  const isFullA = (state: State) => inUseA(state) === units[0] && state[3].length === room[0];
  const isFullB = ([, , b, , lineB]: State) => b === units[1] && lineB.length === room[1];
  const shares = stationary<State>([0, 0, 0, '', ''], (state) => {
    const [t, a, b, lineA, lineB] = state;
    const moves: Jump<State>[] = [];
    if (t > 0)
      moves.push({ to: settle([t - 1, a, b, lineA, isFullB(state) ? lineB : `${lineB}t`]), rate: t * rates.t });
    if (a > 0) moves.push({ to: settle([t, a - 1, b, lineA, lineB]), rate: a * rates.a });
    if (b > 0) moves.push({ to: settle([t, a, b - 1, lineA, lineB]), rate: b * rates.b });
    if (!isFullA(state)) {
      moves.push({ to: settle([t, a, b, `${lineA}t`, lineB]), rate: arrivals.t });
      moves.push({ to: settle([t, a, b, `${lineA}a`, lineB]), rate: arrivals.a });
    }
    if (!isFullB(state)) moves.push({ to: settle([t, a, b, lineA, `${lineB}b`]), rate: arrivals.b });
    return moves;
  });
  const fullA = average(shares, (state) => Number(isFullA(state)));
  const fullB = average(shares, (state) => Number(isFullB(state)));
  const refusedEscorts = average(shares, (state) => (isFullB(state) ? state[0] * rates.t : 0));
  const escortsAtB = average(shares, ([t]) => t * rates.t) - refusedEscorts;
  const blocked = average(shares, ([, , , , lineB]) => escorts(lineB));
  return {
    blocked,
    escortWait: blocked / escortsAtB,
    waitForA: average(shares, ([, , , lineA]) => lineA.length) / ((arrivals.t + arrivals.a) * (1 - fullA)),
    declinedAtB: arrivals.b * fullB + refusedEscorts,
    inUseA: average(shares, inUseA),
    inUseB: average(shares, ([, , b]) => b),
    /** People through B an hour: for the check that B's flow in is its flow out. */
    flowB: escortsAtB + arrivals.b * (1 - fullB),
  };
}
