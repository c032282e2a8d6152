/**
 * Rows of background work whose episode is not looked for yet. Most such episodes are one row of the log, and end with it: they
 * are found by their outcome, among the few thousand rows that came last, and need no place of their own until then.
 */
import { NO_KEPT } from './kept-rows.js';

/** Rows held at most, a power of two: of three batches, when most rows are of background work. */
const ROOM = 8192;
/** Slots in a bucket: a key has its place in one of them. */
const WAYS = 4;
const BUCKETS = 4096;
/** An empty slot. */
const EMPTY = -1;

/** The latest rows, in the order in which they came, and where they are kept. */
export class LooseRows {
  /** Places of rows, by bucket. */
  private readonly slots = new Int16Array(WAYS * BUCKETS).fill(EMPTY);
  private readonly high = new Int32Array(ROOM);
  private readonly low = new Int32Array(ROOM);
  /** Joint index of the need. */
  private readonly need = new Int32Array(ROOM);
  /** Where they are kept; NO_KEPT once they have been taken. */
  private readonly kept = new Int32Array(ROOM);
  /** Rows that have come and gone, and that have come at all: their places are these numbers, going round. */
  private first = 0;
  private end = 0;
  /** The end of the batch before the latest, and of the one before that. */
  private readonly ends: [number, number] = [0, 0];

  /** Adds a row. Says whether it could: not where a row of the same episode is here, or where there is no room. */
  add(high: number, low: number, need: number, kept: number): boolean {
    if (this.end - this.first === ROOM) return false;
    const { slots } = this;
    const bucket = bucketOf(low);
    let free = EMPTY;
    for (let slot = bucket; slot < bucket + WAYS; slot += 1) {
      const place = slots[slot]!;
      if (place === EMPTY) free = slot;
      else if (this.low[place] === low && this.high[place] === high) return false;
    }
    if (free === EMPTY) return false;
    const place = this.end & (ROOM - 1);
    this.end += 1;
    slots[free] = place;
    this.high[place] = high;
    this.low[place] = low;
    this.need[place] = need;
    this.kept[place] = kept;
    return true;
  }

  /** Takes the row of an episode away: where it is kept, or NO_KEPT where there is none. */
  take(high: number, low: number): number {
    const { slots } = this;
    const bucket = bucketOf(low);
    for (let slot = bucket; slot < bucket + WAYS; slot += 1) {
      const place = slots[slot]!;
      if (place === EMPTY || this.low[place] !== low || this.high[place] !== high) continue;
      const kept = this.kept[place]!;
      this.kept[place] = NO_KEPT;
      slots[slot] = EMPTY;
      return kept;
    }
    return NO_KEPT;
  }

  /**
   * Takes away what is left of all batches but the latest two, or of all, oldest first: a row whose episode is not over by now is not
   * likely to be all of it.
   */
  age(isLast: boolean, hear: (high: number, low: number, need: number, kept: number) => void): void {
    const { ends } = this;
    const until = isLast ? this.end : ends[1];
    for (; this.first < until; this.first += 1) {
      const place = this.first & (ROOM - 1);
      if (this.kept[place] === NO_KEPT) continue;
      const [high, low] = [this.high[place]!, this.low[place]!];
      hear(high, low, this.need[place]!, this.take(high, low));
    }
    ends[1] = ends[0];
    ends[0] = this.end;
  }
}

/** First slot of the bucket of a key, which is as good as random. */
function bucketOf(low: number): number {
  return WAYS * (low & (BUCKETS - 1));
}
