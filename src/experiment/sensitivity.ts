/** How far a number that nobody knows moves what an experiment is asked for, at each end of its range. */
import { jackknife, quotient } from './estimate.js';
import type { Estimate, Headline } from './results.js';
import { roundEstimate } from './round.js';
import type { WorldSamples } from './samples.js';
import { above, below, keyOf } from './summarise.js';

/** One number at both ends of its range: what becomes of each headline, in the order in which they were asked. */
export interface TriedNumber {
  /** As in the log of assumptions. */
  readonly id: string;
  readonly grade: string;
  readonly value: string;
  readonly range: string;
  /** Change of each headline at the end; null where the number does not fit the others there by itself. */
  readonly low: readonly Estimate[] | null;
  readonly high: readonly Estimate[] | null;
  /** What each headline comes to at the end. */
  readonly lowAnswer: readonly Estimate[] | null;
  readonly highAnswer: readonly Estimate[] | null;
}

/**
 * A headline of the last of some worlds, less that of the first where there are several, and how it moves from the
 * worlds as they are to the worlds with another number. The same people and luck in all, so that changes are paired.
 * @param moved Left out: the headline itself.
 */
export function headlineOf(
  plain: readonly WorldSamples[],
  headline: Headline,
  moved: readonly WorldSamples[] | null = null,
): Estimate {
  const terms = [...termsOf(plain, headline, moved === null ? 1 : -1), ...termsOf(moved ?? [], headline, 1)];
  const estimate = jackknife(
    terms.flatMap(({ over, under }) => [over, under]),
    (sums) => terms.reduce((sum, { sign }, at) => sum + sign * quotient(sums[2 * at]!, sums[2 * at + 1]!), 0),
  );
  return roundEstimate(estimate);
}

function termsOf(worlds: readonly WorldSamples[], { measure, cell }: Headline, sign: number) {
  const ends = worlds.length > 1 ? [worlds.at(-1)!, worlds[0]!] : worlds;
  return ends.map(({ measures }, at) => {
    const sampled = measures.get(measure)!;
    const found = sampled.cells.findIndex((own) => keyOf(own) === keyOf(cell));
    const place = found === -1 ? null : found;
    const over = above(sampled, place);
    const under = sampled.of.estimator === 'ratio' ? below(sampled, place) : over.map(() => 1);
    return { over, under, sign: at === 0 ? sign : -sign };
  });
}
