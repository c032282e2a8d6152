/**
 * A calendar that is a 4-ary heap and nothing else: the same order of events (time, band, key, sequence), each comparison
 * and each level of the heap paid for. What the calendar of the engine is measured against.
 */
const FIRST_SIZE = 1024;
/** Words of an entry, so that it lies in one line of the cache, and their places; the sequence is a number of two words. */
const ROW = 8;
const KIND = 0;
const SUBJECT = 1;
const EPOCH = 2;
const HIGH = 3;
const LOW = 4;
const SEQUENCE = 3;
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
    this.rows = new Int32Array(FIRST_SIZE * ROW);
    this.sequences = new Float64Array(this.rows.buffer);
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
    const { rows } = this;
    const row = slot * ROW;
    rows[row + KIND] = kind;
    rows[row + SUBJECT] = subject;
    rows[row + EPOCH] = epoch;
    rows[row + HIGH] = high;
    rows[row + LOW] = low;
    this.sequences[slot * 4 + SEQUENCE] = this.sequence++;
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
  /** Takes the next event if it comes before `until`, and moves the clock to it. */
  next(until) {
    if (this.vacant) this.close();
    if (this.count === 0) return false;
    const time = this.times[0];
    if (time >= until) return false;
    const slot = this.slots[0];
    this.now = time;
    const { rows } = this;
    const row = slot * ROW;
    this.kind = rows[row + KIND];
    this.subject = rows[row + SUBJECT];
    this.epoch = rows[row + EPOCH];
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
    const { rows, bands } = this;
    const one = a * ROW;
    const other = b * ROW;
    const bandA = bands[rows[one + KIND]];
    const bandB = bands[rows[other + KIND]];
    if (bandA !== bandB) return bandA < bandB;
    if (rows[one + HIGH] !== rows[other + HIGH]) return rows[one + HIGH] >>> 0 < rows[other + HIGH] >>> 0;
    if (rows[one + LOW] !== rows[other + LOW]) return rows[one + LOW] >>> 0 < rows[other + LOW] >>> 0;
    return this.sequences[a * 4 + SEQUENCE] < this.sequences[b * 4 + SEQUENCE];
  }
  grow() {
    const from = this.times.length;
    const size = from * 2;
    this.times = copied(this.times, new Float64Array(size));
    this.slots = copied(this.slots, new Int32Array(size));
    for (let slot = from; slot < size; slot++) this.slots[slot] = slot;
    this.rows = copied(this.rows, new Int32Array(size * ROW));
    this.sequences = new Float64Array(this.rows.buffer);
  }
}
/** Copies a column into a longer one. */
function copied(from, into) {
  into.set(from);
  return into;
}
