/**
 * Background work that is one visit and nothing else: of seven rows in ten that worlds log, all that has to be known in one row of
 * a table. It is written once, waits there for its outcome, and then for the other world's.
 */
import { KEY_WORDS, KeyTable } from './key-table.js';
import { BASELINE, POLICY, type Side } from './pair.js';

/** Words of such a row, after those of its key. Steps, services, needs and outcomes are under their joint indexes. */
export const Single = {
  step: KEY_WORDS,
  next: 5,
  /** Service and units, as one number. */
  sought: 6,
  /** The need; once the outcome is known both, as one number. */
  whose: 7,
} as const;
/** The same row as hours (`requested` has seconds), after the words. */
export const SingleHour = { joined: 4, started: 5, released: 6, requested: 7 } as const;
/** Words of a row in all: a line of memory. */
export const SINGLE_WORDS = 16;
/** Hours of a row, if it were nothing else. */
export const SINGLE_FLOATS = SINGLE_WORDS / 2;

/** Most units that a row has room for. */
export const MOST_UNITS = 0x7fff;
/** Where units are beside the service, and the need beside the outcome. */
const UPPER = 16;
/** Where severity and cohort are in the note of an episode. */
const SEVERITY_SHIFT = 2;
const COHORT_SHIFT = 10;

/** A table of such rows: those that are entered are of episodes whose outcome is known. */
export function singleTable(): KeyTable {
  return new KeyTable(1024, SINGLE_WORDS);
}

/** Two whole numbers of 16 bits as one: service and units, or outcome and need. */
export function bothOf(lower: number, upper: number): number {
  return (lower & 0xffff) | (upper << UPPER);
}

/** The service or the outcome in such a number. */
export function lowerIn(both: number): number {
  return (both << UPPER) >> UPPER;
}

/** The units or the need in such a number. */
export function upperIn(both: number): number {
  return both >> UPPER;
}

/** Which world an episode is of, its severity and its cohort, as one number. */
export function noteOf(side: Side, severity: number, cohort: number): number {
  return side | (severity << SEVERITY_SHIFT) | (cohort << COHORT_SHIFT);
}

/** The world in a note. */
export function sideIn(note: number): Side {
  return (note & 1) === 0 ? BASELINE : POLICY;
}

/** The severity in a note. */
export function severityIn(note: number): number {
  return (note >> SEVERITY_SHIFT) & 0xff;
}

/** The cohort in a note. */
export function cohortIn(note: number): number {
  return note >> COHORT_SHIFT;
}

/** No row that waits. */
export const NO_ROW = -1;
/** Rows that wait at most, a power of two: those of eight batches of a log. */
const ROOM = 8192;

/** Rows of one world's background work that wait for their outcomes, in the order in which they were over. */
export class RowQueue {
  /** Rows of the table by place in the order, going round; NO_ROW where one has been taken. */
  private readonly rows = new Int32Array(ROOM);
  /** Places of rows that have come and gone, and of all that have come. */
  private first = 0;
  private end = 0;
  /** When the last row that came was over. */
  latest = Number.NEGATIVE_INFINITY;

  constructor(private readonly table: KeyTable) {}

  /** Bytes that it takes. */
  get bytes(): number {
    return this.rows.byteLength;
  }

  get isEmpty(): boolean {
    return this.first === this.end;
  }

  get isFull(): boolean {
    return this.end - this.first === ROOM;
  }

  /** Place of the row that came first. */
  get oldest(): number {
    return this.first;
  }

  /** The row at a place. */
  at(place: number): number {
    return this.rows[place & (ROOM - 1)]!;
  }

  /** When the oldest row was over. */
  get earliest(): number {
    return this.table.floats[SINGLE_FLOATS * this.at(this.first) + SingleHour.released]!;
  }

  add(row: number): void {
    this.rows[this.end & (ROOM - 1)] = row;
    this.end += 1;
  }

  /** Place of the first row of a key that was over at an hour, from a place on, or NO_ROW. All that were over before must have been taken. */
  find(high: number, low: number, hour: number, from = this.first): number {
    const { end, table } = this;
    for (let place = from; place < end; place += 1) {
      const row = this.at(place);
      if (row === NO_ROW) continue;
      if (table.floats[SINGLE_FLOATS * row + SingleHour.released] !== hour) return NO_ROW;
      if (table.holds(row, high, low)) return place;
    }
    return NO_ROW;
  }

  /** Takes a row away. */
  take(place: number): void {
    this.rows[place & (ROOM - 1)] = NO_ROW;
    while (!this.isEmpty && this.at(this.first) === NO_ROW) this.first += 1;
  }
}
