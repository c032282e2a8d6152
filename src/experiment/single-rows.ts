/**
 * Background work that is one visit and nothing else: of seven rows in ten that worlds log, all that has to be known in one line of
 * memory. Rows of one world wait here for their outcomes, and whole episodes for the other world's.
 */
import { NO_KEPT } from './kept-rows.js';
import { BASELINE, POLICY, type Side } from './pair.js';

/** Words of a record. Steps, services, needs and outcomes are under their joint indexes. */
export const Single = {
  low: 0,
  high: 1,
  /** Of a row that waits: where it is kept instead. Of an episode: 0 where there is none, else see `markOf`. */
  mark: 2,
  step: 3,
  next: 4,
  /** Service and units, as one number. */
  sought: 5,
  need: 6,
  outcome: 7,
} as const;
/** The same record as hours (`requested` has seconds), after the words. */
export const SingleHour = { joined: 4, started: 5, released: 6, requested: 7 } as const;
/** Words of a record in all. */
export const SINGLE_WORDS = 16;
/** Hours of a record, if it were nothing else. */
export const SINGLE_FLOATS = SINGLE_WORDS / 2;

/** Most units that a record has room for. */
export const MOST_UNITS = 0x7fff;
const UNITS_SHIFT = 16;
/** Where severity and cohort are in the mark of an episode. */
const SEVERITY_SHIFT = 2;
const COHORT_SHIFT = 10;

/** Service and units as one number. */
export function soughtOf(service: number, units: number): number {
  return service | (units << UNITS_SHIFT);
}

/** The service in such a number. */
export function serviceIn(sought: number): number {
  return sought & 0xffff;
}

/** The units in such a number. */
export function unitsIn(sought: number): number {
  return sought >> UNITS_SHIFT;
}

/** Which world an episode is of, its severity and its cohort, as one number that is never 0. */
export function markOf(side: number, severity: number, cohort: number): number {
  return (side + 1) | (severity << SEVERITY_SHIFT) | (cohort << COHORT_SHIFT);
}

/** The world in a mark. */
export function sideIn(mark: number): Side {
  return (mark & 1) === 1 ? BASELINE : POLICY;
}

/** The severity in a mark. */
export function severityIn(mark: number): number {
  return (mark >> SEVERITY_SHIFT) & 0xff;
}

/** The cohort in a mark. */
export function cohortIn(mark: number): number {
  return mark >> COHORT_SHIFT;
}

/** Records: of rows or of episodes. */
export interface Records {
  readonly words: Int32Array;
  readonly floats: Float64Array;
}

/** No row that waits. */
export const NO_ROW = -1;
/** Rows held at most, a power of two: of three batches, when most rows are of background work. */
const ROOM = 8192;
/** Mark of a row that no longer waits; that of one which is kept elsewhere says where. */
const TAKEN = NO_KEPT - 1;

/** Rows of one world's background work that wait for their outcomes, in the order in which they were over. */
export class RowQueue implements Records {
  readonly words = new Int32Array(SINGLE_WORDS * ROOM);
  readonly floats = new Float64Array(this.words.buffer);
  /** Rows that have come and gone, and that have come at all: their places are these numbers, going round. */
  private first = 0;
  private end = 0;
  /** When the last row that came was over. */
  latest = Number.NEGATIVE_INFINITY;

  /** Bytes that it takes. */
  get bytes(): number {
    return this.words.byteLength;
  }

  get isEmpty(): boolean {
    return this.first === this.end;
  }

  get isFull(): boolean {
    return this.end - this.first === ROOM;
  }

  /** The record of the row that came first. */
  get oldest(): number {
    return this.first & (ROOM - 1);
  }

  /** When a row was over. */
  hourOf(record: number): number {
    return this.floats[SINGLE_FLOATS * record + SingleHour.released]!;
  }

  /** A record for one more row. */
  add(): number {
    this.end += 1;
    return (this.end - 1) & (ROOM - 1);
  }

  /** The first row of a key that was over at an hour, or NO_ROW. All that were over before must have been taken. */
  find(high: number, low: number, hour: number): number {
    const { words, end } = this;
    for (let row = this.first; row < end; row += 1) {
      const record = row & (ROOM - 1);
      if (this.hourOf(record) !== hour) return NO_ROW;
      const at = SINGLE_WORDS * record;
      if (words[at] === low && words[at + Single.high] === high && words[at + Single.mark] !== TAKEN) return record;
    }
    return NO_ROW;
  }

