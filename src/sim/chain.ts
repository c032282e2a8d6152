/**
 * Few events to come, as records in a ring from the soonest to the latest: with a handful pending, walking past those that
 * come sooner is less work than any heap. A record is used again when its event has been taken.
 */
import { NEVER } from './log.js';

/** One event to come. */
export class Pending {
  declare time: number;
  declare kind: number;
  /** Whose it is, and the epoch of its subject when it was scheduled. */
  declare subject: number;
  declare epoch: number;
  declare keyHigh: number;
  declare keyLow: number;
  /** The event after it, or the end of the ring; next free record when it is nobody's. */
  declare after: Pending | null;

  constructor() {
    this.time = NEVER;
    this.kind = 0;
    this.subject = 0;
    this.epoch = 0;
    this.keyHigh = 0;
    this.keyLow = 0;
    this.after = null;
  }
}

/** The ring of events to come. */
export class Chain {
  /** Events in the ring. */
  declare count: number;
  /** Where the ring ends and begins: before the soonest event and after the latest. */
  declare readonly end: Pending;
  declare private free: Pending | null;
  declare private readonly bands: Uint8Array;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    this.count = 0;
    this.end = new Pending();
    this.end.after = this.end;
    this.free = null;
    this.bands = bands;
  }

  /** A record to be filled in and entered. */
  blank(): Pending {
    const { free } = this;
    if (free === null) return new Pending();
    this.free = free.after;
    return free;
  }

  /** Enters an event, behind all that come sooner and those of its instant, band and key. */
  enter(event: Pending): void {
    const { time } = event;
    let before = this.end;
    let after = before.after as Pending;
    while (after.time <= time && (after.time < time || !this.precedes(event, after))) {
      before = after;
      after = before.after as Pending;
    }
    event.after = after;
    before.after = event;
    this.count++;
  }

  /** Takes the soonest event out; what its record says is there until another is entered. */
  leave(event: Pending): void {
    this.end.after = event.after;
    event.after = this.free;
    this.free = event;
    this.count--;
  }

  /** Order of two events of the same hour, of which the first is the later in the order of scheduling: band, then key. */
  private precedes(event: Pending, other: Pending): boolean {
    if (other === this.end) return true;
    const band = this.bands[event.kind];
    const bandOther = this.bands[other.kind];
    if (band !== bandOther) return band < bandOther;
    if (event.keyHigh !== other.keyHigh) return event.keyHigh >>> 0 < other.keyHigh >>> 0;
    return event.keyLow >>> 0 < other.keyLow >>> 0;
  }
}
