/**
 * Those who come next by a renewal stream, a block of them at a time: their keys and the draws of their intervals do not
 * depend on what happens meanwhile.
 */
import { BLOCK, blocksOfThread, Keys } from './blocks.js';
import type { Key } from './draws.js';

/** The people of one stream, in turn. */
export class Comers {
  /** Key of the one taken last. */
  declare keyHigh: number;
  declare keyLow: number;
  /** People taken so far. */
  declare private taken: number;
  declare private readonly stream: Key;
  declare private readonly salt: Key;
  declare private readonly keys: Keys;
  declare private readonly draws: Float64Array;

  /**
   * @param stream key of the stream; the n-th to come has the key of (stream, n), n from 0.
   * @param salt of the intervals.
   */
  constructor(stream: Key, salt: Key) {
    this.keyHigh = 0;
    this.keyLow = 0;
    this.taken = 0;
    this.stream = stream;
    this.salt = salt;
    this.keys = new Keys();
    this.draws = new Float64Array(BLOCK);
  }

  /** Takes the next one: their key is here to be read, and the draw of the interval before them is returned. */
  next(): number {
    const place = this.taken % BLOCK;
    if (place === 0) this.drawBlock();
    this.taken++;
    this.keyHigh = this.keys.high[place];
    this.keyLow = this.keys.low[place];
    return this.draws[place];
  }

  private drawBlock(): void {
    const blocks = blocksOfThread();
    blocks.number(this.stream, this.taken, this.keys);
    blocks.draw(this.salt, 0, this.draws);
  }
}
