/** The visits of one episode in one world, put together from their stretches, in the order in which they were sought. */
import { Finish, NEVER, NONE } from '../sim/index.js';
import { isLast } from './batch.js';
import { Hour, Int, type KeptRows } from './kept-rows.js';
import { instant } from './window.js';

/** A visit under way: one object for many, filled anew for each. */
export class Sought {
  /** Row of the episode's columns. */
  row = 0;
  service = NONE;
  step = NONE;
  units = 0;
  joined = 0;
  /** When it first started and when that stretch's service ended; NEVER where it did not. */
  started = NEVER;
  ended = NEVER;
  /** When its first stretch was over. */
  firstReleased = 0;
  /** Seconds. */
  requested = 0;
  /** Unit-seconds from starts to ends of service, what was done again left out. */
  elapsed = 0;
  repeated = 0;
  /** The first stretch's part of `elapsed` was done again. */
  isFirstRepeated = false;
  /** When its last service ended, or it left the line. */
  over = 0;
  /** How it came to its end; NONE while it goes on. */
  finish = NONE;
  /** Service was over before the units were given back or the run ended. */
  isOver = false;
  /** Number of the coming to a step that it belongs to. */
  coming = 0;

  /** Begins it with the first of its stretches. */
  begin(row: number, kept: KeptRows, at: number): void {
    this.row = row;
    this.service = kept.int(at, Int.service);
    this.step = kept.int(at, Int.step);
    this.units = kept.int(at, Int.units);
    this.joined = kept.hour(at, Hour.joined);
    this.started = kept.hour(at, Hour.started);
    this.ended = kept.hour(at, Hour.ended);
    this.firstReleased = kept.hour(at, Hour.released);
    this.requested = kept.hour(at, Hour.requested);
    this.elapsed = 0;
    this.repeated = 0;
    this.isFirstRepeated = false;
    this.over = this.firstReleased;
    this.finish = NONE;
    this.isOver = false;
  }

  /** Adds one of its stretches, the first included. */
  add(kept: KeptRows, at: number): void {
    const started = kept.hour(at, Hour.started);
    const ended = kept.hour(at, Hour.ended);
    const released = kept.hour(at, Hour.released);
    const finish = kept.int(at, Int.finish);
    this.over = started < NEVER ? ended : released;
    if (started < NEVER) this.elapsed += kept.int(at, Int.units) * (instant(ended) - instant(started));
    if (finish === Finish.restarted) {
      this.repeated += this.elapsed;
      this.elapsed = 0;
      this.isFirstRepeated = true;
    }
    if (!isLast(finish, kept.int(at, Int.next))) return;
    this.finish = finish;
    this.isOver =
      started < NEVER && (finish === Finish.released || (finish === Finish.censoredHeld && ended < released));
  }
}

const byHour = (one: Sought, other: Sought) => one.joined - other.joined;

/** Puts the visits of one episode after another together. */
export class Stretches {
  /** The first `count` are those of the episode. */
  readonly visits: Sought[] = [];
  count = 0;
  /** Comings to a step, in which visits were sought together. */
  comings = 0;

  private isInOrder = true;

  /** Begins another episode. */
  clear(): void {
    this.count = 0;
    this.isInOrder = true;
  }

  /**
   * Adds a stretch, of the visit with that row among the episode's columns. An episode has few visits, and most stretches are of
   * the latest: they are looked for one by one, from the last.
   */
  add(kept: KeptRows, at: number, row: number): void {
    const { visits } = this;
    let place = this.count - 1;
    while (place >= 0 && visits[place]!.row !== row) place -= 1;
    if (place < 0) {
      place = this.count;
      if (place === visits.length) visits.push(new Sought());
      this.count += 1;
      visits[place]!.begin(row, kept, at);
      this.isInOrder = this.isInOrder && (place === 0 || visits[place - 1]!.joined <= visits[place]!.joined);
    }
    visits[place]!.add(kept, at);
  }

  /** Puts the visits in order, once all stretches are there. */
  close(): void {
    if (!this.isInOrder) this.sort();
    this.group();
  }

  private sort(): void {
    const sorted = this.visits.slice(0, this.count).sort(byHour);
    for (const [place, visit] of sorted.entries()) this.visits[place] = visit;
  }

  /** Groups visits by coming to a step: a service that is sought again, or after the others are over, begins another. */
  private group(): void {
    const { visits, count } = this;
    this.comings = 0;
    for (let place = 0; place < count; place += 1) {
      const visit = visits[place]!;
      let before = place - 1;
      while (before >= 0 && visits[before]!.step !== visit.step) before -= 1;
      if (before >= 0 && this.isBeside(visits[before]!.coming, place)) visit.coming = visits[before]!.coming;
      else {
        visit.coming = this.comings;
        this.comings += 1;
      }
    }
  }

  private isBeside(coming: number, place: number): boolean {
    const { service, joined } = this.visits[place]!;
    for (let before = 0; before < place; before += 1) {
      const other = this.visits[before]!;
      if (other.coming === coming && (other.service === service || other.over < joined)) return false;
    }
    return true;
  }
}
