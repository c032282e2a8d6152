/**
 * Means over replications and their intervals. Method: Student t over replications, paired where two worlds are
 * compared; ratios are ratios of totals with a jackknife (Law, Simulation Modeling and Analysis, 5th ed., ch. 9-10;
 * Efron and Tibshirani, An Introduction to the Bootstrap, ch. 11).
 */
import jstat from 'jstat';
import { mean, sampleCovariance, sampleStandardDeviation } from 'simple-statistics';
import type { Estimate } from './results.js';

/** Share of intervals that would contain the mean of endlessly many replications. */
export const CONFIDENCE = 0.95;

const NOTHING: Estimate = { mean: null, low: null, high: null, n: 0 };

/** Half the width of an interval, in standard errors, when it rests on so many replications (at least 2). */
export function standardErrors(replications: number, confidence = CONFIDENCE): number {
  return jstat.studentt.inv((1 + confidence) / 2, replications - 1);
}

/** The mean of values, one for each replication, with its interval; values that are not defined (NaN) are left out. */
export function meanEstimate(values: readonly number[], confidence = CONFIDENCE): Estimate {
  const defined = values.filter((value) => !Number.isNaN(value));
  const n = defined.length;
  if (n === 0) return NOTHING;
  const centre = mean(defined);
  if (n === 1) return { mean: centre, low: null, high: null, n };
  return around(centre, (standardErrors(n, confidence) * sampleStandardDeviation(defined)) / Math.sqrt(n), n);
}

/** The mean of paired differences, `policy` minus `baseline`, replication by replication. */
export function pairedDifference(
  policy: readonly number[],
  baseline: readonly number[],
  confidence = CONFIDENCE,
): Estimate {
  return meanEstimate(
    policy.map((value, replication) => value - baseline[replication]!),
    confidence,
  );
}

/** One total in each replication. */
export type Totals = ArrayLike<number>;

/**
 * A function of totals over replications, with a jackknife interval. `of` gets each total's sum, over all replications
 * and then with each one left out in turn, and returns NaN where it is not defined.
 */
export function jackknife(
  totals: readonly Totals[],
  of: (sums: readonly number[]) => number,
  confidence = CONFIDENCE,
): Estimate {
  const n = totals[0]?.length ?? 0;
  const sums = totals.map((total) => Array.from(total).reduce((sum, value) => sum + value, 0));
  const centre = of(sums);
  if (n === 0 || Number.isNaN(centre)) return NOTHING;
  if (n === 1) return { mean: centre, low: null, high: null, n };
  const without = Array.from({ length: n }, (_, left) => of(sums.map((sum, at) => sum - totals[at]![left]!)));
  if (without.some(Number.isNaN)) return { mean: centre, low: null, high: null, n };
  const middle = mean(without);
  const squares = without.reduce((sum, value) => sum + (value - middle) * (value - middle), 0);
  return around(centre, standardErrors(n, confidence) * Math.sqrt(((n - 1) / n) * squares), n);
}

/** A ratio of totals. */
export function ratioEstimate(numerators: Totals, denominators: Totals, confidence = CONFIDENCE): Estimate {
  return jackknife([numerators, denominators], ([above, below]) => quotient(above!, below!), confidence);
}

/**
 * A ratio of totals, one for each replication, that is given only where what stands below the line is clearly more than
 * 0: of hours freed, nothing can be said for each where none are. Its interval is Fieller's: all ratios that the paired values
 * do not speak against, which reach the further up the nearer the lower line is to 0 (Fieller 1954, "Some problems in
 * interval estimation", Journal of the Royal Statistical Society B 16, 175-185; D142).
 */
export function ratioEstimateWhereClear(
  numerators: readonly number[],
  denominators: readonly number[],
  confidence = CONFIDENCE,
): Estimate {
  const { low } = meanEstimate(denominators, confidence);
  if (low === null || low <= 0) return NOTHING;
  const n = denominators.length;
  const [above, below] = [mean([...numerators]), mean([...denominators])];
  const errors = standardErrors(n, confidence) ** 2 / n;
  const spread = (one: readonly number[], other: readonly number[]) => errors * sampleCovariance([...one], [...other]);
  // Where (above - r below)² is at most the squared half-width of the mean of above - r below: a square in r, open upwards.
  const square = below * below - spread(denominators, denominators);
  const middle = above * below - spread(numerators, denominators);
  const rest = above * above - spread(numerators, numerators);
  const root = Math.sqrt(Math.max(0, middle * middle - square * rest));
  return { mean: above / below, low: (middle - root) / square, high: (middle + root) / square, n };
}

/** The difference of two ratios of totals, replications paired. */
export function ratioDifference(
  policy: readonly [Totals, Totals],
  baseline: readonly [Totals, Totals],
  confidence = CONFIDENCE,
): Estimate {
  return jackknife([...policy, ...baseline], ([a, b, c, d]) => quotient(a!, b!) - quotient(c!, d!), confidence);
}

/** A quotient that is not defined where nothing stands below the line. */
export function quotient(above: number, below: number): number {
  return below === 0 ? Number.NaN : above / below;
}

function around(centre: number, half: number, n: number): Estimate {
  return { mean: centre, low: centre - half, high: centre + half, n };
}
