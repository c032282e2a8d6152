/**
 * What the calendar knows of each event to come, one record of 32 bytes that lies within a cache line: its hour, its place
 * in the order of scheduling, its kind, whose it is, the epoch of its subject, and its key. Records are chained by links.
 */

/** The end of a chain. */
export const END = -1;

const FIRST_SIZE = 256;
/** Kinds of event are fewer than 16: the kind takes the last four bits of a word, the place in the order the rest of it. */
const KIND_BITS = 4;
/** Places in the order before the word above it is raised. */
const PLACES = 0x10000000;

/** Words that decide between two events of an hour and band, the weightiest first: the key, then the place. */
const ORDER = [6, 7, 3, 2] as const;

/** The table of events to come. */
export class Entries {
  /** The hour of each record: one number of its four. */
  declare reals: Float64Array;
  /** The same bytes by words, eight a record: from the third on place and kind, place, subject, epoch, and the key's two. */
  declare words: Int32Array;
  /** The next record of the chain that a record is in, or END. */
  declare links: Int32Array;
  /** Place in the order of scheduling of the record added last, in two parts. */
  declare private place: number;
  declare private placeAbove: number;
  declare private free: number;
  declare private used: number;
  declare private readonly bands: Uint8Array;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    this.reals = new Float64Array(FIRST_SIZE * 4);
    this.words = new Int32Array(this.reals.buffer);
    this.links = new Int32Array(FIRST_SIZE);
    this.place = 0;
    this.placeAbove = 0;
    this.free = END;
    this.used = 0;
    this.bands = bands;
  }

  /** A record with these contents, the latest in the order of scheduling. */
  add(time: number, kind: number, subject: number, epoch: number, high: number, low: number): number {
    let slot = this.free;
    let { words } = this;
    if (slot !== END) {
      this.free = this.links[slot];
    } else {
      if (this.used === this.links.length) words = this.grow();
      slot = this.used++;
    }
    if (++this.place === PLACES) {
      this.place = 0;
      this.placeAbove++;
    }
    const from = slot << 3;
    this.reals[slot << 2] = time;
    words[from | 2] = (this.place << KIND_BITS) | kind;
    words[from | 3] = this.placeAbove;
    words[from | 4] = subject | 0;
    words[from | 5] = epoch | 0;
    words[from | 6] = high | 0;
    words[from | 7] = low | 0;
    return slot;
  }

  /** Gives a record back. What it says of its event is there until the next is added. */
  remove(slot: number): void {
    this.links[slot] = this.free;
    this.free = slot;
  }

  /** Hour of an event. */
  timeOf(slot: number): number {
    return this.reals[slot << 2];
  }

  /** Kind of an event. */
  kindOf(slot: number): number {
    return this.words[(slot << 3) | 2] & 15;
  }

  /** Whose an event is. */
  subjectOf(slot: number): number {
    return this.words[(slot << 3) | 4];
  }

  /** Epoch of its subject when it was scheduled. */
  epochOf(slot: number): number {
    return this.words[(slot << 3) | 5];
  }

  /** High word of its key. */
  keyHighOf(slot: number): number {
    return this.words[(slot << 3) | 6];
  }

  /** Low word of its key. */
  keyLowOf(slot: number): number {
    return this.words[(slot << 3) | 7];
  }

  /** Order of two events of the same hour: band, then key (as unsigned), then the order of scheduling. */
  isBefore(a: number, b: number): boolean {
    const { words, bands } = this;
    const one = a << 3;
    const other = b << 3;
    const bandOne = bands[words[one | 2] & 15];
    const bandOther = bands[words[other | 2] & 15];
    if (bandOne !== bandOther) return bandOne < bandOther;
    for (const word of ORDER) {
      if (words[one | word] !== words[other | word]) return words[one | word] >>> 0 < words[other | word] >>> 0;
    }
    return false;
  }

  /** Bytes of a record with its link. */
  get bytes(): number {
    return (this.reals.byteLength + this.links.byteLength) / this.links.length;
  }

  private grow(): Int32Array {
    const { reals, links } = this;
    this.reals = new Float64Array(reals.length * 2);
    this.reals.set(reals);
    this.words = new Int32Array(this.reals.buffer);
    this.links = new Int32Array(links.length * 2);
    this.links.set(links);
    return this.words;
  }
}
