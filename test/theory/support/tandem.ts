/**
 * Two services in a row with nowhere to wait between them: who is finished at the first, and finds the second full,
 * stays and blocks a unit of the first (blocking after service). The chain is that of Hunt (1956), Operations Research
 * 4, 674-683, here with several units at each service and a finite line before the first.
 */
import { average, type Jump, stationary } from './chain.js';

export interface Tandem {
  /** Poisson arrivals [per hour]. */
  readonly arrivals: number;
  readonly firstUnits: number;
  /** Rate of one unit of the first service [per hour]. */
  readonly firstRate: number;
  /** Room in the line before the first service [people]. */
  readonly room: number;
  readonly secondUnits: number;
  readonly secondRate: number;
}

/** State: people in line, being served at the first, finished there but blocked, and being served at the second. */
export type TandemState = readonly [line: number, working: number, blocked: number, second: number];

/** Exact long-run figures; rates per hour, times in hours. */
export function solveTandem(tandem: Tandem) {
  const { arrivals, firstUnits, room } = tandem;
  const shares = stationary<TandemState>([0, 0, 0, 0], (from) => tandemJumps(tandem, from));
  const isFull = ([line, working, blocked]: TandemState) => line === room && working + blocked === firstUnits;
  const declined = arrivals * average(shares, (state) => (isFull(state) ? 1 : 0));
  const accepted = arrivals - declined;
  const blocked = average(shares, ([, , stuck]) => stuck);
  return {
    declined,
    accepted,
    blocked,
    firstWait: average(shares, ([line]) => line) / accepted,
    secondWait: blocked / accepted,
    firstInUse: average(shares, ([, working, stuck]) => working + stuck),
    secondInUse: average(shares, ([, , , second]) => second),
  };
}

/** Jumps out of a state [per hour]. */
export function tandemJumps(tandem: Tandem, [line, working, blocked, second]: TandemState): Jump<TandemState>[] {
  const { arrivals, firstUnits, firstRate, room, secondUnits, secondRate } = tandem;
  const moves: Jump<TandemState>[] = [];
  if (working + blocked < firstUnits) moves.push({ to: [line, working + 1, blocked, second], rate: arrivals });
  else if (line < room) moves.push({ to: [line + 1, working, blocked, second], rate: arrivals });

  const finishing = working * firstRate;
  if (second === secondUnits) moves.push({ to: [line, working - 1, blocked + 1, second], rate: finishing });
  else moves.push({ to: fill([line, working - 1, blocked, second + 1]), rate: finishing });

  const leaving = second * secondRate;
  if (blocked > 0) moves.push({ to: fill([line, working, blocked - 1, second]), rate: leaving });
  else moves.push({ to: [line, working, blocked, second - 1], rate: leaving });
  return moves;
}

/** A unit of the first service has come free: the next in line takes it. */
function fill([line, working, blocked, second]: TandemState): TandemState {
  return line > 0 ? [line - 1, working + 1, blocked, second] : [line, working, blocked, second];
}
