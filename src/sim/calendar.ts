/**
 * The future event list: schedule, and take the next. A 4-ary heap on typed columns, ordered by time, band, key and
 * sequence of scheduling, so that the order of simultaneous events is a rule and not an accident. Nothing is searched or
 * removed: an event whose subject has moved on is known by its epoch when it surfaces.
 */

const FIRST_SIZE = 1024;

/** The list of events to come. */
export class Calendar {
  /** The hour of the event taken last. */
  declare now: number;
  /** The event taken last: its kind, whose it is, and the epoch of its subject when it was scheduled. */
  declare kind: number;
  declare subject: number;
  declare epoch: number;
  /** Entries taken so far. */
  declare taken: number;

  declare private count: number;
  declare private sequence: number;
  /** True while the root is vacant: the next entry scheduled falls into it, which saves a sift of each pair. */
  declare private vacant: boolean;
  declare private readonly bands: Uint8Array;
  // The heap proper: times and the slots that hold the rest.
  declare private times: Float64Array;
  declare private slots: Int32Array;
  // Slots.
  declare private kinds: Uint8Array;
  declare private subjects: Int32Array;
  declare private epochs: Int32Array;
  declare private highs: Int32Array;
  declare private lows: Int32Array;
  declare private sequences: Float64Array;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    this.now = 0;
    this.kind = 0;
    this.subject = 0;
    this.epoch = 0;
    this.taken = 0;
    this.count = 0;
    this.sequence = 0;
    this.vacant = false;
    this.bands = bands;
    this.times = new Float64Array(FIRST_SIZE);
    this.slots = Int32Array.from({ length: FIRST_SIZE }, (_, slot) => slot);
    this.kinds = new Uint8Array(FIRST_SIZE);
    this.subjects = new Int32Array(FIRST_SIZE);
    this.epochs = new Int32Array(FIRST_SIZE);
    this.highs = new Int32Array(FIRST_SIZE);
    this.lows = new Int32Array(FIRST_SIZE);
    this.sequences = new Float64Array(FIRST_SIZE);
  }

  /** Entries pending, cancelled ones included. */
  get pending(): number {
    return this.vacant ? this.count - 1 : this.count;
  }

  /** Enters an event at an hour not before now. The key orders events of the same instant and band. */
  schedule(time: number, kind: number, subject: number, epoch: number, high: number, low: number): void {
    let slot: number;
    let at: number;
    if (this.vacant) {
      slot = this.slots[0];
    } else {
      if (this.count === this.times.length) this.grow();
      slot = this.slots[this.count];
    }
    this.kinds[slot] = kind;
    this.subjects[slot] = subject;
    this.epochs[slot] = epoch;
    this.highs[slot] = high;
    this.lows[slot] = low;
    this.sequences[slot] = this.sequence++;
    if (this.vacant) {
      this.vacant = false;
      this.sink(time, slot);
      return;
    }
    at = this.count++;
    const { times, slots } = this;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const parentTime = times[parent];
      if (time > parentTime || (time === parentTime && !this.before(slot, slots[parent]))) break;
      times[at] = parentTime;
      slots[at] = slots[parent];
      at = parent;
    }
    times[at] = time;
    slots[at] = slot;
  }

  /** Takes the next event if it comes before `until` (or at it, when `inclusive`), and moves the clock to it. */
  next(until: number, inclusive: boolean): boolean {
    if (this.vacant) this.close();
    if (this.count === 0) return false;
    const time = this.times[0];
    if (time > until || (time === until && !inclusive)) return false;
    const slot = this.slots[0];
    this.now = time;
    this.kind = this.kinds[slot];
    this.subject = this.subjects[slot];
    this.epoch = this.epochs[slot];
    this.taken++;
    this.vacant = true;
    return true;
  }

  /** Fills the vacant root with the last entry. */
  private close(): void {
    this.vacant = false;
    const { times, slots } = this;
    const freed = slots[0];
    const last = --this.count;
    if (last > 0) {
      const slot = slots[last];
      slots[last] = freed;
      this.sink(times[last], slot);
    }
  }

  /** Places an entry at the root and lets it sink to its level. */
  private sink(time: number, slot: number): void {
    const { times, slots, count } = this;
    let at = 0;
    for (;;) {
      const first = (at << 2) + 1;
      if (first >= count) break;
      const beyond = Math.min(first + 4, count);
      let least = first;
      let leastTime = times[first];
      for (let child = first + 1; child < beyond; child++) {
        const childTime = times[child];
        if (childTime < leastTime || (childTime === leastTime && this.before(slots[child], slots[least]))) {
          least = child;
          leastTime = childTime;
        }
      }
      if (time < leastTime || (time === leastTime && this.before(slot, slots[least]))) break;
      times[at] = leastTime;
      slots[at] = slots[least];
      at = least;
    }
    times[at] = time;
    slots[at] = slot;
  }

  /** Order of two entries of the same time: band, then key (as unsigned), then sequence. */
  private before(a: number, b: number): boolean {
    const bandA = this.bands[this.kinds[a]];
    const bandB = this.bands[this.kinds[b]];
    if (bandA !== bandB) return bandA < bandB;
    if (this.highs[a] !== this.highs[b]) return this.highs[a] >>> 0 < this.highs[b] >>> 0;
    if (this.lows[a] !== this.lows[b]) return this.lows[a] >>> 0 < this.lows[b] >>> 0;
    return this.sequences[a] < this.sequences[b];
  }

  private grow(): void {
    const from = this.times.length;
    const size = from * 2;
    this.times = copied(this.times, new Float64Array(size));
    this.slots = copied(this.slots, new Int32Array(size));
    for (let slot = from; slot < size; slot++) this.slots[slot] = slot;
    this.kinds = copied(this.kinds, new Uint8Array(size));
    this.subjects = copied(this.subjects, new Int32Array(size));
    this.epochs = copied(this.epochs, new Int32Array(size));
    this.highs = copied(this.highs, new Int32Array(size));
    this.lows = copied(this.lows, new Int32Array(size));
    this.sequences = copied(this.sequences, new Float64Array(size));
  }
}

/** Copies a column into a longer one. */
export function copied<Column extends { set(from: Column): void }>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
