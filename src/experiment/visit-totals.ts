/** What visits come to by service and group, added up once for all measures that ask for it. */
import { NONE } from '../sim/index.js';
import type { Fold, Sums } from './measure.js';

/** Totals of a log so far, by service and group (2 x service + background): whole numbers, exact in whatever order rows come. */
export class VisitTotals {
  /** Contacts, and of these those that were started. */
  readonly sought: Float64Array;
  readonly started: Float64Array;
  /** Visits that joined in the window and came to their end, those among them left out that never started. */
  readonly concluded: Float64Array;
  /** Units x seconds held in the window. */
  readonly heldSeconds: Float64Array;

  constructor(serviceCount: number) {
    this.sought = new Float64Array(2 * serviceCount);
    this.started = new Float64Array(2 * serviceCount);
    this.concluded = new Float64Array(2 * serviceCount);
    this.heldSeconds = new Float64Array(2 * serviceCount);
  }
}

/** Takes what a log comes to in the end, and passes it on; nothing where there was no visit at all. */
export function atEnd(take: (totals: VisitTotals) => void): Fold {
  let totals: VisitTotals | null = null;
  return {
    visits: (batch) => {
      totals = batch.totals;
    },
    finish: () => {
      if (totals !== null) take(totals);
    },
  };
}

/** Adds totals up into the cell that `placeOf` names for a service and a group (0 people, 1 background); NONE leaves them out. */
export function foldTotals(
  { cells }: Pick<Sums, 'cells'>,
  what: keyof VisitTotals,
  placeOf: (service: number, group: number) => number,
): Fold {
  return atEnd(({ [what]: sums }) => {
    for (let at = 0; at < sums.length; at += 1) {
      const place = placeOf(at >> 1, at & 1);
      if (place !== NONE) cells[place]! += sums[at]!;
    }
  });
}
