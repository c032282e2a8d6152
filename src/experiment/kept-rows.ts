/** Rows of the visit log that must outlive their batch, each in one place, as linked lists. */
import type { VisitLog } from '../sim/index.js';
import { moreInts } from './key-table.js';

/** End of a list. */
export const NO_KEPT = -1;

/** Columns of whole numbers, in a row's words. */
export const Int = {
  step: 0,
  decision: 1,
  inputs: 2,
  service: 3,
  finish: 4,
  next: 5,
  units: 6,
  visit: 7,
  part: 8,
} as const;
/** Columns of hours (`requested` has seconds), after the words. */
export const Hour = { joined: 0, started: 1, ended: 2, released: 3, requested: 4 } as const;
/** Words of a row: its columns, then the row after it in its list. */
const LINK = 9;
const HOURS = 5;
/** Words of a row with its hours, which take two words each and come last. */
const WORDS = 20;
const FLOATS = WORDS / 2;
const FIRST_HOUR = FLOATS - HOURS;

/** Rows kept, and given back to be used again. */
export class KeptRows {
  /** All rows, and the same bytes as hours. */
  private words = new Int32Array(WORDS * 1024);
  private floats = new Float64Array(this.words.buffer);
  /** Rows given back, a stack apart from them: a row that is used again need not be read for it. */
  private free = new Int32Array(1024);
  private freeCount = 0;
  private used = 0;

  /** Rows that there is room for. */
  get room(): number {
    return this.words.length / WORDS;
  }

  /** Makes sure that so many rows can be kept without growing. */
  reserve(count: number): void {
    let room = this.room;
    while (room < this.used + count) room *= 2;
    if (room === this.room) return;
    this.words = moreInts(this.words, WORDS * room);
    this.floats = new Float64Array(this.words.buffer);
    this.free = moreInts(this.free, room);
  }

  /** Copies a row of the log, for which there must be room; it is the end of its list until another is linked to it. */
  keep(log: VisitLog, row: number): number {
    const { words, floats } = this;
    let kept = this.used;
    if (this.freeCount > 0) {
      this.freeCount -= 1;
      kept = this.free[this.freeCount]!;
    } else this.used += 1;
    const int = kept * WORDS;
    words[int + Int.step] = log.step[row]!;
    words[int + Int.decision] = log.decision[row]!;
    words[int + Int.inputs] = log.inputs[row]!;
    words[int + Int.service] = log.service[row]!;
    words[int + Int.finish] = log.finish[row]!;
    words[int + Int.next] = log.next[row]!;
    words[int + Int.units] = log.units[row]!;
    words[int + Int.visit] = log.visit[row]!;
    words[int + Int.part] = log.part[row]!;
    words[int + LINK] = NO_KEPT;
    const hour = kept * FLOATS + FIRST_HOUR;
    floats[hour + Hour.joined] = log.joined[row]!;
    floats[hour + Hour.started] = log.started[row]!;
    floats[hour + Hour.ended] = log.ended[row]!;
    floats[hour + Hour.released] = log.released[row]!;
    floats[hour + Hour.requested] = log.requested[row]!;
    return kept;
  }

  /** A whole number of a row. */
  int(kept: number, column: number): number {
    return this.words[kept * WORDS + column]!;
  }

  /** An hour of a row. */
  hour(kept: number, column: number): number {
    return this.floats[kept * FLOATS + FIRST_HOUR + column]!;
  }

  /** Whether two rows are alike but for steps, services, decisions and inputs, which go by names, and for hours. */
  isAlike(one: number, other: number): boolean {
    const { words } = this;
    const at = one * WORDS;
    const twin = other * WORDS;
    return (
      words[at + Int.finish] === words[twin + Int.finish] &&
      words[at + Int.units] === words[twin + Int.units] &&
      words[at + Int.visit] === words[twin + Int.visit] &&
      words[at + Int.part] === words[twin + Int.part]
    );
  }

  /** Whether two rows have the same hours, and request the same. */
  isOnTime(one: number, other: number): boolean {
    const { floats } = this;
    const at = one * FLOATS + FIRST_HOUR;
    const twin = other * FLOATS + FIRST_HOUR;
    return (
      floats[at + Hour.released] === floats[twin + Hour.released] &&
      floats[at + Hour.joined] === floats[twin + Hour.joined] &&
      floats[at + Hour.started] === floats[twin + Hour.started] &&
      floats[at + Hour.ended] === floats[twin + Hour.ended] &&
      floats[at + Hour.requested] === floats[twin + Hour.requested]
    );
  }

  link(kept: number, next: number): void {
    this.words[kept * WORDS + LINK] = next;
  }

  after(kept: number): number {
    return this.words[kept * WORDS + LINK]!;
  }

  /**
   * Reads the ends of rows that are about to be looked at one by one, NO_KEPT apart: none of these reads waits for another, so
   * that rows which have left the cache are fetched many at once. Says how many have a successor, which keeps it from being
   * left out as work for nothing.
   */
  fetch(rows: Int32Array, count: number): number {
    const { words, floats } = this;
    let successors = 0;
    for (let at = 0; at < count; at += 1) {
      const kept = rows[at]!;
      if (kept === NO_KEPT) continue;
      if (words[kept * WORDS + LINK] !== NO_KEPT || floats[kept * FLOATS + FLOATS - 1]! < 0) successors += 1;
    }
    return successors;
  }

  /** Gives a whole list back. */
  giveBack(first: number): void {
    for (let kept = first; kept !== NO_KEPT; ) {
      this.free[this.freeCount] = kept;
      this.freeCount += 1;
      kept = this.after(kept);
    }
  }
}
