/**
 * Waiting lines: one per service and priority class, each in order of joining (ties by episode key), so that nobody
 * overtakes inside a class. Class 0 is for work stopped at a shift's end; priority p waits in class p + 1.
 */
import type { Episodes } from './episodes.js';
import { NO_ROW, type VisitId } from './rows.js';
import type { Visits } from './visits.js';

/** The lines of all services of a run. */
export class Lines {
  declare private readonly classes: number;
  declare private readonly heads: Int32Array;
  declare private readonly tails: Int32Array;
  private readonly visits: Visits;
  private readonly episodes: Episodes;

  constructor(services: number, classes: number, visits: Visits, episodes: Episodes) {
    this.classes = classes;
    this.heads = new Int32Array(services * classes).fill(NO_ROW);
    this.tails = new Int32Array(services * classes).fill(NO_ROW);
    this.visits = visits;
    this.episodes = episodes;
  }

  /** The visit whose turn is next at a service, or NO_ROW. */
  first(service: number): VisitId {
    const from = service * this.classes;
    for (let line = from; line < from + this.classes; line++) {
      if (this.heads[line] !== NO_ROW) return this.heads[line] as VisitId;
    }
    return NO_ROW as VisitId;
  }

  /** True when nobody of this class or a better one waits at the service. */
  isClear(service: number, lineClass: number): boolean {
    const from = service * this.classes;
    for (let line = from; line <= from + lineClass; line++) if (this.heads[line] !== NO_ROW) return false;
    return true;
  }

  /** Puts a visit into its line: behind all who joined before it, and ahead of nobody who did. */
  join(visit: VisitId): void {
    const { visits } = this;
    const line = this.lineOf(visit);
    let ahead = this.tails[line];
    while (ahead !== NO_ROW && this.before(visit, ahead)) ahead = visits.ahead[ahead];
    const behind = ahead === NO_ROW ? this.heads[line] : visits.behind[ahead];
    visits.ahead[visit] = ahead;
    visits.behind[visit] = behind;
    if (ahead === NO_ROW) this.heads[line] = visit;
    else visits.behind[ahead] = visit;
    if (behind === NO_ROW) this.tails[line] = visit;
    else visits.ahead[behind] = visit;
  }

  /** Takes a visit out of its line. */
  leave(visit: VisitId): void {
    const { visits } = this;
    const line = this.lineOf(visit);
    const ahead = visits.ahead[visit];
    const behind = visits.behind[visit];
    if (ahead === NO_ROW) this.heads[line] = behind;
    else visits.behind[ahead] = behind;
    if (behind === NO_ROW) this.tails[line] = ahead;
    else visits.ahead[behind] = ahead;
    visits.isFirst[visit] = 0;
  }

  private lineOf(visit: VisitId): number {
    const { visits } = this;
    return visits.service[visit] * this.classes + (visits.isFirst[visit] === 1 ? 0 : visits.lineClass[visit]);
  }

  /** True when the first of two visits joined earlier, or at the same instant with the smaller episode key. */
  private before(one: number, other: number): boolean {
    const { rank, episode } = this.visits;
    if (rank[one] !== rank[other]) return rank[one] < rank[other];
    const { keyHigh, keyLow } = this.episodes;
    const a = episode[one];
    const b = episode[other];
    if (keyHigh[a] !== keyHigh[b]) return keyHigh[a] >>> 0 < keyHigh[b] >>> 0;
    return keyLow[a] >>> 0 < keyLow[b] >>> 0;
  }
}
