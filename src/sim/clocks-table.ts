/** Columns of running clocks: what is left of each budget, and at what hazard it is being spent. */
import { copied } from './columns.js';
import { type ClockId, FreeRows, NO_ROW } from './rows.js';

/** One row per running clock. */
export class Clocks {
  declare readonly rows: FreeRows;
  declare private size: number;
  /** Clock (index into the tables); of a life, the first of its causes. */
  declare clock: Int32Array;
  /** Person row, or NO_ROW. */
  declare person: Int32Array;
  /** Waiting clocks: the episode; else NO_ROW. */
  declare episode: Int32Array;
  /** Key of the episode that opened it; of the person for a life clock. */
  declare keyHigh: Int32Array;
  declare keyLow: Int32Array;
  /** Severity of its episode when it last began to run; a clock of a life goes by none. */
  declare severity: Uint8Array;
  /** Expiries so far. */
  declare expiries: Int32Array;
  /** Budget left, in units of the unit exponential. */
  declare budget: Float64Array;
  /** Hour up to which the budget has been spent; the start, while that is to come. */
  declare since: Float64Array;
  /** Hazard now [per hour]; 0 while paused. */
  declare rate: Float64Array;
  declare endsAt: Float64Array;
  /** Hour up to which its time at risk has been counted. */
  declare counted: Float64Array;
  declare epoch: Int32Array;
  /** Neighbours in the list of the person or of the episode. */
  declare next: Int32Array;
  declare previous: Int32Array;

  constructor() {
    this.rows = new FreeRows();
    this.size = 128;
    const { size } = this;
    this.clock = new Int32Array(size);
    this.person = new Int32Array(size);
    this.episode = new Int32Array(size);
    this.keyHigh = new Int32Array(size);
    this.keyLow = new Int32Array(size);
    this.severity = new Uint8Array(size);
    this.expiries = new Int32Array(size);
    this.budget = new Float64Array(size);
    this.since = new Float64Array(size);
    this.rate = new Float64Array(size);
    this.endsAt = new Float64Array(size);
    this.counted = new Float64Array(size);
    this.epoch = new Int32Array(size);
    this.next = new Int32Array(size);
    this.previous = new Int32Array(size);
  }

  /** A row for a clock that starts. */
  take(): ClockId {
    const row = this.rows.take();
    if (row >= this.size) this.grow();
    this.episode[row] = NO_ROW;
    this.expiries[row] = 0;
    return row as ClockId;
  }

  /** Gives the row of a clock that is over back; its pending event becomes void. */
  give(row: ClockId): void {
    this.epoch[row]++;
    this.clock[row] = NO_ROW;
    this.rows.give(row);
  }

  private grow(): void {
    this.size *= 2;
    const { size } = this;
    this.clock = copied(this.clock, new Int32Array(size));
    this.person = copied(this.person, new Int32Array(size));
    this.episode = copied(this.episode, new Int32Array(size));
    this.keyHigh = copied(this.keyHigh, new Int32Array(size));
    this.keyLow = copied(this.keyLow, new Int32Array(size));
    this.severity = copied(this.severity, new Uint8Array(size));
    this.expiries = copied(this.expiries, new Int32Array(size));
    this.budget = copied(this.budget, new Float64Array(size));
    this.since = copied(this.since, new Float64Array(size));
    this.rate = copied(this.rate, new Float64Array(size));
    this.endsAt = copied(this.endsAt, new Float64Array(size));
    this.counted = copied(this.counted, new Float64Array(size));
    this.epoch = copied(this.epoch, new Int32Array(size));
    this.next = copied(this.next, new Int32Array(size));
    this.previous = copied(this.previous, new Int32Array(size));
  }
}
