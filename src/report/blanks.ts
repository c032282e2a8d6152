import type { Input } from './inputs.js';

/** A field of the log of assumptions that is not filled in for some inputs. */
export interface Blank {
  /** Name of the column of `assumptions.csv`. */
  readonly field: string;
  /** Ids of the inputs, weakest evidence first. */
  readonly inputs: readonly string[];
}

/** Every field of the log that somebody has still to fill in, the most often blank first. */
export function blanksOf(inputs: readonly Input[]): readonly Blank[] {
  const found = new Map<string, string[]>();
  for (const { record } of inputs) {
    for (const field of record.blanks) found.set(field, [...(found.get(field) ?? []), record.id]);
  }
  return [...found]
    .map(([field, ids]) => ({ field, inputs: ids }))
    .sort((one, other) => other.inputs.length - one.inputs.length || (one.field < other.field ? -1 : 1));
}
