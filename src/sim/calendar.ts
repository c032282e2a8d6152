/**
 * The future event list: schedule, and take the next, ordered by time, band, key and sequence of scheduling, so that the
 * order of simultaneous events is a rule and not an accident. Nothing is searched or removed: an event whose subject has
 * moved on is known by its epoch when it surfaces. A few events are kept in a chain, many in buckets of time.
 */
import { Buckets } from './buckets.js';
import { Chain, type Pending } from './chain.js';
import { secondOf } from './log.js';

/** More events than this go into buckets, and come back when there are a quarter as many. */
const FEW = 32;

/** The list of events to come. */
export class Calendar {
  /** The hour of the event taken last. */
  declare now: number;
  /** The second of it. */
  declare second: number;
  /** The event taken last: its kind, whose it is, and the epoch of its subject when it was scheduled. */
  declare kind: number;
  declare subject: number;
  declare epoch: number;
  /** Its key. */
  declare keyHigh: number;
  declare keyLow: number;
  /** The hour of the event that is entered next: kept here, since a number that is handed to a function may need a box. */
  declare due: number;
  /** Entries taken so far. */
  declare taken: number;

  declare private readonly few: Chain;
  /** Where many events wait, and which of them come soon. */
  declare readonly many: Buckets;
  /** True while events are in buckets. */
  declare private areMany: boolean;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    // Begun with what is no whole number, it stays a number with a fraction to the compiler, and is changed in place.
    this.now = Number.POSITIVE_INFINITY;
    this.due = Number.POSITIVE_INFINITY;
    this.second = 0;
    this.kind = 0;
    this.subject = 0;
    this.epoch = 0;
    this.keyHigh = 0;
    this.keyLow = 0;
    this.taken = 0;
    this.few = new Chain(bands);
    this.many = new Buckets(bands);
    this.areMany = false;
    this.now = 0;
  }

  /** Entries pending, cancelled ones included. */
  get pending(): number {
    return this.areMany ? this.many.pending : this.few.count;
  }

  /**
   * Enters an event at an hour not before now. The key orders events of the same instant and band. For what is rare: whoever is
   * on the way of every visit writes `due` and calls `enter`.
   */
  schedule(time: number, kind: number, subject: number, epoch: number, high: number, low: number): void {
    this.due = time;
    this.enter(kind, subject, epoch, high, low);
  }

  /** Enters an event at the hour `due`, as `schedule` does. */
  enter(kind: number, subject: number, epoch: number, high: number, low: number): void {
    if (this.areMany) {
      const { many } = this;
      many.due = this.due;
      many.enter(kind, subject, epoch, high, low);
      return;
    }
    const { few } = this;
    const event = few.blank();
    event.time = this.due;
    event.kind = kind;
    event.subject = subject;
    event.epoch = epoch;
    event.keyHigh = high;
    event.keyLow = low;
    few.enter(event);
    if (few.count > FEW) this.moveToBuckets();
  }

  /** Takes the next event if it comes before `until`, and moves the clock to it. */
  next(until: number): boolean {
    if (this.areMany) return this.nextOfMany(until);
    const { few } = this;
    const event = few.end.after as Pending;
    const { time } = event;
    if (time >= until) return false;
    this.moveTo(time);
    this.kind = event.kind;
    this.subject = event.subject;
    this.epoch = event.epoch;
    this.keyHigh = event.keyHigh;
    this.keyLow = event.keyLow;
    this.taken++;
    few.leave(event);
    return true;
  }

  /** Moves the clock to an hour. */
  moveTo(hour: number): void {
    this.now = hour;
    this.second = secondOf(hour);
  }

  private nextOfMany(until: number): boolean {
    const { many } = this;
    if (!many.settle() || many.soonest() >= until) return false;
    const { entries } = many;
    const slot = many.leave();
    this.moveTo(entries.timeOf(slot));
    this.kind = entries.kindOf(slot);
    this.subject = entries.subjectOf(slot);
    this.epoch = entries.epochOf(slot);
    this.keyHigh = entries.keyHighOf(slot);
    this.keyLow = entries.keyLowOf(slot);
    this.taken++;
    if (many.hasAtMost(FEW / 4)) this.moveToChain();
    return true;
  }

  private moveToBuckets(): void {
    const { few, many } = this;
    while (few.count > 0) {
      const event = few.end.after as Pending;
      many.add(event.time, event.kind, event.subject, event.epoch, event.keyHigh, event.keyLow);
      few.leave(event);
    }
    this.areMany = true;
  }

  private moveToChain(): void {
    const { few, many } = this;
    const { entries } = many;
    while (many.settle()) {
      const slot = many.leave();
      const event = few.blank();
      event.time = entries.timeOf(slot);
      event.kind = entries.kindOf(slot);
      event.subject = entries.subjectOf(slot);
      event.epoch = entries.epochOf(slot);
      event.keyHigh = entries.keyHighOf(slot);
      event.keyLow = entries.keyLowOf(slot);
      few.enter(event);
    }
    this.areMany = false;
  }
}
