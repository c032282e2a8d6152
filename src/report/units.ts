/** What the units of a service are called, beside a number of them. */
import { plain } from './labels.js';
import { digits } from './numbers.js';

/** The words of a service for its units. */
interface UnitWords {
  /** In the plural. */
  readonly unit: string;
  /** For one; left out by earlier versions. */
  readonly unitOne?: string;
}

/** The plural: `beds`. */
export function manyUnits({ unit }: UnitWords): string {
  return plain(unit) || 'units';
}

/** The word after a number of them: `bed` after 1, else `beds`. */
function unitWord(count: number, words: UnitWords): string {
  return count === 1 ? plain(words.unitOne ?? '') || 'unit' : manyUnits(words);
}

/** `1 more bed`, `3 more beds`. */
export function moreUnits(count: number, words: UnitWords): string {
  return `${digits(count, 0)} more ${unitWord(count, words)}`;
}
