/** A measure added up over the cells that match, replication by replication. */
import type { Term } from '../scenarios/index.js';
import type { WorldSamples } from './samples.js';
import { above, below } from './summarise.js';

/** What is added up: a measure, and values by dimension; all of a dimension that is left out. */
export type Summed = Pick<Term, 'measure' | 'where'>;

/** What is wrong with a term, or null. */
export function faultOf({ measure, where }: Summed, world: WorldSamples): string | null {
  const sampled = world.measures.get(measure);
  if (sampled === undefined) return `There is no measure ${measure}.`;
  const unknown = Object.keys(where).find((dimension) => !sampled.of.dimensions.includes(dimension));
  return unknown === undefined ? null : `The measure ${measure} has no dimension ${unknown}.`;
}

/** Above and below the line of a term, by replication: a ratio's own totals, or the sum of its cells and 1 each. */
export function termOf({ measure, where }: Summed, world: WorldSamples): [number[], number[]] {
  const sampled = world.measures.get(measure)!;
  const chosen = sampled.cells.flatMap((cell, at) =>
    Object.entries(where).every(([dimension, ids]) => ids.includes(cell[dimension]!)) ? [at] : [],
  );
  const sum = (column: (at: number) => number[]) =>
    chosen.map(column).reduce(
      (all, values) => all.map((value, run) => value + values[run]!),
      sampled.values.map(() => 0),
    );
  const over = sampled.of.estimator === 'ratio' ? sum((at) => below(sampled, at)) : sampled.values.map(() => 1);
  return [sum((at) => above(sampled, at)), over];
}
