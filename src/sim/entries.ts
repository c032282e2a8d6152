/**
 * What the calendar knows of each event to come, one record of 32 bytes: its hour, its place in the order of scheduling, its
 * kind, the record that follows it in a chain, whose it is, the epoch of its subject, and its key.
 */
import { copied } from './columns.js';
import { InvariantError } from './invariant.js';

/** The end of a chain. */
export const END = -1;

/** Bytes of a record. */
export const ENTRY_BYTES = 32;
/** Its words: their place among its eight. The first two are its hour. */
const Word = {
  /** Place in the order of scheduling, and kind. */
  kind: 2,
  /** The record that follows it in a chain. */
  link: 3,
  subject: 4,
  epoch: 5,
  keyHigh: 6,
  keyLow: 7,
} as const;

const FIRST_SIZE = 256;
/** Kinds of event are fewer than 16: the kind takes the last four bits of a word, the place in the order the rest of it. */
const KIND_BITS = 4;
const KIND = (1 << KIND_BITS) - 1;
/** Places in the order before they begin again, one round later. */
const PLACES = 0x10000000;

/** The table of events to come. */
export class Entries {
  /** The hour of each record: one number of its four. */
  declare reals: Float64Array;
  /** The same bytes by words, eight a record. */
  declare words: Int32Array;
  /** Place in the order of scheduling of the record added last, and the round in which it is counted. */
  declare private place: number;
  declare private round: number;
  /** The round of each record's place; empty during the first, which few runs ever leave. */
  declare private rounds: Int32Array;
  declare private free: number;
  declare private used: number;
  declare private readonly bands: Uint8Array;

  /** @param bands the band of each kind of event: who goes first at the same instant. */
  constructor(bands: Uint8Array) {
    const memory = new ArrayBuffer(FIRST_SIZE * ENTRY_BYTES);
    this.reals = new Float64Array(memory);
    this.words = new Int32Array(memory);
    this.place = 0;
    this.round = 0;
    this.rounds = new Int32Array(0);
    this.free = END;
    this.used = 0;
    if (bands.length > KIND + 1) throw new InvariantError(`${bands.length} kinds of event, room for ${KIND + 1}`);
    this.bands = bands;
  }

  /** A record with these contents, the latest in the order of scheduling. Its hour is for the caller to write. */
  take(kind: number, subject: number, epoch: number, high: number, low: number): number {
    let slot = this.free;
    let { words } = this;
    if (slot !== END) {
      this.free = this.linkOf(slot);
    } else {
      if (this.used << 3 === words.length) words = this.grow();
      slot = this.used++;
    }
    if (++this.place === PLACES) this.beginRound();
    if (this.round > 0) this.rounds[slot] = this.round;
    const from = slot << 3;
    words[from | Word.kind] = (this.place << KIND_BITS) | kind;
    words[from | Word.subject] = subject | 0;
    words[from | Word.epoch] = epoch | 0;
    words[from | Word.keyHigh] = high | 0;
    words[from | Word.keyLow] = low | 0;
    return slot;
  }

  /** Gives a record back. What it says of its event is there until the next is added. */
  remove(slot: number): void {
    this.link(slot, this.free);
    this.free = slot;
  }

  /** The record that follows another in the chain that it is in, or END. */
  linkOf(slot: number): number {
    return this.words[(slot << 3) | Word.link];
  }

  /** Lets a record be followed by another. */
  link(slot: number, after: number): void {
    this.words[(slot << 3) | Word.link] = after;
  }

  /** Hour of an event. */
  timeOf(slot: number): number {
    return this.reals[slot << 2];
  }

  /** Kind of an event. */
  kindOf(slot: number): number {
    return this.words[(slot << 3) | Word.kind] & KIND;
  }

  /** Whose an event is. */
  subjectOf(slot: number): number {
    return this.words[(slot << 3) | Word.subject];
  }

  /** Epoch of its subject when it was scheduled. */
  epochOf(slot: number): number {
    return this.words[(slot << 3) | Word.epoch];
  }

  /** High word of its key. */
  keyHighOf(slot: number): number {
    return this.words[(slot << 3) | Word.keyHigh];
  }

  /** Low word of its key. */
  keyLowOf(slot: number): number {
    return this.words[(slot << 3) | Word.keyLow];
  }

  /** Order of two events of the same hour: band, then key (as unsigned), then the order of scheduling. */
  isBefore(a: number, b: number): boolean {
    const { words, bands } = this;
    const one = a << 3;
    const other = b << 3;
    const bandOne = bands[words[one | Word.kind] & KIND];
    const bandOther = bands[words[other | Word.kind] & KIND];
    if (bandOne !== bandOther) return bandOne < bandOther;
    if (words[one | Word.keyHigh] !== words[other | Word.keyHigh])
      return words[one | Word.keyHigh] >>> 0 < words[other | Word.keyHigh] >>> 0;
    if (words[one | Word.keyLow] !== words[other | Word.keyLow])
      return words[one | Word.keyLow] >>> 0 < words[other | Word.keyLow] >>> 0;
    if (this.round > 0 && this.rounds[a] !== this.rounds[b]) return this.rounds[a] < this.rounds[b];
    return words[one | Word.kind] >>> 0 < words[other | Word.kind] >>> 0;
  }

  /** Places are counted from 0 once more. */
  private beginRound(): void {
    this.place = 0;
    this.round++;
    if (this.rounds.length === 0) this.rounds = new Int32Array(this.words.length >> 3);
  }

  private grow(): Int32Array {
    const { reals, rounds } = this;
    this.reals = copied(reals, new Float64Array(reals.length * 2));
    this.words = new Int32Array(this.reals.buffer);
    if (rounds.length > 0) this.rounds = copied(rounds, new Int32Array(rounds.length * 2));
    return this.words;
  }
}
