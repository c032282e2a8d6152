/**
 * How often each episode has counted each of its slots: draws of a length, visits to a service, decisions. Nearly all are
 * counted once, which a bit tells; a number is kept only from the second time on.
 */
import { copied } from './columns.js';

const FIRST_SIZE = 64;
/** Slots that share a word of bits, as a power of two. */
const WORD_BITS = 5;

/** The counters of all episodes, by row. */
export class Counters {
  /** Slots of an episode, and pairs of words that tell of them. */
  declare private readonly width: number;
  declare private readonly pairs: number;
  /** Pairs of words, a bit a slot: counted at all, and counted more than once. */
  declare private bits: Int32Array;
  /** What was counted more than once. */
  declare private numbers: Int32Array;

  /** @param width slots of an episode. */
  constructor(width: number) {
    this.width = width;
    this.pairs = (width + (1 << WORD_BITS) - 1) >> WORD_BITS;
    this.bits = new Int32Array(2 * this.pairs * FIRST_SIZE);
    this.numbers = new Int32Array(width * FIRST_SIZE);
  }

  /** Makes room for a row. */
  reserve(row: number): void {
    if (this.width * (row + 1) <= this.numbers.length) return;
    this.bits = copied(this.bits, new Int32Array(2 * this.bits.length));
    this.numbers = copied(this.numbers, new Int32Array(2 * this.numbers.length));
  }

  /** Sets all of a row to 0. */
  clear(row: number): void {
    const { bits } = this;
    const from = (row * this.pairs) << 1;
    const end = from + (this.pairs << 1);
    for (let at = from; at < end; at++) bits[at] = 0;
  }

  /** How often a slot has been counted so far. */
  counted(row: number, slot: number): number {
    const at = (row * this.pairs + (slot >> WORD_BITS)) << 1;
    const bit = 1 << slot;
    if ((this.bits[at] & bit) === 0) return 0;
    return (this.bits[at + 1] & bit) === 0 ? 1 : this.numbers[row * this.width + slot];
  }

  /** Counts once more, and says how often it had been before. */
  count(row: number, slot: number): number {
    const { bits } = this;
    const at = (row * this.pairs + (slot >> WORD_BITS)) << 1;
    const bit = 1 << slot;
    const once = bits[at];
    if ((once & bit) !== 0) return this.countAgain(row, slot, at, bit);
    bits[at] = once | bit;
    return 0;
  }

  private countAgain(row: number, slot: number, at: number, bit: number): number {
    const { bits, numbers } = this;
    const place = row * this.width + slot;
    if ((bits[at + 1] & bit) === 0) {
      bits[at + 1] |= bit;
      numbers[place] = 1;
    }
    return numbers[place]++;
  }
}
