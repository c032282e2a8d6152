/**
 * Intervals of what is no smooth function of means, such as the week in which something first happens: the bootstrap over
 * replications. Sources: Efron and Tibshirani, An Introduction to the Bootstrap, ch. 13 (percentiles); Hesterberg (2015),
 * "What teachers should know about the bootstrap", The American Statistician 69(4), 371-386 (percentiles moved outwards by
 * as much as Student t is wider than the normal law, without which they are too narrow for few replications).
 */
import jstat from 'jstat';
import { designDraw, seedWords } from '../sim/index.js';
import { CONFIDENCE, standardErrors } from './estimate.js';

/** Times that replications are drawn again. */
const RESAMPLES = 999;
/** Fewer replications than these give no interval: there are too few ways to draw them again. */
export const FEWEST_RESAMPLED = 6;

/**
 * Both ends of an interval of a statistic of replications. `of` gets the places of replications, as many as there are, and
 * says what they come to, Infinity included. The same number of replications is always drawn again in the same way, so that
 * the same results have the same interval. Null where there are fewer than 6.
 */
export function bootstrap(
  replications: number,
  of: (places: readonly number[]) => number,
  confidence = CONFIDENCE,
): { readonly low: number; readonly high: number } | null {
  if (replications < FEWEST_RESAMPLED) return null;
  const values = resamples(replications).map(of).sort(ascending);
  const wide = standardErrors(replications, confidence) * Math.sqrt(replications / (replications - 1));
  const beyond = Math.max(0, Math.floor((RESAMPLES + 1) * jstat.normal.cdf(-wide, 0, 1)) - 1);
  return { low: values[beyond]!, high: values[RESAMPLES - 1 - beyond]! };
}

/** A way to sort that lets Infinity stand beside itself. */
function ascending(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const drawn = new Map<number, readonly (readonly number[])[]>();

/** Places of replications, drawn with replacement; of the latest number that was asked for they are kept. */
function resamples(replications: number): readonly (readonly number[])[] {
  const kept = drawn.get(replications);
  if (kept !== undefined) return kept;
  const seed = seedWords('bootstrap');
  const made = Array.from({ length: RESAMPLES }, (_, resample) =>
    Array.from({ length: replications }, (__, at) =>
      Math.floor(replications * designDraw(seed, 'design/bootstrap', resample * replications + at)),
    ),
  );
  drawn.clear();
  drawn.set(replications, made);
  return made;
}
