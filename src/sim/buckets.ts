/**
 * Many events to come. Time is cut into spells of equal length, and those to come lie in a row of buckets, a chain of events
 * each, in no order. Only the events of the spell under way are sorted, in a small heap; those after the last bucket wait in
 * one more chain and are spread over a new row when it is reached. Which bucket is a monotone function of the hour, so that
 * the length of a spell decides how fast this is, and never what comes next. It goes by the events to come, or by those that
 * went, where more go than are to come at a time: most of them come shortly before. With fewer events there is the heap alone.
 */
import { END, Entries } from './entries.js';
import { Nearest } from './nearest.js';

/** With fewer events than this a heap alone is faster. */
const FEW = 96;
/** Events that share a bucket, about. */
const TOGETHER = 2;
/** Buckets in the row for each event that is spread, at most. */
const MOST_BUCKETS = 2;
/** Buckets that are looked into together, before the first of them is sorted, where so many events wait that they leave the cache. */
const SIGHT = 8;
const MANY = 8192;
/** Events that are foreseen at a time, at most. */
const MOST_FORESEEN = 64;
/** Events whose hours are looked at to choose the length of a spell. */
const SAMPLE = 63;

/** Events to come, by time, band, key and sequence of scheduling. */
export class Buckets {
  /** What is known of each event. */
  declare readonly entries: Entries;
  declare private readonly nearest: Nearest;
  /** First event of each bucket, or END. */
  declare private heads: Int32Array;
  /** Buckets in the row; 0 while there is the heap alone. */
  declare private buckets: number;
  /** Hour at which the row begins, and buckets in an hour. */
  declare private origin: number;
  declare private perHour: number;
  /** Events taken out since the row began; when they come to be so many, it is laid out anew by how fast they went. */
  declare private left: number;
  declare private tooLong: number;
  /** Bucket of the spell under way: its events, and those before it, are in the heap. */
  declare private current: number;
  /** The chain of events after the last bucket. */
  declare private beyond: number;
  /** The hour of the event that is entered next. */
  declare due: number;
  /** Events in buckets and beyond; when they come to be so many, they are spread anew. */
  declare private waiting: number;
  declare private tooMany: number;
  /** Records of events that come soon, in no order, and how many they are: told once, for whoever reads ahead. */
  declare readonly foreseen: Int32Array;
  declare foreseenCount: number;
  /** The bucket up to which events have been foreseen. */
  declare private sight: number;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    this.entries = new Entries(bands);
    this.nearest = new Nearest(this.entries);
    this.heads = new Int32Array(FEW).fill(END);
    this.buckets = 0;
    this.origin = Infinity;
    this.due = Infinity;
    this.left = 0;
    this.tooLong = FEW;
    this.perHour = Infinity;
    this.current = END;
    this.beyond = END;
    this.waiting = 0;
    this.tooMany = FEW;
    this.foreseen = new Int32Array(MOST_FORESEEN);
    this.foreseenCount = 0;
    this.sight = 0;
  }

  /** Entries pending, cancelled ones included. */
  get pending(): number {
    return this.waiting + this.nearest.count;
  }

  /** True when there are no more than so many, which is asked at each event: those in buckets alone nearly always tell. */
  hasAtMost(count: number): boolean {
    return this.waiting <= count && this.pending <= count;
  }

  /** Enters an event at an hour not before that of the event taken last. */
  add(time: number, kind: number, subject: number, epoch: number, high: number, low: number): void {
    this.due = time;
    this.enter(kind, subject, epoch, high, low);
  }

  /** Enters an event at the hour `due`, as `add` does. */
  enter(kind: number, subject: number, epoch: number, high: number, low: number): void {
    const { entries, due } = this;
    const slot = entries.take(kind, subject, epoch, high, low);
    entries.reals[slot << 2] = due;
    if (this.buckets === 0) {
      this.nearest.enter(slot);
      if (this.nearest.count > this.tooMany) this.spread();
      return;
    }
    const bucket = Math.floor((due - this.origin) * this.perHour);
    if (bucket <= this.current) {
      this.nearest.enter(slot);
    } else {
      this.chain(bucket, slot);
      if (++this.waiting > this.tooMany) this.spread();
    }
  }

  /** True when there is an event: brings the soonest to where it can be looked at and taken out. */
  settle(): boolean {
    return this.nearest.settle() || this.advance();
  }

  /** Hour of the soonest event; call `settle` before. */
  soonest(): number {
    return this.nearest.soonest();
  }

  /** Takes the soonest event out; call `settle` before. What its record says is there until another is added. */
  leave(): number {
    const slot = this.nearest.leave();
    this.entries.remove(slot);
    this.left++;
    return slot;
  }

  private chain(bucket: number, slot: number): void {
    const { heads, entries } = this;
    if (bucket < this.buckets) {
      entries.link(slot, heads[bucket]);
      heads[bucket] = slot;
    } else {
      entries.link(slot, this.beyond);
      this.beyond = slot;
    }
  }

  /** Moves on to the next spell with events, and sorts them. False when there are none at all. */
  private advance(): boolean {
    if (this.waiting === 0) return false;
    const { heads, buckets } = this;
    let bucket = this.current + 1;
    while (bucket < buckets && heads[bucket] === END) bucket++;
    if (bucket >= buckets || this.left > this.tooLong) {
      this.spread();
      return this.nearest.settle() || this.advance();
    }
    this.current = bucket;
    if (this.waiting > MANY && bucket >= this.sight) this.foresee(bucket);
    this.enterAll(heads[bucket]);
    heads[bucket] = END;
    return true;
  }

  /** Lists the events of the buckets that come next: their records are fetched side by side, and not one by one. */
  private foresee(bucket: number): void {
    const { foreseen, heads, buckets, entries } = this;
    const end = bucket + SIGHT < buckets ? bucket + SIGHT : buckets;
    let count = 0;
    for (let next = bucket; next < end; next++)
      for (let slot = heads[next]; slot !== END && count < MOST_FORESEEN; slot = entries.linkOf(slot))
        foreseen[count++] = slot;
    this.foreseenCount = count;
    this.sight = end;
  }

  /** Enters a chain of waiting events in the heap. */
  private enterAll(chain: number): void {
    const { entries, nearest } = this;
    for (let slot = chain; slot !== END; ) {
      const after = entries.linkOf(slot);
      nearest.enter(slot);
      this.waiting--;
      slot = after;
    }
  }

  /** Spreads all events over a new row of buckets, which reaches no further than three in four of them do. */
  private spread(): void {
    const all = this.gather();
    const count = this.waiting;
    this.tooMany = Math.max(FEW, 2 * count);
    this.tooLong = MOST_BUCKETS * TOGETHER * count;
    const sample = this.sample(all, count);
    const least = sample[0] ?? 0;
    const reach = (sample[(3 * sample.length) >> 2] ?? 0) - least;
    const perHour = Math.max((0.75 * count) / reach, this.rateUntil(least)) / TOGETHER;
    const buckets = Math.ceil(Math.min(reach * perHour, MOST_BUCKETS * count));
    if (count <= FEW / 2 || !(perHour > 0 && perHour < Infinity)) {
      this.buckets = 0;
      this.enterAll(all);
      return;
    }
    if (this.heads.length < buckets) this.heads = new Int32Array(buckets).fill(END);
    this.buckets = buckets;
    this.origin = least;
    this.left = 0;
    this.perHour = perHour;
    this.current = END;
    this.sight = 0;
    for (let slot = all; slot !== END; ) {
      const after = this.entries.linkOf(slot);
      const time = this.entries.timeOf(slot);
      const bucket = Math.floor((time - least) * perHour);
      if (bucket >= 0) {
        this.chain(bucket, slot);
      } else {
        this.nearest.enter(slot);
        this.waiting--;
      }
      slot = after;
    }
  }

  /** Events taken out an hour since the row began. */
  private rateUntil(hour: number): number {
    const passed = hour - this.origin;
    return passed > 0 ? this.left / passed : 0;
  }

  /** Makes one chain of all events, in the heap, in buckets and beyond. */
  private gather(): number {
    const { nearest, entries, heads } = this;
    let all = this.beyond;
    this.beyond = END;
    while (nearest.settle()) {
      const slot = nearest.leave();
      entries.link(slot, all);
      all = slot;
      this.waiting++;
    }
    for (let bucket = 0; bucket < this.buckets; bucket++) {
      for (let slot = heads[bucket]; slot !== END; ) {
        const after = entries.linkOf(slot);
        entries.link(slot, all);
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
    for (let slot = chain; slot !== END; slot = entries.linkOf(slot))
      if (at++ % every === 0) hours.push(entries.timeOf(slot));
    return hours.sort((a, b) => a - b);
  }
}
