/** Columns of point streams: where each walked strip of onsets or arrivals has got to. */
import { copied } from './columns.js';
import type { PointsAhead } from './points-ahead.js';
import { FreeRows, type PointId } from './rows.js';

/** One row per stream (a person's need, or an arrivals stream) and strip. */
export class Points {
  declare readonly rows: FreeRows;
  declare private size: number;
  /** Need of an onset stream, or arrivals index. */
  declare source: Int32Array;
  /** Number of the person in the area; of an onset stream only. */
  declare person: Int32Array;
  declare strip: Uint8Array;
  /** Points per warped hour. */
  declare density: Float64Array;
  /** Key of (stream, strip). */
  declare baseHigh: Int32Array;
  declare baseLow: Int32Array;
  declare window: Int32Array;
  declare windowHigh: Int32Array;
  declare windowLow: Int32Array;
  /** Length of a window [warped hours]. */
  declare windowLength: Float64Array;
  /** Number, within its window, of the pending point. */
  declare number: Int32Array;
  /** Warped time of the pending point. */
  declare at: Float64Array;
  /** Of an arrivals stream, by row: its points ahead, in place of all that only an onset stream has. */
  declare readonly ahead: PointsAhead[];

  constructor() {
    this.rows = new FreeRows();
    this.size = 256;
    const { size } = this;
    this.source = new Int32Array(size);
    this.person = new Int32Array(size);
    this.strip = new Uint8Array(size);
    this.density = new Float64Array(size);
    this.baseHigh = new Int32Array(size);
    this.baseLow = new Int32Array(size);
    this.window = new Int32Array(size);
    this.windowHigh = new Int32Array(size);
    this.windowLow = new Int32Array(size);
    this.windowLength = new Float64Array(size);
    this.number = new Int32Array(size);
    this.at = new Float64Array(size);
    this.ahead = [];
  }

  /** A row for a new stream. */
  take(): PointId {
    const row = this.rows.take();
    if (row >= this.size) this.grow();
    return row as PointId;
  }

  private grow(): void {
    this.size *= 2;
    const { size } = this;
    this.source = copied(this.source, new Int32Array(size));
    this.person = copied(this.person, new Int32Array(size));
    this.strip = copied(this.strip, new Uint8Array(size));
    this.density = copied(this.density, new Float64Array(size));
    this.baseHigh = copied(this.baseHigh, new Int32Array(size));
    this.baseLow = copied(this.baseLow, new Int32Array(size));
    this.window = copied(this.window, new Int32Array(size));
    this.windowHigh = copied(this.windowHigh, new Int32Array(size));
    this.windowLow = copied(this.windowLow, new Int32Array(size));
    this.windowLength = copied(this.windowLength, new Float64Array(size));
    this.number = copied(this.number, new Int32Array(size));
    this.at = copied(this.at, new Float64Array(size));
  }
}
