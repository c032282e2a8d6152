/**
 * Keys and draws of many people at a time, hash by hash: the rounds of one hash wait for each other, while those of
 * neighbours run side by side where the loop does nothing else.
 */
import { derive, deriveNumber, type Key, key, uniform } from './draws.js';

/** Keys in a row. */
export class Keys {
  declare readonly high: Int32Array;
  declare readonly low: Int32Array;

  constructor(count: number) {
    this.high = new Int32Array(count);
    this.low = new Int32Array(count);
  }

  /** From a place to an end: the keys of (base, number), numbered from 0. */
  number(base: Key, from: number, end: number): void {
    const { high, low } = this;
    for (let place = from; place < end; place++) {
      deriveNumber(base.high, base.low, place - from);
      high[place] = key.high;
      low[place] = key.low;
    }
  }

  /** So many keys from a place of others on, at the head of these. */
  take(others: Keys, from: number, count: number): void {
    this.high.set(others.high.subarray(from, from + count));
    this.low.set(others.low.subarray(from, from + count));
  }

  /** The first keys become those of (key, part). */
  derive(part: Key, count: number): void {
    const { high, low } = this;
    for (let place = 0; place < count; place++) {
      derive(high[place], low[place], part.high, part.low);
      high[place] = key.high;
      low[place] = key.low;
    }
  }

  /** The first keys become those of (key, whole number). */
  deriveNumber(part: number, count: number): void {
    const { high, low } = this;
    for (let place = 0; place < count; place++) {
      deriveNumber(high[place], low[place], part);
      high[place] = key.high;
      low[place] = key.low;
    }
  }

  /** The first draw of a name for so many keys from a place on. */
  draw(salt: Key, from: number, count: number, into: Float64Array): void {
    const { high, low } = this;
    for (let place = 0; place < count; place++)
      into[place] = uniform(high[from + place], low[from + place], salt.high, salt.low, 0);
  }
}
