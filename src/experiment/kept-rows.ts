/** Rows of the visit log that must outlive their batch, in columns, as linked lists. */
import type { VisitLog } from '../sim/index.js';
import { moreFloats, moreInts } from './key-table.js';

/** End of a list. */
export const NO_KEPT = -1;

/** Columns of whole numbers, in a row of `ints`. */
export const Int = {
  step: 0,
  decision: 1,
  inputs: 2,
  service: 3,
  finish: 4,
  next: 5,
  units: 6,
  visit: 7,
  part: 8,
} as const;
/** Columns of hours (`requested` has seconds), in a row of `hours`. */
export const Hour = { joined: 0, started: 1, ended: 2, released: 3, requested: 4 } as const;
/** Words of a row: its columns, then the row after it in its list or, once given back, in the list of free ones. */
const INTS = 10;
const LINK = 9;
const HOURS = 5;

/** Rows kept, and given back to be used again. */
export class KeptRows {
  private ints = new Int32Array(INTS * 1024);
  private hours = new Float64Array(HOURS * 1024);
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
    ints[int + Int.visit] = log.visit[row]!;
    ints[int + Int.part] = log.part[row]!;
    ints[int + LINK] = NO_KEPT;
    const hour = kept * HOURS;
    hours[hour + Hour.joined] = log.joined[row]!;
    hours[hour + Hour.started] = log.started[row]!;
    hours[hour + Hour.ended] = log.ended[row]!;
    hours[hour + Hour.released] = log.released[row]!;
    hours[hour + Hour.requested] = log.requested[row]!;
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

  /** Whether two rows are alike but for steps, services, decisions and inputs, which go by names, and for hours. */
  isAlike(one: number, other: number): boolean {
    const { ints } = this;
    const [at, twin] = [one * INTS, other * INTS];
    return (
      ints[at + Int.finish] === ints[twin + Int.finish] &&
      ints[at + Int.units] === ints[twin + Int.units] &&
      ints[at + Int.visit] === ints[twin + Int.visit] &&
      ints[at + Int.part] === ints[twin + Int.part]
    );
  }

  /** Whether two rows have the same hours, and request the same. */
  isOnTime(one: number, other: number): boolean {
    const { hours } = this;
    const [at, twin] = [one * HOURS, other * HOURS];
    for (let column = 0; column < HOURS; column += 1) if (hours[at + column] !== hours[twin + column]) return false;
    return true;
  }

  link(kept: number, next: number): void {
    this.ints[kept * INTS + LINK] = next;
  }

  after(kept: number): number {
    return this.ints[kept * INTS + LINK]!;
  }

  /** Gives a whole list back. */
  giveBack(first: number): void {
    for (let kept = first; kept !== NO_KEPT; ) {
      const next = this.after(kept);
      this.link(kept, this.free);
      this.free = kept;
      kept = next;
    }
  }

  private take(): number {
    if (this.free !== NO_KEPT) {
      const kept = this.free;
      this.free = this.after(kept);
      return kept;
    }
    if (INTS * this.used === this.ints.length) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  private grow(): void {
    this.ints = moreInts(this.ints, 2 * this.ints.length);
    this.hours = moreFloats(this.hours, 2 * this.hours.length);
  }
}
