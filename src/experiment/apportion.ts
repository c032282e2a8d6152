/** Apportioning by largest remainder (Hamilton's method): whole parts whose sum is exact. */

/**
 * Shares a whole number out in proportion to weights, in whole numbers that add up to it and none of which is over its
 * weight, where the weights add up to at least as much. Of equal remainders the first is served first.
 */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (whole * weight) / sum);
  const parts = exact.map(Math.floor);
  const remainder = (at: number) => exact[at]! - parts[at]!;
  const order = [...weights.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b);
  let left = whole - parts.reduce((all, part) => all + part, 0);
  for (const at of order) {
    if (left === 0) break;
    if (parts[at]! >= weights[at]!) continue;
    parts[at]! += 1;
    left -= 1;
  }
  return parts;
}

/**
 * Rows to columns with the same sum: each row in turn is shared out in proportion to what is left of the columns.
 * @returns Cells by row, then column; rows and columns add up to their margins.
 */
export function matrixOf(rows: readonly number[], columns: readonly number[]): number[][] {
  const left = [...columns];
  return rows.map((row) => {
    const parts = apportion(row, left);
    parts.forEach((part, at) => {
      left[at]! -= part;
    });
    return parts;
  });
}
