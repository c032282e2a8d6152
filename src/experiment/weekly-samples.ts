import type { Measure } from './measure.js';
import type { Cell } from './results.js';
import type { Sampled } from './samples.js';

/** One quantity of one cell, week by week: cells of a sampled weekly series that differ in the week alone. */
export interface WeeklyRow {
  /** The cell without its week. */
  readonly cell: Cell;
  /** Place of week 0 among the cells; the other weeks follow, since the week is the last dimension. */
  readonly first: number;
}

/** The rows of a weekly series; none where the run is shorter than a week. */
export function weeklyRows({ cells }: Sampled<Measure>): WeeklyRow[] {
  return cells.flatMap(({ week, ...cell }, first) => (week === '0' ? [{ cell, first }] : []));
}

/** Whole weeks of a run. */
export function weekCount({ cells }: Sampled<Measure>): number {
  return cells.length === 0 ? 0 : Number(cells[cells.length - 1]!.week) + 1;
}
