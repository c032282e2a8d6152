import type { Estimate } from '../../../src/experiment/results.js';
import { studentQuantile } from './student.js';

/** An estimate against its exact value. */
export interface Verdict {
  readonly mean: number;
  /** Half the width of the interval at the level asked for, in the measure's unit. */
  readonly half: number;
  readonly exact: number;
  /** True where the interval holds the exact value. */
  readonly holds: boolean;
  /** Half the width, as a share of the exact value. */
  readonly width: number;
}

/** Mean, standard error and degrees of freedom behind an estimate, got back from its 95% Student interval. */
interface Spread {
  readonly mean: number;
  readonly error: number;
  readonly degrees: number;
}

/** Level of each of so many intervals such that all of them together fail by chance once in a thousand times. */
export function levelFor(comparisons: number): number {
  return 1 - 0.001 / comparisons;
}

/** Judges the mean over the replications of one run. Throws when the estimate has no interval. */
export function judge(estimate: Estimate, exact: number, level: number): Verdict {
  return verdict(spreadOf(estimate), exact, level);
}

/** Judges the mean over all replications of several runs with seeds of their own and as many replications each. */
export function judgeTogether(estimates: readonly Estimate[], exact: number, level: number): Verdict {
  const spreads = estimates.map(spreadOf);
  const sum = (of: (spread: Spread) => number) => spreads.reduce((total, spread) => total + of(spread), 0);
  return verdict(
    {
      mean: sum(({ mean }) => mean) / spreads.length,
      error: Math.sqrt(sum(({ error }) => error ** 2)) / spreads.length,
      degrees: sum(({ degrees }) => degrees),
    },
    exact,
    level,
  );
}

function verdict({ mean, error, degrees }: Spread, exact: number, level: number): Verdict {
  const half = studentQuantile(level, degrees) * error;
  return { mean, half, exact, holds: Math.abs(mean - exact) <= half, width: half / Math.abs(exact) };
}

function spreadOf({ mean, low, high, n }: Estimate): Spread {
  if (mean === null || low === null || high === null || n < 2) throw new RangeError('an estimate without an interval');
  return { mean, error: (high - low) / 2 / studentQuantile(0.95, n - 1), degrees: n - 1 };
}
