import type { Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { type Shown, shown } from './numbers.js';
import { cutAtNothing } from './possible.js';
import { type Scale, scaleOf } from './scale.js';

/** A quantity week by week in every world, at the scale and rounding at which it is printed. */
export interface Weeks {
  readonly scale: Scale;
  /** Weeks of a world, from the first; none where the world does not have the quantity. */
  readonly of: (world: string) => readonly Shown[];
}

/**
 * What the run followed week by week, for a measure and cell; null where it did not.
 * @param times Multiplies the numbers, and `unit` names what they then are: for hours in place of a mean of units.
 */
export function weeksOf(
  figures: Figures,
  measure: string,
  cell: Cell,
  times = 1,
  unit = figures.unit(measure),
): Weeks | null {
  const rows = figures.weekly(measure, cell);
  if (rows.length === 0) return null;
  const largest = Math.max(0, ...rows.flatMap(({ mean }) => mean.map((value) => Math.abs(value ?? 0) * times)));
  const scale = scaleOf(unit, largest);
  return {
    scale,
    of: (world) => {
      const row = rows.find((series) => series.world === world);
      return (row?.mean ?? []).map((mean, week) => {
        const rounded = shown(
          { mean, low: row!.low[week] ?? null, high: row!.high[week] ?? null, n: 0 },
          times * scale.factor,
        );
        return cutAtNothing(rounded);
      });
    },
  };
}
