/**
 * Waiting lines: one per service and priority class, each in order of joining (ties by episode key), so that nobody
 * overtakes inside a class. Class 0 is for work stopped at a shift's end; priority p waits in class p + 1.
 */
import type { Visit } from './visits.js';

/** The lines of all services of a run. */
export class Lines {
  declare private readonly classes: number;
  declare private readonly heads: (Visit | null)[];
  declare private readonly tails: (Visit | null)[];

  constructor(services: number, classes: number) {
    this.classes = classes;
    this.heads = Array.from({ length: services * classes }, () => null);
    this.tails = Array.from({ length: services * classes }, () => null);
  }

  /** The visit whose turn is next at a service, or null. */
  first(service: number): Visit | null {
    const from = service * this.classes;
    for (let line = from; line < from + this.classes; line++) {
      const visit = this.heads[line];
      if (visit !== null) return visit;
    }
    return null;
  }

  /** True when nobody of this class or a better one waits at the service. */
  isClear(service: number, lineClass: number): boolean {
    const from = service * this.classes;
    for (let line = from; line <= from + lineClass; line++) if (this.heads[line] !== null) return false;
    return true;
  }

  /** Puts a visit into its line: behind all who joined before it, and ahead of nobody who did. */
  join(visit: Visit): void {
    const line = this.lineOf(visit);
    let ahead = this.tails[line];
    while (ahead !== null && isBefore(visit, ahead)) ahead = ahead.ahead;
    const behind = ahead === null ? this.heads[line] : ahead.behind;
    visit.ahead = ahead;
    visit.behind = behind;
    if (ahead === null) this.heads[line] = visit;
    else ahead.behind = visit;
    if (behind === null) this.tails[line] = visit;
    else behind.ahead = visit;
  }

  /** Takes a visit out of its line. */
  leave(visit: Visit): void {
    const line = this.lineOf(visit);
    const { ahead, behind } = visit;
    if (ahead === null) this.heads[line] = behind;
    else ahead.behind = behind;
    if (behind === null) this.tails[line] = ahead;
    else behind.ahead = ahead;
    visit.isFirst = false;
  }

  private lineOf(visit: Visit): number {
    return visit.service * this.classes + (visit.isFirst ? 0 : visit.lineClass);
  }
}

/** True when the first of two visits joined earlier, or at the same instant with the smaller episode key. */
function isBefore(one: Visit, other: Visit): boolean {
  if (one.rank !== other.rank) return one.rank < other.rank;
  const a = one.episode;
  const b = other.episode;
  if (a.keyHigh !== b.keyHigh) return a.keyHigh >>> 0 < b.keyHigh >>> 0;
  return a.keyLow >>> 0 < b.keyLow >>> 0;
}
