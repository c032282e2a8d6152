/**
 * The stationary law of M/M/c with fixed patience τ, with how long each has waited: as many are served, or at a desk, as in
 * Erlang's system; given a line, the first in it has waited w with density λ p(c) exp((λ − cμ)w) on (0, τ), and behind him
 * stand all who came since, a Poisson number of mean λw at uniform times, as nobody who came after him can have left
 * before him. Source: the age of the oldest waiting is a Markov process whose balance equation this density solves; its
 * figures are those of Barrer (1957) in `patience-fixed.ts`.
 */
import { type Chance, designDraw } from '../../../src/sim/index.js';

/** Who is inside: at the desks; and in line, the hours that the first has waited, and how many stand behind. */
export interface InLine {
  readonly served: number;
  /** Null: nobody is in line. */
  readonly first: number | null;
  readonly behind: number;
}

/** The state at a point 0 < u < 1 of the law, laid out from nobody inside to the longest wait. */
export function lineAt(
  { units, arrivals, service, patience }: Record<'units' | 'arrivals' | 'service' | 'patience', number>,
  u: number,
  behind: number,
): InLine {
  const weights = [1];
  for (let n = 1; n <= units; n++) weights.push((weights[n - 1]! * arrivals) / (n * service));
  const drift = arrivals - units * service;
  const line = (arrivals * weights[units]! * Math.expm1(drift * patience)) / drift;
  let left = u * (weights.reduce((sum, weight) => sum + weight, 0) + line);
  for (const [served, weight] of weights.entries()) {
    if (left < weight) return { served, first: null, behind: 0 };
    left -= weight;
  }
  const first = Math.log1p((left / line) * Math.expm1(drift * patience)) / drift;
  return { served: units, first, behind: poisson(arrivals * first, behind) };
}

/** The number at a point of a Poisson law. */
function poisson(mean: number, u: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  let number = 0;
  while (u > sum && number < 1000) {
    number += 1;
    term *= mean / number;
    sum += term;
  }
  return number;
}

/** A number from 0 to 1 for how many stand behind the first, in a queue of a replication. */
export function behindDraw(seed: Chance['seed'], queue: number, replication: number): number {
  return designDraw(seed, `design/behind/${queue}`, replication);
}
