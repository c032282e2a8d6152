/**
 * The future event list: schedule, and take the next, ordered by time, band, key and sequence of scheduling, so that the
 * order of simultaneous events is a rule and not an accident. Nothing is searched or removed: an event whose subject has
 * moved on is known by its epoch when it surfaces.
 *
 * Time is cut into spells of equal length, and those to come lie in a row of buckets, a chain of events each, in no order.
 * Only the events of the spell under way are sorted, in a small heap; those after the last bucket wait in one more chain
 * and are spread over a new row when it is reached. Which bucket is a monotone function of the hour, so that the length of
 * a spell decides how fast the calendar is, and never what comes next. With few events there is the heap alone.
 */
import { END, Entries } from './entries.js';
import { Nearest } from './nearest.js';

/** With fewer events than this a heap alone is faster. */
const FEW = 96;
/** Events that share a bucket, about. */
const TOGETHER = 2;
/** Events whose hours are looked at to choose the length of a spell. */
const SAMPLE = 63;

/** The list of events to come. */
export class Calendar {
  /** The hour of the event taken last. */
  declare now: number;
  /** The event taken last: its kind, whose it is, and the epoch of its subject when it was scheduled. */
  declare kind: number;
  declare subject: number;
  declare epoch: number;
  /** Its key. */
  declare keyHigh: number;
  declare keyLow: number;
  /** Entries taken so far. */
  declare taken: number;

  declare private readonly entries: Entries;
  declare private readonly nearest: Nearest;
  /** First event of each bucket, or END. */
  declare private heads: Int32Array;
  /** Buckets in the row; 0 while there is the heap alone. */
  declare private buckets: number;
  /** Hour at which the row begins, and buckets in an hour. */
  declare private origin: number;
  declare private perHour: number;
  /** Bucket of the spell under way: its events, and those before it, are in the heap. */
  declare private current: number;
  /** The chain of events after the last bucket. */
  declare private beyond: number;
  /** Events in buckets and beyond; when they come to be so many, they are spread anew. */
  declare private waiting: number;
  declare private tooMany: number;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    this.now = 0;
    this.kind = 0;
    this.subject = 0;
    this.epoch = 0;
    this.keyHigh = 0;
    this.keyLow = 0;
    this.taken = 0;
    this.entries = new Entries(bands);
    this.nearest = new Nearest(this.entries);
    this.heads = new Int32Array(FEW).fill(END);
    this.buckets = 0;
    this.origin = Infinity;
    this.perHour = Infinity;
    this.current = END;
    this.beyond = END;
    this.waiting = 0;
    this.tooMany = FEW;
  }

  /** Entries pending, cancelled ones included. */
  get pending(): number {
    return this.waiting + this.nearest.count;
  }

  /** Bytes that a pending event takes. */
  get entryBytes(): number {
    return this.entries.bytes;
  }

  /** Enters an event at an hour not before now. The key orders events of the same instant and band. */
  schedule(time: number, kind: number, subject: number, epoch: number, high: number, low: number): void {
    const slot = this.entries.add(time, kind, subject, epoch, high, low);
    if (this.buckets === 0) {
      this.nearest.enter(time, slot);
      if (this.nearest.count > this.tooMany) this.spread();
      return;
    }
    const bucket = Math.floor((time - this.origin) * this.perHour);
    if (bucket <= this.current) {
      this.nearest.enter(time, slot);
    } else {
      this.chain(bucket, slot);
      if (++this.waiting > this.tooMany) this.spread();
    }
  }

  /** Takes the next event if it comes before `until` (or at it, when `inclusive`), and moves the clock to it. */
  next(until: number, inclusive: boolean): boolean {
    const { nearest, entries } = this;
    if (!nearest.settle() && !this.advance()) return false;
    const time = nearest.soonest();
    if (time > until || (time === until && !inclusive)) return false;
    const slot = nearest.leave();
    const { words } = entries;
    const from = slot << 3;
    this.now = time;
    this.kind = words[from | 2] & 15;
    this.subject = words[from | 4];
    this.epoch = words[from | 5];
    this.keyHigh = words[from | 6];
    this.keyLow = words[from | 7];
    this.taken++;
    entries.remove(slot);
    return true;
  }

  private chain(bucket: number, slot: number): void {
    const { heads } = this;
    const { links } = this.entries;
    if (bucket < this.buckets) {
      links[slot] = heads[bucket];
      heads[bucket] = slot;
    } else {
      links[slot] = this.beyond;
      this.beyond = slot;
    }
  }

  /** Moves on to the next spell with events, and sorts them. False when there are none at all. */
  private advance(): boolean {
    if (this.waiting === 0) return false;
    const { heads, buckets } = this;
    let bucket = this.current + 1;
    while (bucket < buckets && heads[bucket] === END) bucket++;
    if (bucket >= buckets) {
      this.spread();
      return this.nearest.settle() || this.advance();
    }
    this.current = bucket;
    this.enterAll(heads[bucket]);
    heads[bucket] = END;
    return true;
  }

  /** Enters a chain of waiting events in the heap. */
  private enterAll(chain: number): void {
    const { entries, nearest } = this;
    for (let slot = chain; slot !== END; ) {
      const after = entries.links[slot];
      nearest.enter(entries.timeOf(slot), slot);
      this.waiting--;
      slot = after;
    }
  }

  /** Spreads all events over a new row of buckets, which reaches as far as three in four of them do. */
  private spread(): void {
    const all = this.gather();
    const count = this.waiting;
    this.tooMany = Math.max(FEW, 2 * count);
    const sample = this.sample(all, count);
    const least = sample[0] ?? 0;
    const buckets = Math.ceil((0.75 * count) / TOGETHER);
    const perHour = buckets / ((sample[(3 * sample.length) >> 2] ?? 0) - least);
    if (count <= FEW / 2 || !(perHour > 0 && perHour < Infinity)) {
      this.buckets = 0;
      this.enterAll(all);
      return;
    }
    if (this.heads.length < buckets) this.heads = new Int32Array(2 * buckets).fill(END);
    this.buckets = buckets;
    this.origin = least;
    this.perHour = perHour;
    this.current = END;
    for (let slot = all; slot !== END; ) {
      const after = this.entries.links[slot];
      const time = this.entries.timeOf(slot);
      const bucket = Math.floor((time - least) * perHour);
      if (bucket >= 0) {
        this.chain(bucket, slot);
      } else {
        this.nearest.enter(time, slot);
        this.waiting--;
      }
      slot = after;
    }
  }

  /** Makes one chain of all events, in the heap, in buckets and beyond. */
  private gather(): number {
    const { nearest, entries, heads } = this;
    let all = this.beyond;
    this.beyond = END;
    while (nearest.settle()) {
      const slot = nearest.leave();
      entries.links[slot] = all;
      all = slot;
      this.waiting++;
    }
    for (let bucket = 0; bucket < this.buckets; bucket++) {
      for (let slot = heads[bucket]; slot !== END; ) {
        const after = entries.links[slot];
        entries.links[slot] = all;
        all = slot;
        slot = after;
      }
      heads[bucket] = END;
    }
    return all;
  }

  /** Hours of some of a chain of so many events, ascending. */
  private sample(chain: number, count: number): number[] {
    const { entries } = this;
    const every = Math.ceil(count / SAMPLE);
    const hours: number[] = [];
    let at = 0;
    for (let slot = chain; slot !== END; slot = entries.links[slot])
      if (at++ % every === 0) hours.push(entries.timeOf(slot));
    return hours.sort((a, b) => a - b);
  }
}
