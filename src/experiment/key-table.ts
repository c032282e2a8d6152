/**
 * A hash table from (64-bit key, code) to a row of the owner's columns, without an object for each entry. Open
 * addressing with linear probing; removal shifts back what follows, so that no tombstones pile up. What belongs to a
 * row lies together, the owner's own words too, since most rows are looked at once and have left the cache by then.
 */
import { episodeId } from './episode-id.js';

/** Rows that are fetched at once: few enough that none has left the nearest cache again when its turn comes. */
export const AT_ONCE = 128;

/** No row of the table. */
export const NO_ENTRY = -1;

/** Words of a row: low and high word of the key, code, and a note of the owner's. Further words are the owner's own. */
export const KEY_WORDS = 4;
const HIGH = 1;
const CODE = 2;
const NOTE = 3;

/** A column of whole numbers with more room, and what it held. */
export function moreInts(column: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(column);
  return longer;
}

/** A column of hours or seconds with more room, and what it held. */
export function moreFloats(column: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(column);
  return longer;
}

/** Rows by key and code. */
export class KeyTable {
  /** All words of all rows, `width` a row: to be read anew after each row that is added, as the table may have grown. */
  words: Int32Array<ArrayBuffer>;
  /** The same bytes as hours or seconds, two words each. */
  floats: Float64Array<ArrayBuffer>;
  /**
   * Two words a slot: row + 1 (0 is empty), and its hash, so that a row is looked at only to be sure of its key. Twice as
   * many slots as rows, so that probes stay short.
   */
  private slots: Int32Array;
  private mask: number;
  private free: Int32Array;
  private freeCount = 0;
  private used = 0;
  /** Scratch: rows that are fetched; and what was read of them, which keeps it from being left out as work for nothing. */
  private readonly likely = new Int32Array(AT_ONCE);
  fetched = 0;

  /**
   * @param room Rows at first, a power of two.
   * @param width Words of a row, an even number: those of the key, then the owner's own, which are not cleared.
   */
  constructor(
    room = 1024,
    private readonly width = KEY_WORDS,
  ) {
    this.words = new Int32Array(width * room);
    this.floats = new Float64Array(this.words.buffer);
    this.free = new Int32Array(room);
    this.slots = new Int32Array(2 * 2 * room);
    this.mask = 2 * room - 1;
  }

  /** Rows that the owner's columns must have room for. */
  get room(): number {
    return this.free.length;
  }

  /** Bytes that it takes. */
  get bytes(): number {
    return this.words.byteLength + this.slots.byteLength + this.free.byteLength;
  }

  /** Forgets all keys, and keeps the room. */
  clear(): void {
    this.slots.fill(0);
    this.freeCount = 0;
    this.used = 0;
  }

  /** Rows that are taken: keys in the table, and those to be entered. */
  get size(): number {
    return this.used - this.freeCount;
  }

