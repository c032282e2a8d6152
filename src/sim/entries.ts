/**
 * What the calendar knows of each event to come, one record of 32 bytes that lies within a cache line: its hour, its place
 * in the order of scheduling, its kind, whose it is, the epoch of its subject, and its key. Records are chained by links.
 */

/** The end of a chain. */
export const END = -1;

const FIRST_SIZE = 256;
/** Kinds of event are fewer than this, so that the kind and the sequence share a number: 2^49 events can be numbered. */
const KINDS = 16;

/** The table of events to come. */
export class Entries {
  /** Two numbers a record, of four: the hour, and KINDS x sequence + kind. */
  declare reals: Float64Array;
  /** The same bytes by words, eight a record: words 4 to 7 are subject, epoch, and the key's two. */
  declare words: Int32Array;
  /** The next record of the chain that a record is in, or END. */
  declare links: Int32Array;
  declare private sequence: number;
  declare private free: number;
  declare private used: number;
  declare private readonly bands: Uint8Array;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    this.reals = new Float64Array(FIRST_SIZE * 4);
    this.words = new Int32Array(this.reals.buffer);
    this.links = new Int32Array(FIRST_SIZE);
    this.sequence = 0;
    this.free = END;
    this.used = 0;
    this.bands = bands;
  }

  /** A record with these contents, the latest in the order of scheduling. */
  add(time: number, kind: number, subject: number, epoch: number, high: number, low: number): number {
    let slot = this.free;
    if (slot !== END) {
      this.free = this.links[slot];
    } else {
      if (this.used === this.links.length) this.grow();
      slot = this.used++;
    }
    const { reals, words } = this;
    reals[slot * 4] = time;
    reals[slot * 4 + 1] = this.sequence++ * KINDS + kind;
    words[slot * 8 + 4] = subject;
    words[slot * 8 + 5] = epoch;
    words[slot * 8 + 6] = high;
    words[slot * 8 + 7] = low;
    return slot;
  }

  /** Gives a record back. */
  remove(slot: number): void {
    this.links[slot] = this.free;
    this.free = slot;
  }

  /** Hour of an event. */
  timeOf(slot: number): number {
    return this.reals[slot * 4];
  }

  /** Kind of an event. */
  kindOf(slot: number): number {
    const order = this.reals[slot * 4 + 1];
    return order - Math.floor(order / KINDS) * KINDS;
  }

  /** Order of two events of the same hour: band, then key (as unsigned), then sequence. */
  isBefore(a: number, b: number): boolean {
    const bandA = this.bands[this.kindOf(a)];
    const bandB = this.bands[this.kindOf(b)];
    if (bandA !== bandB) return bandA < bandB;
    const { words } = this;
    const highA = words[a * 8 + 6];
    const highB = words[b * 8 + 6];
    if (highA !== highB) return highA >>> 0 < highB >>> 0;
    const lowA = words[a * 8 + 7];
    const lowB = words[b * 8 + 7];
    if (lowA !== lowB) return lowA >>> 0 < lowB >>> 0;
    return this.reals[a * 4 + 1] < this.reals[b * 4 + 1];
  }

  /** Bytes of a record with its link. */
  get bytes(): number {
    return (this.reals.byteLength + this.links.byteLength) / this.links.length;
  }

  private grow(): void {
    const { reals, links } = this;
    this.reals = new Float64Array(reals.length * 2);
    this.reals.set(reals);
    this.words = new Int32Array(this.reals.buffer);
    this.links = new Int32Array(links.length * 2);
    this.links.set(links);
  }
}
