/**
 * A calendar that is a 4-ary heap and nothing else: the same order of events (time, band, key, sequence), each comparison
 * and each level of the heap paid for. What the calendar of the engine is measured against.
 */
const FIRST_SIZE = 1024;
/** The list of events to come. */
export class HeapCalendar {
  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands) {
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
  get pending() {
    return this.vacant ? this.count - 1 : this.count;
  }
  /** Enters an event at an hour not before now. The key orders events of the same instant and band. */
  schedule(time, kind, subject, epoch, high, low) {
    let slot;
    let at;
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
  next(until, inclusive) {
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
  close() {
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
  sink(time, slot) {
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
  before(a, b) {
    const bandA = this.bands[this.kinds[a]];
    const bandB = this.bands[this.kinds[b]];
    if (bandA !== bandB) return bandA < bandB;
    if (this.highs[a] !== this.highs[b]) return this.highs[a] >>> 0 < this.highs[b] >>> 0;
    if (this.lows[a] !== this.lows[b]) return this.lows[a] >>> 0 < this.lows[b] >>> 0;
    return this.sequences[a] < this.sequences[b];
  }
  grow() {
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
function copied(from, into) {
  into.set(from);
  return into;
}
