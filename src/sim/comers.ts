/**
 * Those who come next by a renewal stream, a block of them at a time: their keys and the intervals before them do not depend
 * on what happens meanwhile, and side by side none of them waits for another.
 */
import { BLOCK, blocksOfThread, Keys } from './blocks.js';
import type { Key } from './draws.js';
import type { Duration } from './durations.js';

/** The people of one stream, in turn. */
export class Comers {
  /** Key of the one taken last. */
  declare keyHigh: number;
  declare keyLow: number;
  /** People taken so far. */
  declare private taken: number;
  declare private readonly stream: Key;
  declare private readonly salt: Key;
  declare private interval: Duration;
  declare private readonly keys: Keys;
  /** Of each of the block: the share of intervals that are shorter, and the interval [hours]. */
  declare private readonly draws: Float64Array;
  declare private readonly hours: Float64Array;

  /**
   * @param stream key of the stream; the n-th to come has the key of (stream, n), n from 0.
   * @param salt of the intervals.
   * @param interval by which they come at first.
   */
  constructor(stream: Key, salt: Key, interval: Duration) {
    this.keyHigh = 0;
    this.keyLow = 0;
    this.taken = 0;
    this.stream = stream;
    this.salt = salt;
    this.interval = interval;
    this.keys = new Keys();
    this.draws = new Float64Array(BLOCK);
    this.hours = new Float64Array(BLOCK);
  }

  /** Takes the next one: their key is here to be read, and the interval before them is returned [hours]. */
  next(): number {
    const place = this.taken % BLOCK;
    if (place === 0) this.drawBlock();
    this.taken++;
    this.keyHigh = this.keys.high[place];
    this.keyLow = this.keys.low[place];
    return this.hours[place];
  }

  /** Lets those who are not taken yet come by another interval, at the same draws. */
  comeBy(interval: Duration): void {
    this.interval = interval;
    this.findHours();
  }

  private drawBlock(): void {
    const blocks = blocksOfThread();
    blocks.number(this.stream, this.taken, this.keys);
    blocks.draw(this.salt, 0, this.draws);
    this.findHours();
  }

  private findHours(): void {
    const { draws, hours, interval } = this;
    for (let place = 0; place < BLOCK; place++) hours[place] = interval.at(draws[place]);
  }
}
