/** Apportioning by largest remainder (Hamilton's method): whole parts whose sum is exact. */
import { NONE } from '../sim/index.js';

/** Less than any remainder: of a part that has had its share of what was left. */
const SERVED = -1;

/**
 * Shares a whole number out in proportion to weights, in whole numbers that add up to it and none of which is over its
 * weight, where the weights add up to at least as much. Of equal remainders the first is served first.
 */
export function apportion(whole: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  const parts: number[] = [];
  const remainders: number[] = [];
  let left = whole;
  for (const weight of weights) {
    const exact = sum === 0 ? 0 : (whole * weight) / sum;
    const part = Math.floor(exact);
    parts.push(part);
    remainders.push(part < weight ? exact - part : SERVED);
    left -= part;
  }
  for (let at = largest(remainders); left > 0 && at !== NONE; at = largest(remainders)) {
    parts[at]! += 1;
    remainders[at] = SERVED;
    left -= 1;
  }
  return parts;
}

/** Place of the largest remainder, of equal ones the first; NONE where all are served. */
function largest(remainders: readonly number[]): number {
  let place = NONE;
  for (let at = 0; at < remainders.length; at += 1)
    if (remainders[at]! > (place === NONE ? SERVED : remainders[place]!)) place = at;
  return place;
}

/**
 * Rows to columns with the same sum: each row in turn is shared out in proportion to what is left of the columns.
 * @returns Cells by row, then column; rows and columns add up to their margins.
 */
export function matrixOf(rows: readonly number[], columns: readonly number[]): number[][] {
  const left = [...columns];
  const cells: number[][] = [];
  for (const row of rows) {
    const parts = apportion(row, left);
    for (let at = 0; at < parts.length; at += 1) left[at]! -= parts[at]!;
    cells.push(parts);
  }
  return cells;
}
