import { type Document, isScalar, visit } from 'yaml';
import type { Fault } from './problems.js';
import { readQuantity } from './units.js';

/** So far before and after a comma the rest of a number is looked for [characters]. */
const REACH = 60;

/** A number that a comma cuts in two, where it begins, and what is wrong with it. */
export interface CutNumber {
  readonly offset: number;
  readonly fault: Fault;
}

/**
 * The number of which a key without a value is the end, since a comma parts the keys of a map in braces: `000` in
 * `{population: 600,000}`; null where the key is none.
 */
export function numberCutAt(source: string, offset: number): CutNumber | null {
  const [head] = /(?<![\w.,-])[-+]?\d+(?:,\d+)*, ?$/.exec(source.slice(Math.max(0, offset - REACH), offset)) ?? [];
  const [tail] = /^\d+(?:,\d+)*(?: *[a-z%][^,:}\n]*)?(?=\s*[,}])/.exec(source.slice(offset, offset + REACH)) ?? [];
  if (head === undefined || tail === undefined) return null;
  const written = `${head.trim()}${tail}`;
  const quantity = readQuantity(written);
  if (quantity.kind !== 'none' || quantity.nearest === null) return null;
  return {
    offset: offset - head.length,
    fault: {
      message: `A comma ends a value here, so it cuts this number in two: ${quantity.why}.`,
      found: written,
      expected: 'a number without commas',
      nearest: quantity.nearest,
    },
  };
}

/** Numbers of a document that are cut in two by a comma. */
export function cutNumbersIn(document: Document.Parsed, source: string): CutNumber[] {
  const found: CutNumber[] = [];
  if (!/\d, ?\d/.test(source)) return found;
  visit(document, {
    Pair(_, { key, value }) {
      const offset = value === null && isScalar(key) ? key.range?.[0] : undefined;
      const cut = offset === undefined ? null : numberCutAt(source, offset);
      if (cut !== null) found.push(cut);
    },
  });
  return found;
}