  /** Whether no other row that was over at the same hour has the key of one that `find` has told. */
  isAlone(record: number): boolean {
    const { words, end } = this;
    const own = SINGLE_WORDS * record;
    const hour = this.hourOf(record);
    const from = this.first + ((record - this.first) & (ROOM - 1)) + 1;
    for (let row = from; row < end; row += 1) {
      const other = row & (ROOM - 1);
      if (this.hourOf(other) !== hour) return true;
      const at = SINGLE_WORDS * other;
      if (words[at] === words[own] && words[at + Single.high] === words[own + Single.high]) return false;
    }
    return true;
  }

  /** Takes a row away; its record can be read until one is added. */
  take(record: number): void {
    this.words[SINGLE_WORDS * record + Single.mark] = TAKEN;
    while (!this.isEmpty && this.words[SINGLE_WORDS * this.oldest + Single.mark] === TAKEN) this.first += 1;
  }
}

/** Slots of the table at first, a power of two. */
const SLOTS = 1024;

/** Episodes of one row that one world has and the other may have, by key: a hash table whose slots are the records. */
export class SingleTable implements Records {
  /** To be read anew after each episode that is added, as the table may have grown. */
  words: Int32Array<ArrayBuffer> = new Int32Array(SINGLE_WORDS * SLOTS);
  floats: Float64Array<ArrayBuffer> = new Float64Array(this.words.buffer);
  private mask = SLOTS - 1;
  private count = 0;
  /** What was read of slots that were fetched, which keeps it from being left out as work for nothing. */
  fetched = 0;

  /** Bytes that it takes. */
  get bytes(): number {
    return this.words.byteLength;
  }

  /** Slots, empty ones included. */
  get slots(): number {
    return this.mask + 1;
  }

  /** The slot of a key; of one that is not here, -1 less the slot where it belongs. */
  find(high: number, low: number): number {
    const { words, mask } = this;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = SINGLE_WORDS * slot;
      if (words[at + Single.mark] === 0) return -1 - slot;
      if (words[at] === low && words[at + Single.high] === high) return slot;
    }
  }

  /** Fetches both ends of the slots in which some keys are sought, from one place of a list of rows up to another. */
  fetch(lows: Int32Array, list: Int32Array, from: number, to: number): void {
    const { words, mask } = this;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const word = SINGLE_WORDS * (lows[list[at]!]! & mask);
      sum = (sum + words[word]! + words[word + SINGLE_WORDS - 1]!) | 0;
    }
    this.fetched = sum;
  }

  /** Copies a record that has its mark into an empty slot which `find` has told. */
  put(slot: number, from: Int32Array, record: number): void {
    copyRecord(from, record, this.words, slot);
    this.count += 1;
    if (2 * this.count > this.mask) this.grow();
  }

  /** Empties a slot. */
  remove(slot: number): void {
    const { words, mask } = this;
    let hole = slot;
    words[SINGLE_WORDS * hole + Single.mark] = 0;
    for (let next = (hole + 1) & mask; words[SINGLE_WORDS * next + Single.mark] !== 0; next = (next + 1) & mask) {
      // Stays if its home lies after the hole, going round.
      if (((next - words[SINGLE_WORDS * next]!) & mask) < ((next - hole) & mask)) continue;
      copyRecord(words, next, words, hole);
      words[SINGLE_WORDS * next + Single.mark] = 0;
      hole = next;
    }
    this.count -= 1;
  }

  /** Forgets all episodes, and keeps the room. */
  clear(): void {
    if (this.count > 0) this.words.fill(0);
    this.count = 0;
  }

  private grow(): void {
    const { words, slots } = this;
    this.words = new Int32Array(2 * words.length);
    this.floats = new Float64Array(this.words.buffer);
    this.mask = 2 * slots - 1;
    for (let slot = 0; slot < slots; slot += 1) {
      const at = SINGLE_WORDS * slot;
      if (words[at + Single.mark] === 0) continue;
      copyRecord(words, slot, this.words, -1 - this.find(words[at + Single.high]!, words[at]!));
    }
  }
}

/** Word by word: an hour may be any bits, and so few are copied sooner than a call is made. */
function copyRecord(from: Int32Array, record: number, to: Int32Array, other: number): void {
  const source = SINGLE_WORDS * record;
  const target = SINGLE_WORDS * other;
  for (let word = 0; word < SINGLE_WORDS; word += 1) to[target + word] = from[source + word]!;
}
