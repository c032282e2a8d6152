/**
 * Keys and draws of those who come one after another, a block of them at a time: the rounds of one hash wait for each other,
 * so that many side by side, by the loops of a census, take little longer than one.
 */
import { kernelOfThread } from './crowd.js';
import { deriveNumber, fraction, GOLDEN, type Key, key, NUMBER_TURNED } from './draws.js';
import { COLUMN, type Kernel, OWN_COLUMNS } from './kernel.js';

/** Keys in a block: few enough to cost little where a stream brings only a few. */
export const BLOCK = 32;

/** Whole numbers with keys of their own: those below this are one word. */
const WORD = 4294967296;

/** A block of keys. */
export class Keys {
  declare readonly high: Int32Array;
  declare readonly low: Int32Array;

  constructor() {
    this.high = new Int32Array(BLOCK);
    this.low = new Int32Array(BLOCK);
  }
}

/** Two columns of a kernel's memory: the upper and the lower words of a block. */
class Words {
  declare readonly address: number;
  declare readonly high: Int32Array;
  declare readonly low: Int32Array;

  constructor({ memory }: Kernel, column: number) {
    this.address = column * COLUMN;
    this.high = new Int32Array(memory, this.address, BLOCK);
    this.low = new Int32Array(memory, this.address + COLUMN, BLOCK);
  }

  /** Copies all of them. */
  copyTo(keys: Keys): void {
    keys.high.set(this.high);
    keys.low.set(this.low);
  }
}

/** The blocks of a thread. What is worked out is taken away at once: the next stream works in the same memory. */
export class Blocks {
  private readonly kernel: Kernel;
  /** Keys numbered last, and what is drawn at them. */
  private readonly keys: Words;
  private readonly draws: Words;
  /** Keys put aside, each with its number; at first the numbers from 0 on. */
  private readonly aside: Words;
  private readonly places: Words;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.places = new Words(kernel, OWN_COLUMNS);
    this.keys = new Words(kernel, OWN_COLUMNS + 2);
    this.draws = new Words(kernel, OWN_COLUMNS + 4);
    this.aside = new Words(kernel, OWN_COLUMNS + 6);
    for (let place = 0; place < BLOCK; place++) this.places.low[place] = Math.imul(place, GOLDEN);
  }

  /** Works out the keys of (base, number) for a block of whole numbers from a first on, not negative. */
  number(base: Key, first: number, into: Keys): void {
    if (first + BLOCK <= WORD)
      this.scramble(this.places, this.keys, BLOCK, base.high ^ NUMBER_TURNED, Math.imul(first, GOLDEN), base.low);
    else this.numberOneByOne(base, first);
    this.keys.copyTo(into);
  }

  /** The draws of a salted name and a count at the keys that were numbered last. */
  draw(salt: Key, count: number, into: Float64Array): void {
    const { keys, draws } = this;
    this.scramble(keys, draws, BLOCK, salt.high, 0, salt.low ^ Math.imul(count, GOLDEN));
    const { high, low } = draws;
    for (let place = 0; place < BLOCK; place++) into[place] = fraction(high[place], low[place]);
  }

  /** Puts a key and a whole number below 2^32 aside, at a place of its own. */
  putAside(place: number, high: number, low: number, number: number): void {
    this.aside.high[place] = high;
    this.aside.low[place] = low ^ Math.imul(number, GOLDEN);
  }

  /** Works out the keys of (key, number) for the first of those put aside. */
  deriveAside(count: number, into: Keys): void {
    this.scramble(this.aside, this.aside, count, NUMBER_TURNED, 0, 0);
    this.aside.copyTo(into);
  }

  private numberOneByOne(base: Key, first: number): void {
    for (let place = 0; place < BLOCK; place++) {
      deriveNumber(base.high, base.low, first + place);
      this.keys.high[place] = key.high;
      this.keys.low[place] = key.low;
    }
  }

  private scramble(from: Words, into: Words, count: number, h: number, before: number, l: number): void {
    this.kernel.scramble(from.address, into.address, count, h, before, l, 0);
  }
}

let blocks: Blocks | null = null;

/** The one memory for blocks of a thread. */
export function blocksOfThread(): Blocks {
  blocks ??= new Blocks(kernelOfThread());
  return blocks;
}
