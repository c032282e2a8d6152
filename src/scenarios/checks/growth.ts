/** Growth of a branching process with kinds: by power iteration on the matrix of mean numbers of children. */
import type { Clock } from '../../sim/index.js';

/** So many children of one kind come of a parent of another, by one source. */
export interface Pairing {
  readonly parent: number;
  readonly child: number;
  readonly source: number;
  readonly mean: number;
}

const ROUNDS = 2000;

/** By how much each generation is larger than the one before in the long run, and what contributes most to that. */
export function growthOf(pairings: readonly Pairing[]): { rate: number; strongest: Pairing | null } {
  const count = pairings.reduce((most, { parent, child }) => Math.max(most, parent + 1, child + 1), 0);
  const lines = dominant(pairings, count, false);
  const crowd = dominant(pairings, count, true);
  const weight = ({ parent, child, mean }: Pairing) => (crowd.vector[parent] ?? 0) * mean * (lines.vector[child] ?? 0);
  const strongest = pairings.reduce<Pairing | null>(
    (best, one) => (best === null || weight(one) > weight(best) ? one : best),
    null,
  );
  return { rate: lines.rate, strongest };
}

/** Of the matrix plus 1, which has no periods; the rate is that of the matrix. */
function dominant(
  pairings: readonly Pairing[],
  count: number,
  transposed: boolean,
): { rate: number; vector: number[] } {
  let vector: number[] = new Array(count).fill(1);
  let rate = 0;
  for (let round = 0; round < ROUNDS && count > 0; round++) {
    const next = [...vector];
    for (const { parent, child, mean } of pairings) {
      const [to, from] = transposed ? [child, parent] : [parent, child];
      next[to] = (next[to] ?? 0) + mean * (vector[from] ?? 0);
    }
    const most = Math.max(...next);
    const isSettled = Math.abs(most - 1 - rate) < 1e-13 * (1 + rate) && round > 2 * count;
    rate = most - 1;
    vector = next.map((value) => value / most);
    if (isSettled) break;
  }
  return { rate, vector };
}

/** Chance that a clock after an outcome runs out in time: for the severity and the states for which it is least. */
export function certainChance({ rate, bySeverity, byState, from, until }: Clock): number {
  const severity = Math.min(...bySeverity);
  const states = byState.reduce((product, { times }) => product * Math.min(1, times), 1);
  const hazard = rate * severity * states;
  return hazard > 0 ? 1 - Math.exp(-hazard * (until - from)) : 0;
}
