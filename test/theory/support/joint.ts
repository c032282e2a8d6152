/**
 * Two services, A and B, and three kinds of people: those who need both, those who need only A, those who need only B.
 * Rooms are finite, so that each way of holding is a finite chain, solved exactly (see chain.ts). A line is written as a
 * word: one letter for each person in it, in order of joining: `t` needs two services, `a` only A, `b` only B.
 */
import { average, type Jump, stationary } from './chain.js';

/** Rates per hour; a kind that is left out has rate 0. */
export interface Pair {
  /** Units of A and of B. */
  readonly units: readonly [a: number, b: number];
  /** How many may wait for A and for B. */
  readonly room: readonly [a: number, b: number];
  /** Poisson arrivals of those who need two, only A, only B. */
  readonly arrivals: { readonly t: number; readonly a: number; readonly b: number };
  /** Rates of service of the three kinds. */
  readonly rates: { readonly t: number; readonly a: number; readonly b: number };
}

/** People being served, by kind, and one line in which everybody waits in order of joining. */
type Together = readonly [t: number, a: number, b: number, line: string];

const seeks = { a: /[ta]/, b: /[tb]/ };
const count = (line: string, letters: string) => [...line].filter((letter) => letters.includes(letter)).length;

/**
 * All or nothing: those who need two stand in both lines, hold nothing meanwhile, and start when they are first in both
 * and both have a unit. Who is first in a line blocks those behind. Gives times in hours and rates per hour.
 */
export function solveTogether(pair: Pair) {
  const { units, room, arrivals, rates } = pair;
  const canStart = ([t, a, b]: Together, kind: string) =>
    (kind === 'b' || t + a < units[0]) && (kind === 'a' || t + b < units[1]);
  const begin = ([t, a, b, line]: Together, kind: string): Together => [
    t + Number(kind === 't'),
    a + Number(kind === 'a'),
    b + Number(kind === 'b'),
    line,
  ];
  /** Starts everybody who can. */
  const settle = (state: Together): Together => {
    const line = state[3];
    for (const [at, kind] of [...line].entries()) {
      const before = line.slice(0, at);
      const isFirst = (kind === 'b' || !seeks.a.test(before)) && (kind === 'a' || !seeks.b.test(before));
      if (isFirst && canStart(state, kind)) {
        const [t, a, b] = begin(state, kind);
        return settle([t, a, b, before + line.slice(at + 1)]);
      }
    }
    return state;
  };
  const isClear = (line: string, kind: string) =>
    (kind === 'b' || !seeks.a.test(line)) && (kind === 'a' || !seeks.b.test(line));
  const startsNow = (state: Together, kind: string) => isClear(state[3], kind) && canStart(state, kind);
  const hasRoom = (line: string, kind: string) =>
    (kind === 'b' || count(line, 'ta') < room[0]) && (kind === 'a' || count(line, 'tb') < room[1]);
  const isDeclined = (state: Together, kind: string) => !startsNow(state, kind) && !hasRoom(state[3], kind);
  const jumps = (state: Together): Jump<Together>[] => {
    const [t, a, b, line] = state;
    const moves: Jump<Together>[] = [
      { to: settle([t - 1, a, b, line]), rate: t * rates.t },
      { to: settle([t, a - 1, b, line]), rate: a * rates.a },
      { to: settle([t, a, b - 1, line]), rate: b * rates.b },
    ];
    for (const kind of ['t', 'a', 'b'] as const) {
      if (startsNow(state, kind)) moves.push({ to: begin(state, kind), rate: arrivals[kind] });
      else if (hasRoom(line, kind)) moves.push({ to: [t, a, b, line + kind], rate: arrivals[kind] });
    }
    return moves.filter(({ rate }) => rate > 0);
  };
  const shares = stationary<Together>([0, 0, 0, ''], jumps);
  const declined = (kind: 't' | 'a' | 'b') =>
    arrivals[kind] * average(shares, (state) => Number(isDeclined(state, kind)));
  const wait = (kind: 't' | 'a' | 'b') =>
    average(shares, (state) => count(state[3], kind)) / (arrivals[kind] - declined(kind));
  return {
    wait: { t: wait('t'), a: wait('a'), b: wait('b') },
    declinedAtA: declined('t') + declined('a'),
    inUseA: average(shares, ([t, a]) => t + a),
    inUseB: average(shares, ([t, , b]) => t + b),
  };
}

/** Served by both, holding A in line for B, served by A alone, and the line of A. */
type HoldFirst = readonly [t: number, holding: number, a: number, line: string];

/** Those who need two take A first and hold it in line for B, which nobody else uses and whose line has no limit. */
export function solveHoldFirst({ units, room, arrivals, rates }: Pair) {
  const settle = ([t, holding, a, line]: HoldFirst): HoldFirst => {
    if (holding > 0 && t < units[1]) return settle([t + 1, holding - 1, a, line]);
    if (line === '' || t + holding + a === units[0]) return [t, holding, a, line];
    const isTwo = line.startsWith('t');
    return settle([t, holding + Number(isTwo), a + Number(!isTwo), line.slice(1)]);
  };
  const isFull = ([t, holding, a, line]: HoldFirst) => t + holding + a === units[0] && line.length === room[0];
  const shares = stationary<HoldFirst>([0, 0, 0, ''], (state) => {
    const [t, holding, a, line] = state;
    const moves: Jump<HoldFirst>[] = [];
    if (t > 0) moves.push({ to: settle([t - 1, holding, a, line]), rate: t * rates.t });
    if (a > 0) moves.push({ to: settle([t, holding, a - 1, line]), rate: a * rates.a });
    if (isFull(state)) return moves;
    moves.push({ to: settle([t, holding, a, `${line}t`]), rate: arrivals.t });
    moves.push({ to: settle([t, holding, a, `${line}a`]), rate: arrivals.a });
    return moves;
  });
  const full = average(shares, (state) => Number(isFull(state)));
  return {
    waitForA: average(shares, ([, , , line]) => line.length) / ((arrivals.t + arrivals.a) * (1 - full)),
    waitForB: average(shares, ([, holding]) => holding) / (arrivals.t * (1 - full)),
    declined: (arrivals.t + arrivals.a) * full,
    inUseA: average(shares, ([t, holding, a]) => t + holding + a),
    inUseB: average(shares, ([t]) => t),
  };
}
