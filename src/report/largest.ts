import type { Cell, WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { direction, type Shown } from './numbers.js';

/** A difference that is clear in the model, and where it stands. */
export interface ClearChange {
  readonly world: WorldDescription;
  readonly cell: Cell;
  readonly shown: Shown;
  /** Size by which changes are compared: the mean, over the baseline's level where `relative`. */
  readonly size: number;
}

/**
 * The clear differences of a measure over these cells and worlds, largest first. Relative sizes compare services whose
 * waits differ a thousandfold; a baseline level of nothing counts as the largest.
 */
export function clearChanges(
  figures: Figures,
  measure: string,
  cells: readonly Cell[],
  worlds: readonly WorldDescription[],
  relative: boolean,
): readonly ClearChange[] {
  const found: ClearChange[] = [];
  for (const world of worlds) {
    for (const cell of cells) {
      const shown = figures.change(world.id, measure, cell);
      const raw = figures.rawChange(world.id, measure, cell)?.mean ?? null;
      if (shown === null || raw === null || direction(shown) === 'unclear') continue;
      const base = relative ? (figures.rawLevel(figures.baseline.id, measure, cell)?.mean ?? 0) : 1;
      found.push({ world, cell, shown, size: base === 0 ? Number.MAX_VALUE : Math.abs(raw / base) });
    }
  }
  return found.sort((one, other) => other.size - one.size);
}
