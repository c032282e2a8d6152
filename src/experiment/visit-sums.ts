/**
 * What the visits of changed episodes come to, added up once for all the accounts that are told by service and class. All of it
 * is in whole unit-seconds, so that sums are exact in whatever order visits come.
 */
import { CLASSES, type Class } from './differences.js';
import { BASELINE, POLICY, type Side } from './pair.js';
import type { TwinEpisode } from './twin-episode.js';
import { COLUMNS, type Column } from './visit-columns.js';

/** Visits that both worlds have, and visits that one of them has alone. */
export type Whether = 'both' | 'one';

/** Sums by service, class and whether both worlds have the visit; in each, of both worlds, column by column. */
export class VisitSums {
  private readonly sums: Float64Array;

  constructor(services: number) {
    this.sums = new Float64Array(2 * CLASSES.length * 2 * COLUMNS * services);
  }

  /** Adds the visits of an episode. */
  add(episode: TwinEpisode): void {
    const { visits } = episode;
    for (let visit = 0; visit < visits.count; visit += 1) {
      const isInBoth = visits.isIn(visit, BASELINE) && visits.isIn(visit, POLICY);
      const place = placeOf(visits.service[visit]!, episode.classOf(visit), isInBoth ? 'both' : 'one');
      visits.addTo(this.sums, place, visit);
    }
  }

  /** A column of a service's visits of a class in one world; of all of them, or of those that both worlds have or one alone. */
  of(side: Side, service: number, of: Class, column: Column, whether?: Whether): number {
    if (whether === undefined)
      return this.of(side, service, of, column, 'both') + this.of(side, service, of, column, 'one');
    return this.sums[placeOf(service, of, whether) + COLUMNS * side + column]!;
  }

  /** The same, policy world less baseline. */
  change(service: number, of: Class, column: Column): number {
    return this.of(POLICY, service, of, column) - this.of(BASELINE, service, of, column);
  }
}

function placeOf(service: number, of: Class, whether: Whether): number {
  return 2 * COLUMNS * (CLASSES.length * (2 * service + (whether === 'both' ? 0 : 1)) + of);
}
