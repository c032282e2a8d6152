import { LevelBatch, OutcomeBatch, VisitBatch } from '../../../src/experiment/batch.js';
import { measures } from '../../../src/experiment/measures/index.js';
import type { Cell } from '../../../src/experiment/results.js';
import type { WorldView } from '../../../src/experiment/view.js';
import type { LevelLog, OutcomeLog, VisitLog } from '../../../src/sim/index.js';

/** What a measure says of logs: each cell as text with its value, or with what is above and below the line. */
export function fold(
  id: string,
  view: WorldView,
  logs: { visits?: VisitLog[]; outcomes?: OutcomeLog[]; levels?: LevelLog[] },
): Record<string, number | [number, number]> {
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  const tracker = measure.begin(view);
  const visits = new VisitBatch(view);
  for (const log of logs.visits ?? []) {
    visits.read(log);
    tracker.visits?.(visits);
  }
  const outcomes = new OutcomeBatch(view);
  for (const log of logs.outcomes ?? []) {
    outcomes.read(log);
    tracker.outcomes?.(outcomes);
  }
  const levels = new LevelBatch(view);
  for (const log of logs.levels ?? []) {
    levels.read(log);
    tracker.levels?.(levels);
  }
  tracker.finish?.();
  const cells = measure.cells(view);
  const result = tracker.result();
  const isNothing = (at: number) => result[at] === 0 && !(result[cells.length + at] ?? 0);
  return Object.fromEntries(
    cells.flatMap((cell, at) => {
      if (isNothing(at)) return [];
      const value = result[at] ?? Number.NaN;
      return [[textOf(cell), measure.estimator === 'ratio' ? [value, result[cells.length + at] ?? 0] : value]];
    }),
  );
}

/** A cell as a short text: `ward people`. */
export function textOf(cell: Cell): string {
  return Object.values(cell).join(' ');
}
