/**
 * Competing clocks: exact shares, times and numbers. With constant hazards the first of several clocks is each one with
 * chance hazard / total, after an exponential time of mean 1 / total (Cox & Oakes 1984, Analysis of Survival Data,
 * chapter 9); where hazards change, what is left of each budget is exponential again, so that stretches follow each other.
 */
import { average, type Jump, stationary } from './chain.js';

/** Hazards of the three ways out of waiting [per hour]. */
export interface Hazards {
  readonly recovers: number;
  readonly worsens: number;
  readonly lost: number;
}

export interface Race {
  /** Arrivals [per hour]. */
  readonly arrivals: number;
  /** Hours of waiting before the talk, and hours of the talk, in which the clocks stand still. */
  readonly first: number;
  readonly talk: number;
  readonly before: Hazards;
  readonly after: Hazards;
  /** Once it has got worse: only two ways out are left. */
  readonly severe: Omit<Hazards, 'worsens'>;
}

/** Outcomes per hour, and people at each place. */
export function solveRace({ arrivals, first, talk, before, after, severe }: Race) {
  const total = ({ recovers, worsens, lost }: Hazards) => recovers + worsens + lost;
  const reachesTalk = Math.exp(-total(before) * first);
  const ends = (way: keyof Hazards) =>
    ((1 - reachesTalk) * before[way]) / total(before) + (reachesTalk * after[way]) / total(after);
  const out = severe.recovers + severe.lost;
  const waits = (1 - reachesTalk) / total(before) + reachesTalk / total(after);
  return {
    recovered: arrivals * (ends('recovers') + (ends('worsens') * severe.recovers) / out),
    lost: arrivals * (ends('lost') + (ends('worsens') * severe.lost) / out),
    talking: arrivals * reachesTalk * talk,
    waiting: arrivals * (waits + reachesTalk * talk),
    worse: (arrivals * ends('worsens')) / out,
  };
}

export interface Return {
  readonly people: number;
  /** Hazards [per hour]; `guarded` multiplies the first and `kept` the return while a treatment has not worn off. */
  readonly recovers: number;
  readonly guarded: number;
  readonly seeks: number;
  readonly treatment: number;
  readonly returns: number;
  readonly kept: number;
  readonly wearsOff: number;
}

/** Where somebody is, whether guarded, and how many treatments have still to wear off. */
type Place = readonly [at: 'using' | 'ward' | 'away', guard: 0 | 1, clocks: number];
/** Clocks beyond this many are too rare to matter: with two on average in the worst case, below 1e-15. */
const MOST = 24;

/** Outcomes per hour and people at each place, from the chain of one person. */
export function solveReturn(one: Return) {
  const shares = stationary<Place>(['using', 0, 0], (from) => returnJumps(one, from));
  const at = (place: Place[0], value: (guard: 0 | 1) => number = () => 1) =>
    one.people * average(shares, ([where, guard]) => (where === place ? value(guard) : 0));
  return {
    using: at('using'),
    ward: at('ward'),
    recovered: at('using', (guard) => one.recovers * (guard === 1 ? one.guarded : 1)),
    treated: at('ward') * one.treatment,
  };
}

function returnJumps(one: Return, [at, guard, clocks]: Place): Jump<Place>[] {
  const moves: Jump<Place>[] = [];
  if (clocks > 0) moves.push({ to: [at, 0, clocks - 1], rate: clocks * one.wearsOff });
  if (at === 'using') {
    moves.push({ to: ['away', guard, clocks], rate: one.recovers * (guard === 1 ? one.guarded : 1) });
    moves.push({ to: ['ward', guard, clocks], rate: one.seeks });
  } else if (at === 'ward') {
    moves.push({ to: ['away', 1, Math.min(clocks + 1, MOST)], rate: one.treatment });
  } else {
    moves.push({ to: ['using', guard, clocks], rate: one.returns * (guard === 1 ? one.kept : 1) });
  }
  return moves;
}

export interface Life {
  readonly people: number;
  /** Hazards [per hour]. */
  readonly falls: number;
  readonly recovers: number;
  readonly dies: number;
  readonly diesIll: number;
}

/**
 * Episodes that open between two hours, and how many of them end in death, of people who are all well at hour 0: with
 * w and i the mean numbers of well and ill, w′ = −(falls + dies) w + recovers i and i′ = falls w − (recovers + diesIll) i,
 * so that w is a sum of two exponentials (illness-death model: Andersen et al. 1993, Statistical Models Based on Counting
 * Processes, section I.3.3, with recovery).
 */
export function solveLife({ people, falls, recovers, dies, diesIll }: Life, from: number, until: number) {
  const trace = -(falls + dies) - (recovers + diesIll);
  const determinant = (falls + dies) * (recovers + diesIll) - falls * recovers;
  const root = Math.sqrt(trace ** 2 - 4 * determinant);
  const slow = (trace + root) / 2;
  const fast = (trace - root) / 2;
  // w(0) = 1 and w′(0) = −(falls + dies).
  const ofSlow = (-(falls + dies) - fast) / (slow - fast);
  const grown = (speed: number) => (Math.exp(speed * until) - Math.exp(speed * from)) / speed;
  const opened = people * falls * (ofSlow * grown(slow) + (1 - ofSlow) * grown(fast));
  return { opened, died: (opened * diesIll) / (recovers + diesIll) };
}
