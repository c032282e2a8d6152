/**
 * What it buys that the same chance serves both worlds of a comparison. The difference of a measure, policy minus
 * baseline, has the variance of paired differences; had each world drawn luck of its own, it would be the sum of the two
 * worlds' variances. Their quotient says how many times as many replications independent runs would take for an interval
 * of the same width (Law, Simulation Modeling and Analysis, 5th ed., section 11.2: common random numbers).
 */
import { sampleVariance } from 'simple-statistics';
import type { Measure } from './measure.js';
import type { Cell } from './results.js';
import type { Sampled, Samples, WorldSamples } from './samples.js';
import { above, below, keyOf } from './summarise.js';

/** Measures that a comparison is quoted by; of people, where background work is told apart. */
const HEADLINE = ['contacts', 'staff-hours', 'unmet', 'wait-mean'];
/** A service is near-critical when more than this share of its unit-hours is in use … */
export const NEAR_CRITICAL_OCCUPANCY = 0.95;
/** … or all of its units are in use for more than this share of the time, in either world. */
export const NEAR_CRITICAL_FULL = 0.5;

/** What pairing buys for one number. */
export interface PairingGain {
  readonly world: string;
  readonly measure: string;
  readonly cell: Cell;
  /** Variance of the difference of independent runs over that of paired ones; Infinity where no replication differs. */
  readonly ratio: number;
  /** Whether it is a number of a service that is nearly always full, whose twins soon part. */
  readonly isNearCritical: boolean;
}

/**
 * The gain for each headline measure of each policy world, cell by cell, from the replications of an ordinary experiment
 * (at least 3). Cells that do not vary in either world are left out, and so are those that only one of them has.
 */
export function pairingGains(samples: Samples): PairingGain[] {
  const [baseline, ...policies] = samples.worlds;
  if (baseline === undefined) return [];
  return policies.flatMap((policy) => {
    const critical = new Set([...nearCritical(baseline), ...nearCritical(policy)]);
    return HEADLINE.flatMap((id) => {
      const [before, after] = [baseline.measures.get(id)!, policy.measures.get(id)!];
      const places = new Map(before.cells.map((cell, at) => [keyOf(cell), at]));
      return after.cells.flatMap((cell, at): PairingGain[] => {
        const place = places.get(keyOf(cell));
        if (place === undefined || cell.group === 'background') return [];
        const ratio = gain(effects(before, place), effects(after, at));
        if (Number.isNaN(ratio)) return [];
        return [{ world: policy.id, measure: id, cell, ratio, isNearCritical: critical.has(cell.service ?? '') }];
      });
    });
  });
}

/** Variance of the difference with chance of its own in either world, over its variance with the same; NaN of nothing. */
function gain(baseline: readonly number[], policy: readonly number[]): number {
  const both = policy.map((value, replication) => [value, baseline[replication]!] as const);
  const defined = both.filter(([one, other]) => !Number.isNaN(one) && !Number.isNaN(other));
  if (defined.length < 3) return Number.NaN;
  const apart = sampleVariance(defined.map(([one]) => one)) + sampleVariance(defined.map(([, other]) => other));
  if (apart === 0) return Number.NaN;
  return apart / sampleVariance(defined.map(([one, other]) => one - other));
}

/**
 * What each replication adds to the estimate of a cell: its value, and for a ratio of totals its jackknife pseudo-value,
 * whose variance is that of the ratio (Efron and Tibshirani, An Introduction to the Bootstrap, ch. 11).
 */
function effects(sampled: Sampled<Measure>, at: number): number[] {
  const values = above(sampled, at);
  if (sampled.of.estimator !== 'ratio') return values;
  const under = below(sampled, at);
  const n = values.length;
  const [sum, sumUnder] = [total(values), total(under)];
  return values.map((value, left) => (n * sum) / sumUnder - ((n - 1) * (sum - value)) / (sumUnder - under[left]!));
}

/** Ids of the services that are nearly always full in a world. */
export function nearCritical(world: WorldSamples): string[] {
  const over = (id: string, limit: number): string[] => {
    const sampled = world.measures.get(id)!;
    return sampled.cells.flatMap((cell, at) =>
      total(above(sampled, at)) > limit * total(below(sampled, at)) ? [cell.service!] : [],
    );
  };
  return [...over('occupancy', NEAR_CRITICAL_OCCUPANCY), ...over('full-share', NEAR_CRITICAL_FULL)];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
