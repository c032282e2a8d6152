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

  /**
   * Copies rows of the log, each the end of a list until another is linked to it. Two short loops without a call, in which the
   * compiler looks at no column twice.
   * @param list Which rows: those from one place of it up to another.
   * @param places Where each is kept then, by its place in the list.
   */
  keep(log: VisitLog, list: Int32Array, from: number, to: number, places: Int32Array): void {
    this.take(from, to, places);
    this.copyWords(log, list, from, to, places);
    const { floats } = this;
    const { joined, started, ended, released, requested } = log;
    for (let at = from; at < to; at += 1) {
      const row = list[at]!;
      const hour = places[at]! * FLOATS + FIRST_HOUR;
      floats[hour + Hour.joined] = joined[row]!;
      floats[hour + Hour.started] = started[row]!;
      floats[hour + Hour.ended] = ended[row]!;
      floats[hour + Hour.released] = released[row]!;
      floats[hour + Hour.requested] = requested[row]!;
    }
  }

  private copyWords(log: VisitLog, list: Int32Array, from: number, to: number, places: Int32Array): void {
    const { words } = this;
    const { step, decision, inputs, service, finish, next, units, visit, part } = log;
    for (let at = from; at < to; at += 1) {
      const row = list[at]!;
      const int = places[at]! * WORDS;
      words[int + Int.step] = step[row]!;
      words[int + Int.decision] = decision[row]!;
      words[int + Int.inputs] = inputs[row]!;
      words[int + Int.service] = service[row]!;
      words[int + Int.finish] = finish[row]!;
      words[int + Int.next] = next[row]!;
      words[int + Int.units] = units[row]!;
      words[int + Int.visit] = visit[row]!;
      words[int + Int.part] = part[row]!;
      words[int + LINK] = NO_KEPT;
    }
  }

  /** Finds a place for each of some rows: those given back last come first. */
  private take(from: number, to: number, places: Int32Array): void {
    this.reserve(to - from);
    const { free } = this;
    let { freeCount, used } = this;
    for (let at = from; at < to; at += 1) {
      if (freeCount > 0) {
        freeCount -= 1;
        places[at] = free[freeCount]!;
      } else {
        places[at] = used;
        used += 1;
      }
    }
    this.freeCount = freeCount;
    this.used = used;
  }

  private reserve(count: number): void {
    const least = this.used - this.freeCount + count;
    let room = this.free.length;
    while (room < least) room *= 2;
    if (room === this.free.length) return;
    this.words = moreInts(this.words, WORDS * room);
    this.floats = new Float64Array(this.words.buffer);
    this.free = moreInts(this.free, room);
  }

  /** Forgets all rows, and keeps the room. */
  clear(): void {
    this.freeCount = 0;
    this.used = 0;
  }

  /** Bytes that it takes. */
  get bytes(): number {
    return this.words.byteLength + this.free.byteLength;
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
   * Reads both ends of rows that are about to be looked at one by one (NO_KEPT: of any): none of these reads waits for another,
   * so that rows which have left the cache are fetched many at once. Says what they come to, which keeps it from being left out
   * as work for nothing.
   */
  fetch(rows: Int32Array, count: number): number {
    const { words } = this;
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const word = WORDS * Math.max(rows[at]!, 0);
      sum = (sum + words[word + Int.finish]! + words[word + WORDS - 1]!) | 0;
    }
    return sum;
  }

  /** Reads some rows in the same way, and puts the rows after them in their place: as many as it says. */
  fetchNext(rows: Int32Array, count: number): number {
    const { words } = this;
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      const kept = rows[at]!;
      if (kept === NO_KEPT) continue;
      rows[left] = words[kept * WORDS + LINK]!;
      left += 1;
    }
    return left;
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
