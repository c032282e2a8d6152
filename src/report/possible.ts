import type { Shown } from './numbers.js';
import { isShare } from './scale.js';

/**
 * A level as printed, with its interval cut to what is possible: Student t intervals know no bounds, but nothing that is
 * counted is under 0, and no share over 100%.
 * @param factor of the scale in which it is printed.
 */
export function cutToPossible(level: Shown, unit: string, factor: number): Shown {
  const { mean, low, high } = level;
  const top = isShare(unit) ? factor : Number.POSITIVE_INFINITY;
  const cut = (value: number | null) =>
    value === null || mean === null || mean < 0 ? value : Math.min(Math.max(value, 0), top);
  return { ...level, low: cut(low), high: cut(high) };
}

/** A number that counts, as printed, with its interval cut at 0: of comparisons, which have no level to be cut by its unit. */
export function cutAtNothing(count: Shown): Shown {
  return { ...count, low: count.low === null ? null : Math.max(0, count.low) };
}
