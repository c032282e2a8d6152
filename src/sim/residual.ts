/** What is left of a duration once part of it is over. */
import { unitExponential } from './arithmetic.js';
import { shareBetween } from './composite.js';
import type { DistributionSpec } from './step.js';

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * The time left of a duration of which so much is over, below which a share u lies, 0 < u < 1, given that the duration
 * reaches so far: 0 where none does [hours]. Of an exponential duration as much is left as at its beginning.
 */
export function residualQuantile(d: DistributionSpec, over: number, u: number): number {
  if (d.kind === 'exponential') return d.mean * unitExponential(u);
  const reach = shareBetween(d, over, FOREVER);
  if (!(reach > 0)) return 0;
  // The longest whole that a share 1 − u of those durations reaches, to the last digit.
  const share = (1 - u) * reach;
  let low = over;
  let high = Math.max(2 * over, 1);
  while (high < FOREVER && shareBetween(d, high, FOREVER) >= share) {
    low = high;
    high *= 2;
  }
  for (let middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (shareBetween(d, middle, FOREVER) >= share) low = middle;
    else high = middle;
  }
  return low - over;
}
