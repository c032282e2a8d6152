/** The visits of one episode in one world, put together from their stretches, in the order in which they were sought. */
import { Finish, NEVER, NONE } from '../sim/index.js';
import { isLast } from './batch.js';
import { Hour, Int, type KeptRows, NO_KEPT } from './kept-rows.js';
import { instant } from './window.js';

/** A visit under way. */
export interface Sought {
  /** Row of the episode's columns. */
  readonly row: number;
  readonly service: number;
  readonly step: number;
  readonly units: number;
  readonly joined: number;
  /** When it first started and when that stretch's service ended; NEVER where it did not. */
  readonly started: number;
  readonly ended: number;
  /** When its first stretch was over. */
  readonly firstReleased: number;
  /** Seconds. */
  readonly requested: number;
  /** Unit-seconds from starts to ends of service, what was done again left out. */
  elapsed: number;
  repeated: number;
  /** The first stretch's part of `elapsed` was done again. */
  isFirstRepeated: boolean;
  /** When its last service ended, or it left the line. */
  over: number;
  /** How it came to its end; NONE while it goes on. */
  finish: number;
  /** Service was over before the units were given back or the run ended. */
  isOver: boolean;
}

/**
 * Visits by row of the episode's columns, read from one list of kept rows. An episode has few visits, and most rows are of
 * the latest: they are looked for one by one, from the last.
 */
export function stretchesOf(kept: KeptRows, head: number, rowOf: (kept: number) => number): Sought[] {
  const visits: Sought[] = [];
  let isInOrder = true;
  for (let at = head; at !== NO_KEPT; at = kept.after(at)) {
    if (kept.int(at, Int.service) === NONE) continue;
    const row = rowOf(at);
    const started = kept.hour(at, Hour.started);
    const ended = kept.hour(at, Hour.ended);
    const released = kept.hour(at, Hour.released);
    const units = kept.int(at, Int.units);
    const finish = kept.int(at, Int.finish);
    let place = visits.length - 1;
    while (place >= 0 && visits[place]!.row !== row) place -= 1;
    let visit = visits[place];
    if (visit === undefined) {
      visit = {
        row,
        service: kept.int(at, Int.service),
        step: kept.int(at, Int.step),
        units,
        joined: kept.hour(at, Hour.joined),
        started,
        ended,
        firstReleased: released,
        requested: kept.hour(at, Hour.requested),
        elapsed: 0,
        repeated: 0,
        isFirstRepeated: false,
        over: released,
        finish: NONE,
        isOver: false,
      };
      isInOrder = isInOrder && (visits.length === 0 || visits[visits.length - 1]!.joined <= visit.joined);
      visits.push(visit);
    }
    visit.over = started < NEVER ? ended : released;
    if (started < NEVER) visit.elapsed += units * (instant(ended) - instant(started));
    if (finish === Finish.restarted) {
      visit.repeated += visit.elapsed;
      visit.elapsed = 0;
      visit.isFirstRepeated = true;
    }
    if (!isLast(finish, kept.int(at, Int.next))) continue;
    visit.finish = finish;
    visit.isOver =
      started < NEVER && (finish === Finish.released || (finish === Finish.censoredHeld && ended < released));
  }
  return isInOrder ? visits : visits.sort((a, b) => a.joined - b.joined);
}

/** Visits that one coming to a step sought together. */
export interface Coming {
  readonly step: number;
  readonly visits: Sought[];
}

/** Visits grouped by coming to a step: a service that is sought again, or after the others are over, begins another. */
export function comingsOf(visits: readonly Sought[]): Coming[] {
  if (visits.length === 1) return [{ step: visits[0]!.step, visits: [visits[0]!] }];
  const comings: Coming[] = [];
  const last = new Map<number, Coming>();
  for (const visit of visits) {
    const before = last.get(visit.step);
    if (before !== undefined && isBeside(before, visit)) {
      before.visits.push(visit);
      continue;
    }
    const coming = { step: visit.step, visits: [visit] };
    last.set(visit.step, coming);
    comings.push(coming);
  }
  return comings;
}

function isBeside({ visits }: Coming, visit: Sought): boolean {
  return visits.every((other) => other.service !== visit.service && other.over >= visit.joined);
}
