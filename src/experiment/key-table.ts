/**
 * A hash table from (64-bit key, code) to a row of the owner's columns, without an object for each entry. Open
 * addressing with linear probing; removal shifts back what follows, so that no tombstones pile up. What belongs to a
 * row lies together, since most rows are looked at once and have left the cache by then.
 */

/** No row of the table. */
export const NO_ENTRY = -1;

/** Words of a row: low and high word of the key, code, and a note of the owner's. */
const WIDTH = 4;
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
  private rowWords: Int32Array;
  /** Slot to row + 1; 0 is empty. Twice as many slots as rows, so that probes stay short. */
  private slots: Int32Array;
  private free: Int32Array;
  private freeCount = 0;
  private used = 0;

  /** @param room Rows at first, a power of two. */
  constructor(room = 1024) {
    this.rowWords = new Int32Array(WIDTH * room);
    this.free = new Int32Array(room);
    this.slots = new Int32Array(2 * room);
  }

  /** Rows that the owner's columns must have room for. */
  get room(): number {
    return this.free.length;
  }

  /** Keys in the table. */
  get size(): number {
    return this.used - this.freeCount;
  }

  /** The row of a key, or NO_ENTRY. */
  find(high: number, low: number, code: number): number {
    const { slots, rowWords } = this;
    const mask = slots.length - 1;
    for (let slot = this.home(low, code); ; slot = (slot + 1) & mask) {
      const row = slots[slot]! - 1;
      if (row === NO_ENTRY) return NO_ENTRY;
      const at = WIDTH * row;
      if (rowWords[at] === low && rowWords[at + HIGH] === high && rowWords[at + CODE] === code) return row;
    }
  }

  /** A new row, with note 0, for a key that is not in the table. Rows given back are used again. */
  add(high: number, low: number, code: number): number {
    if (this.freeCount === 0 && this.used === this.room) this.grow();
    let row = this.used;
    if (this.freeCount > 0) {
      this.freeCount -= 1;
      row = this.free[this.freeCount]!;
    } else this.used += 1;
    const at = WIDTH * row;
    this.rowWords[at] = low;
    this.rowWords[at + HIGH] = high;
    this.rowWords[at + CODE] = code;
    this.rowWords[at + NOTE] = 0;
    this.place(row);
    return row;
  }

  /** Whether a row in the table is that of a key, whatever its code. */
  holds(row: number, high: number, low: number): boolean {
    return this.rowWords[WIDTH * row] === low && this.rowWords[WIDTH * row + HIGH] === high;
  }

  /** High word of the key of a row. */
  high(row: number): number {
    return this.rowWords[WIDTH * row + HIGH]!;
  }

  /** Low word of the key of a row. */
  low(row: number): number {
    return this.rowWords[WIDTH * row]!;
  }

  /** The code of a row. */
  code(row: number): number {
    return this.rowWords[WIDTH * row + CODE]!;
  }

  /** The note of a row. */
  note(row: number): number {
    return this.rowWords[WIDTH * row + NOTE]!;
  }

  /** Changes the note of a row. */
  setNote(row: number, note: number): void {
    this.rowWords[WIDTH * row + NOTE] = note;
  }

  /** Takes a row out of the table. */
  remove(row: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let hole = this.homeOf(row);
    while (slots[hole] !== row + 1) hole = (hole + 1) & mask;
    slots[hole] = 0;
    for (let slot = (hole + 1) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      // Stays if its home lies after the hole, going round.
      if (((slot - this.homeOf(slots[slot]! - 1)) & mask) < ((slot - hole) & mask)) continue;
      slots[hole] = slots[slot]!;
      slots[slot] = 0;
      hole = slot;
    }
    this.free[this.freeCount] = row;
    this.freeCount += 1;
  }

  /** Rows in the table, in the order of their keys, which is the same however they came. */
  rows(): number[] {
    const { rowWords } = this;
    const rows: number[] = [];
    for (const slot of this.slots) if (slot !== 0) rows.push(slot - 1);
    const compare = (a: number, b: number, word: number) => rowWords[WIDTH * a + word]! - rowWords[WIDTH * b + word]!;
    return rows.sort((a, b) => compare(a, b, HIGH) || compare(a, b, 0) || compare(a, b, CODE));
  }

  /** The key of a row as text, for messages. */
  describe(row: number): string {
    const hex = (word: number) => (this.rowWords[WIDTH * row + word]! >>> 0).toString(16).padStart(8, '0');
    return hex(HIGH) + hex(0);
  }

  private home(low: number, code: number): number {
    // Keys are hashes already: the low word is as good as random, and the code only has to be stirred in.
    return (low ^ Math.imul(code, 0x9e3779b1)) & (this.slots.length - 1);
  }

  private homeOf(row: number): number {
    return this.home(this.rowWords[WIDTH * row]!, this.rowWords[WIDTH * row + CODE]!);
  }

  private place(row: number): void {
    const mask = this.slots.length - 1;
    let slot = this.homeOf(row);
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = row + 1;
  }

  private grow(): void {
    const room = 2 * this.room;
    this.rowWords = moreInts(this.rowWords, WIDTH * room);
    this.free = moreInts(this.free, room);
    this.slots = new Int32Array(2 * room);
    for (let row = 0; row < this.used; row += 1) this.place(row);
  }
}
