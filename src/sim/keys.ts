/** Keys and draws of several at a time: rounds of one hash wait for each other, those of neighbours go on side by side. */
import { type Key, uniform } from './draws.js';

/** Keys in a row. */
export class Keys {
  declare readonly high: Int32Array;
  declare readonly low: Int32Array;

  constructor(count: number) {
    this.high = new Int32Array(count);
    this.low = new Int32Array(count);
  }

  /** The first draw of a name for so many keys from a place on. */
  draw(salt: Key, from: number, count: number, into: Float64Array): void {
    const { high, low } = this;
    for (let place = 0; place < count; place++)
      into[place] = uniform(high[from + place], low[from + place], salt.high, salt.low, 0);
  }
}
