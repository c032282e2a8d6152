/** One number asked of every replication of a world: a measure, added up over the cells that match. */
import { InvariantError } from '../sim/index.js';
import { isAsked } from './asked-cells.js';
import type { Measure } from './measure.js';
import { measures } from './measures/index.js';
import type { Replication } from './replicate.js';
import type { Cell } from './results.js';
import { type Member, viewOf } from './view.js';

/** A measure at some cells: the id of each dimension that is named; others are added up. */
export interface MeasureAt {
  readonly measure: string;
  readonly where: Cell;
}

/** What a replication says: of a ratio what stands above and below the line, else a value over 1. */
export interface Reply {
  readonly above: number;
  readonly below: number;
}

/** The number itself; NaN where nothing stands below the line. */
export function numberIn({ above, below }: Reply): number {
  return below === 0 ? Number.NaN : above / below;
}

/** Cells of a world that a question is about. */
export function cellsAsked(question: MeasureAt, member: Pick<Member, 'world' | 'dictionary'>): Cell[] {
  return measureOf(question.measure)
    .cells(viewOf(member))
    .filter((cell) => isAsked(question.where, cell));
}

/** Makes a reader of replications of one world run by itself. */
export function readerOf(
  question: MeasureAt,
  member: Pick<Member, 'world' | 'dictionary'>,
): (replication: Replication) => Reply {
  const of = measureOf(question.measure);
  const place = measures.indexOf(of);
  const cells = of.cells(viewOf(member));
  const asked = cells.flatMap((cell, at) => (isAsked(question.where, cell) ? [at] : []));
  return ({ worlds }) => {
    const values = worlds[0]!.measures[place]!;
    const sum = (offset: number) => asked.reduce((all, at) => all + values[offset + at]!, 0);
    return { above: sum(0), below: of.estimator === 'ratio' ? sum(cells.length) : 1 };
  };
}

function measureOf(id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new InvariantError(`there is no measure ${id}`);
  return found;
}
