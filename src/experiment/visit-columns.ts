/** Columns of the visits of one episode in both worlds: scratch that the next episode overwrites. */

/** What a visit comes to in one world [whole unit-seconds]; all 0 where that world has no such visit. */
export const Column = {
  /** Held in the measured period. */
  used: 0,
  /** Of that, not in service: kept, blocked, or waiting for the rest of what the step needs. */
  holding: 1,
  // Of visits that joined in the measured period, followed to their end:
  /** 1 for the contact. */
  contact: 2,
  /** Person-seconds in line before it first started. */
  waited: 3,
  requested: 4,
  served: 5,
  unmet: 6,
  censored: 7,
  /** Sought here, and sought once more at a later place, which counts it. */
  again: 8,
  /** Done before it had to be begun again. */
  repeated: 9,
} as const;
/** One of the columns. */
export type Column = (typeof Column)[keyof typeof Column];
/** How many there are. */
export const COLUMNS = 10;

/** Rows of visits, by service and number. */
export class VisitColumns {
  count = 0;
  /** Joint index of the service. */
  service = new Int32Array(16);
  /** First joined, when last held or waited for, by row and side. */
  joined = new Float64Array(32);
  released = new Float64Array(32);
  /** By row and side: 1 where that world has the visit. */
  present = new Uint8Array(32);
  /** By row and side: 1 where it was started. */
  started = new Uint8Array(32);
  /** Seconds in line before it first started, by row and side. */
  waits = new Float64Array(32);
  private values = new Float64Array(32 * COLUMNS);
  /** Visit number and service of each row, as one number. */
  private codes = new Float64Array(16);

  constructor(private readonly serviceCount: number) {}

  clear(): void {
    this.count = 0;
  }

  /** The row of a visit, a new one if need be. */
  row(service: number, visit: number): number {
    const code = visit * this.serviceCount + service;
    // Few rows, and mostly the latest is asked for again.
    for (let row = this.count - 1; row >= 0; row -= 1) if (this.codes[row] === code) return row;
    const row = this.count;
    if (row === this.service.length) this.grow();
    this.count += 1;
    this.codes[row] = code;
    this.service[row] = service;
    this.present[2 * row] = 0;
    this.present[2 * row + 1] = 0;
    this.started[2 * row] = 0;
    this.started[2 * row + 1] = 0;
    // By hand: so few numbers are cleared sooner than `fill` is called.
    const { values } = this;
    for (let at = 2 * row * COLUMNS; at < 2 * (row + 1) * COLUMNS; at += 1) values[at] = 0;
    return row;
  }

  get(row: number, side: number, column: Column): number {
    return this.values[(2 * row + side) * COLUMNS + column]!;
  }

  add(row: number, side: number, column: Column, seconds: number): void {
    this.values[(2 * row + side) * COLUMNS + column]! += seconds;
  }

  /** Adds what a visit comes to in both worlds, the baseline's columns first, to sums from a place on. */
  addTo(sums: Float64Array, place: number, row: number): void {
    const { values } = this;
    const first = 2 * row * COLUMNS;
    for (let at = 0; at < 2 * COLUMNS; at += 1) sums[place + at]! += values[first + at]!;
  }

  /** Seconds in line before it first started, whenever it joined. */
  waitOf(row: number, side: number): number {
    return this.waits[2 * row + side]!;
  }

  isIn(row: number, side: number): boolean {
    return this.present[2 * row + side] === 1;
  }

  /** Whether any of the visits was started in a world: some service was reached there. */
  isReached(side: number): boolean {
    for (let row = 0; row < this.count; row += 1) if (this.started[2 * row + side] === 1) return true;
    return false;
  }

  private grow(): void {
    const room = 2 * this.service.length;
    const copied = <Own extends Int32Array | Float64Array | Uint8Array>(from: Own, to: Own): Own => {
      to.set(from);
      return to;
    };
    this.service = copied(this.service, new Int32Array(room));
    this.codes = copied(this.codes, new Float64Array(room));
    this.joined = copied(this.joined, new Float64Array(2 * room));
    this.released = copied(this.released, new Float64Array(2 * room));
    this.waits = copied(this.waits, new Float64Array(2 * room));
    this.started = copied(this.started, new Uint8Array(2 * room));
    this.present = copied(this.present, new Uint8Array(2 * room));
    this.values = copied(this.values, new Float64Array(2 * room * COLUMNS));
  }
}
