/** Row numbers of the engine's tables, branded so that one kind is not taken for another, and their recycling. */

/** Row of a person who has one. */
export type PersonRow = number & { readonly person: unique symbol };
/** Row of a running clock. */
export type ClockId = number & { readonly clock: unique symbol };
/** Row of a stream of points. */
export type PointId = number & { readonly point: unique symbol };

/** No row of any table. */
export const NO_ROW = -1;

/** Hands out rows of a table and takes them back; the last one given back goes out first. */
export class FreeRows {
  /** Rows ever in use at once: columns must be at least so long. */
  declare used: number;
  declare private free: Int32Array;
  declare private freeCount: number;

  constructor() {
    this.used = 0;
    this.free = new Int32Array(256);
    this.freeCount = 0;
  }

  /** A row to use: one given back, or a new one at the end. */
  take(): number {
    return this.freeCount > 0 ? this.free[--this.freeCount] : this.used++;
  }

  /** Gives a row back. */
  give(row: number): void {
    if (this.freeCount === this.free.length) {
      const longer = new Int32Array(this.free.length * 2);
      longer.set(this.free);
      this.free = longer;
    }
    this.free[this.freeCount++] = row;
  }

  /** Rows in use now. */
  get inUse(): number {
    return this.used - this.freeCount;
  }
}
