/**
 * Streams of points: where each walked strip of onsets or arrivals has got to. A stream is a record of 64 bytes, since an
 * onset reads nearly all of it, and what came before the onset was another person's.
 */
import type { PointsAhead } from './points-ahead.js';
import { FreeRows, type PointId } from './rows.js';

/** Numbers with a fraction of a record: their place among its eight. */
export const Real = {
  /** Points per warped hour. */
  density: 0,
  /** Length of a window [warped hours]. */
  windowLength: 1,
  /** Warped time of the pending point. */
  at: 2,
} as const;

/** Words of a record: their place among its sixteen. The first six are the three numbers above, the last is of no use. */
export const Word = {
  /** Need of an onset stream, or arrivals index. */
  source: 6,
  strip: 7,
  /** Number of the person in the area; of an onset stream only, as all that follows. */
  person: 8,
  /** Key of (stream, strip). */
  baseHigh: 9,
  baseLow: 10,
  window: 11,
  windowHigh: 12,
  windowLow: 13,
  /** Number, within its window, of the pending point. */
  number: 14,
} as const;

/** Bytes of a record. */
export const POINT_BYTES = 64;

const FIRST_SIZE = 256;

/** One record per stream (a person's need, or an arrivals stream) and strip. */
export class Points {
  declare readonly rows: FreeRows;
  /** Eight numbers a record. */
  declare reals: Float64Array;
  /** The same bytes: sixteen words a record. */
  declare words: Int32Array;
  /** Of an arrivals stream, by row: its points ahead, in place of all that only an onset stream has. */
  declare readonly ahead: PointsAhead[];

  constructor() {
    this.rows = new FreeRows();
    const memory = new ArrayBuffer(FIRST_SIZE * POINT_BYTES);
    this.reals = new Float64Array(memory);
    this.words = new Int32Array(memory);
    this.ahead = [];
  }

  /** A record for a new stream. */
  take(source: number, strip: number): PointId {
    const point = this.rows.take();
    if (point << 3 >= this.reals.length) this.grow();
    const { words } = this;
    words[(point << 4) | Word.source] = source;
    words[(point << 4) | Word.strip] = strip;
    return point as PointId;
  }

  /** Need of an onset stream, or arrivals index. */
  sourceOf(point: PointId): number {
    return this.words[(point << 4) | Word.source];
  }

  /** Strip that a stream is walked in. */
  stripOf(point: PointId): number {
    return this.words[(point << 4) | Word.strip];
  }

  /** Whose onsets they are, by number in the area. */
  personOf(point: PointId): number {
    return this.words[(point << 4) | Word.person];
  }

  private grow(): void {
    const { reals } = this;
    this.reals = new Float64Array(reals.length * 2);
    this.reals.set(reals);
    this.words = new Int32Array(this.reals.buffer);
  }
}