  /** The row of a key, or NO_ENTRY. */
  find(high: number, low: number, code: number): number {
    const { slots, words, width, mask } = this;
    const hash = hashOf(low, code);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = slots[2 * slot]! - 1;
      if (row === NO_ENTRY) return NO_ENTRY;
      if (slots[2 * slot + 1] !== hash) continue;
      const at = width * row;
      if (words[at] === low && words[at + HIGH] === high && words[at + CODE] === code) return row;
    }
  }

  /**
   * Rows of keys of code 0 that stand in the first slot where they are sought: NO_ENTRY says nothing of the others. No look-up
   * waits for the one before it, and no row is looked at but for its hash, so that where rows have left the cache many are
   * fetched at once.
   * @param list Which rows of the columns: those from one place of it up to another.
   * @param rows Rows of the table, by place in the list.
   */
  guess(highs: Int32Array, lows: Int32Array, list: Int32Array, from: number, to: number, rows: Int32Array): void {
    const { slots, words, width, mask } = this;
    for (let at = from; at < to; at += 1) {
      const low = lows[list[at]!]!;
      const slot = 2 * (low & mask);
      rows[at] = slots[slot + 1] === low ? slots[slot]! - 1 : NO_ENTRY;
    }
    for (let at = from; at < to; at += 1) {
      const row = rows[at]!;
      if (row === NO_ENTRY) continue;
      const key = list[at]!;
      const word = width * row;
      if (words[word + HIGH] !== highs[key] || words[word] !== lows[key] || words[word + CODE] !== 0)
        rows[at] = NO_ENTRY;
    }
  }

  /**
   * Fetches what keys whose high word is 0 are likely to be sought in, at most AT_ONCE of them, as `guess` does.
   * @param codes Column of their codes; null where all are 0.
   */
  fetch(lows: Int32Array, codes: Int16Array | null, list: Int32Array, from: number, to: number): void {
    const { slots, words, width, mask, likely } = this;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const key = list[at]!;
      const hash = hashOf(lows[key]!, codes === null ? 0 : codes[key]!);
      likely[at - from] = Math.max(slots[2 * (hash & mask)]! - 1, 0);
    }
    for (let at = 0; at < to - from; at += 1) {
      const word = width * likely[at]!;
      sum = (sum + words[word]! + words[word + width - 1]!) | 0;
    }
    this.fetched = sum;
  }

  /** A new row, with note 0, for a key that is not in the table. */
  add(high: number, low: number, code: number): number {
    const row = this.take(high, low, code);
    this.enter(row);
    return row;
  }

  /** The same, of a key that is found only once the row is entered. Rows given back are used again. */
  take(high: number, low: number, code: number): number {
    if (this.freeCount === 0 && this.used === this.room) this.grow();
    let row = this.used;
    if (this.freeCount > 0) {
      this.freeCount -= 1;
      row = this.free[this.freeCount]!;
    } else this.used += 1;
    const { words } = this;
    const at = this.width * row;
    words[at] = low;
    words[at + HIGH] = high;
    words[at + CODE] = code;
    words[at + NOTE] = 0;
    return row;
  }

  /** Enters a row under its key. */
  enter(row: number): void {
    const { slots, mask } = this;
    const hash = this.hashOf(row);
    let slot = hash & mask;
    while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = row + 1;
    slots[2 * slot + 1] = hash;
  }

  /** Whether a row in the table is that of a key, whatever its code. */
  holds(row: number, high: number, low: number): boolean {
    const at = this.width * row;
    return this.words[at] === low && this.words[at + HIGH] === high;
  }

  /** High word of the key of a row. */
  high(row: number): number {
    return this.words[this.width * row + HIGH]!;
  }

  /** Low word of the key of a row. */
  low(row: number): number {
    return this.words[this.width * row]!;
  }

  /** The code of a row. */
  code(row: number): number {
    return this.words[this.width * row + CODE]!;
  }

  /** The note of a row. */
  note(row: number): number {
    return this.words[this.width * row + NOTE]!;
  }

  /** Changes the note of a row. */
  setNote(row: number, note: number): void {
    this.words[this.width * row + NOTE] = note;
  }

  /** Takes a row out of the table. */
  remove(row: number): void {
    const { slots, mask } = this;
    let hole = this.hashOf(row) & mask;
    while (slots[2 * hole] !== row + 1) hole = (hole + 1) & mask;
    slots[2 * hole] = 0;
    for (let slot = (hole + 1) & mask; slots[2 * slot] !== 0; slot = (slot + 1) & mask) {
      // Stays if its home lies after the hole, going round.
      if (((slot - slots[2 * slot + 1]!) & mask) < ((slot - hole) & mask)) continue;
      slots[2 * hole] = slots[2 * slot]!;
      slots[2 * hole + 1] = slots[2 * slot + 1]!;
      slots[2 * slot] = 0;
      hole = slot;
    }
    this.giveBack(row);
  }

  /** Gives back a row that was not entered. */
  giveBack(row: number): void {
    this.free[this.freeCount] = row;
    this.freeCount += 1;
  }

  /** Rows in the table, in the order of their keys, which is the same however they came. */
  rows(): number[] {
    const { words, slots, width } = this;
    // As numbers of 64 bits, the high word of a key above its row: sorted without a call for each comparison.
    const sorted = new BigInt64Array(this.size);
    const halves = new Int32Array(sorted.buffer);
    let count = 0;
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot] === 0) continue;
      halves[count] = slots[slot]! - 1;
      halves[count + 1] = words[width * halves[count]! + HIGH]!;
      count += 2;
    }
    sorted.subarray(0, count / 2).sort();
    const rows: number[] = [];
    for (let at = 0; at < count; at += 2) {
      rows.push(halves[at]!);
      if (at > 0 && halves[at + 1] === halves[at - 1]) this.putInOrder(rows);
    }
    return rows;
  }

  /** Moves the last of some rows to before those of the same high word that it precedes by the rest of its key. */
  private putInOrder(rows: number[]): void {
    const { words, width } = this;
    const last = rows.at(-1)!;
    const less = (word: number, other: number) => words[width * last + word]! - words[width * other + word]!;
    let place = rows.length - 1;
    for (; place > 0; place -= 1) {
      const before = rows[place - 1]!;
      if ((less(HIGH, before) || less(0, before) || less(CODE, before)) >= 0) break;
      rows[place] = before;
    }
    rows[place] = last;
  }

  /** The key of a row as the id of its episode, for messages. */
  describe(row: number): string {
    return episodeId(this.words[this.width * row + HIGH]!, this.words[this.width * row]!);
  }

  private hashOf(row: number): number {
    const at = this.width * row;
    return hashOf(this.words[at]!, this.words[at + CODE]!);
  }

  /** Makes room for so many more rows, which leaves all columns where they are until they are taken. */
  reserve(count: number): void {
    while (this.size + count > this.room) this.grow();
  }

  private grow(): void {
    const room = 2 * this.room;
    this.words = moreInts(this.words, this.width * room);
    this.floats = new Float64Array(this.words.buffer);
    this.free = moreInts(this.free, room);
    const before = this.slots;
    this.slots = new Int32Array(2 * 2 * room);
    this.mask = 2 * room - 1;
    for (let slot = 0; slot < before.length; slot += 2) if (before[slot] !== 0) this.enter(before[slot]! - 1);
  }
}

function hashOf(low: number, code: number): number {
  // Keys are hashes already: the low word is as good as random, and the code only has to be stirred in.
  return low ^ Math.imul(code, 0x9e3779b1);
}
