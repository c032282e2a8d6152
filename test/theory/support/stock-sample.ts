import type { Estimate } from '../../../src/experiment/results.js';
import { studentQuantile } from './student.js';

/** Mean of one figure per replication, with its 95% interval, as an experiment would print it. */
export function sampled(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(0.95, n - 1) * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half, n };
}
