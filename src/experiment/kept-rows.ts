/** Rows of the visit log that must outlive their batch, in columns, as linked lists. */
import type { VisitLog } from '../sim/index.js';
import { moreFloats, moreInts } from './key-table.js';

/** End of a list. */
export const NO_KEPT = -1;

/** Columns of whole numbers, in a row of `ints`. */
export const Int = { step: 0, decision: 1, inputs: 2, service: 3, finish: 4, next: 5, units: 6 } as const;
/** Columns of hours, in a row of `hours`. */
export const Hour = { joined: 0, started: 1, ended: 2, released: 3 } as const;
const INTS = 7;
const HOURS = 4;

/** Rows kept, and given back to be used again. */
export class KeptRows {
  private ints = new Int32Array(INTS * 1024);
  private hours = new Float64Array(HOURS * 1024);
  /** The row after each in its list; for rows given back, in the list of free ones. */
  private links = new Int32Array(1024);
  private free = NO_KEPT;
  private used = 0;

  /** Copies a row of the log; it is the end of its list until another is linked to it. */
  keep(log: VisitLog, row: number): number {
    const kept = this.take();
    const { ints, hours } = this;
    const int = kept * INTS;
    ints[int + Int.step] = log.step[row]!;
    ints[int + Int.decision] = log.decision[row]!;
    ints[int + Int.inputs] = log.inputs[row]!;
    ints[int + Int.service] = log.service[row]!;
    ints[int + Int.finish] = log.finish[row]!;
    ints[int + Int.next] = log.next[row]!;
    ints[int + Int.units] = log.units[row]!;
    const hour = kept * HOURS;
    hours[hour + Hour.joined] = log.joined[row]!;
    hours[hour + Hour.started] = log.started[row]!;
    hours[hour + Hour.ended] = log.ended[row]!;
    hours[hour + Hour.released] = log.released[row]!;
    this.links[kept] = NO_KEPT;
    return kept;
  }

  /** A whole number of a row. */
  int(kept: number, column: number): number {
    return this.ints[kept * INTS + column]!;
  }

  /** An hour of a row. */
  hour(kept: number, column: number): number {
    return this.hours[kept * HOURS + column]!;
  }

  link(kept: number, next: number): void {
    this.links[kept] = next;
  }

  after(kept: number): number {
    return this.links[kept]!;
  }

  /** Gives a whole list back. */
  giveBack(first: number): void {
    for (let kept = first; kept !== NO_KEPT; ) {
      const next = this.after(kept);
      this.links[kept] = this.free;
      this.free = kept;
      kept = next;
    }
  }

  private take(): number {
    if (this.free !== NO_KEPT) {
      const kept = this.free;
      this.free = this.links[kept]!;
      return kept;
    }
    if (this.used === this.links.length) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  private grow(): void {
    const room = 2 * this.links.length;
    this.ints = moreInts(this.ints, INTS * room);
    this.hours = moreFloats(this.hours, HOURS * room);
    this.links = moreInts(this.links, room);
  }
}
