/**
 * One unit, two classes, nobody interrupted, and routine visits that become urgent after an exponential time in line. The
 * line is kept as it stands, in order of joining, so that each origin has its own wait. Solved as a chain (`chain.ts`).
 */
import { average, type Jump, stationary } from './chain.js';

export interface Retriage {
  /** Urgent and routine arrivals [per hour]. */
  readonly arrivals: readonly [number, number];
  /** Rates of the unit with each [per hour]; a promoted visit keeps its own. */
  readonly rates: readonly [number, number];
  /** Room in the line [people]. */
  readonly room: number;
  /** Rate at which each routine visit in line becomes urgent [per hour]. */
  readonly promotion: number;
}

/** Who is served (`u`, `r`, or nobody) and the line in order of joining: urgent, routine, and promoted `p`. */
type State = readonly [hand: string, line: string];

/** Mean waits by origin [hours], people in line, units in use, and refused [per hour]. */
export function solveRetriage(world: Retriage) {
  const { arrivals, room } = world;
  const shares = stationary<State>(['', ''], (from) => jumps(world, from));
  const refusing = average(shares, ([, line]) => Number(line.length >= room));
  const inLine = (who: string) => average(shares, ([, line]) => [...line].filter((one) => who.includes(one)).length);
  return {
    urgentWait: inLine('u') / (arrivals[0] * (1 - refusing)),
    routineWait: inLine('rp') / (arrivals[1] * (1 - refusing)),
    waiting: inLine('urp'),
    inUse: average(shares, ([hand]) => hand.length),
    refused: (arrivals[0] + arrivals[1]) * refusing,
  };
}

function jumps({ arrivals, rates, room, promotion }: Retriage, [hand, line]: State): Jump<State>[] {
  const moves: Jump<State>[] = [...line].flatMap((one, at) =>
    one === 'r' ? [{ to: [hand, `${line.slice(0, at)}p${line.slice(at + 1)}`] as const, rate: promotion }] : [],
  );
  if (hand !== '') moves.push({ to: start(line), rate: hand === 'u' ? rates[0] : rates[1] });
  if (line.length >= room) return moves;
  for (const [at, one] of ['u', 'r'].entries()) {
    moves.push({ to: hand === '' ? [one, ''] : [hand, line + one], rate: arrivals[at]! });
  }
  return moves;
}

/** The unit is free: the first of the urgent and promoted takes it, else the first in line. */
function start(line: string): State {
  if (line === '') return ['', ''];
  const at = Math.max(line.search(/[up]/), 0);
  return [line[at] === 'u' ? 'u' : 'r', line.slice(0, at) + line.slice(at + 1)];
}
