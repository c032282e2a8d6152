/**
 * The points of one strip of an arrivals stream, some of them ahead: where they lie does not depend on what happens
 * meanwhile, and hashes of neighbouring windows run side by side where the loop does nothing else.
 */
import { unitExponential } from './arithmetic.js';
import { BLOCK, blocksOfThread, Keys } from './blocks.js';
import { type Key, uniform } from './draws.js';
import type { Warp } from './rates.js';

/** Room for rounding, so that a gap is judged without its logarithm only where there is no doubt [relative]. */
const ROOM = 1 + 1e-6;

/** A walk along one strip, window by window, by exponential gaps. */
export class PointsAhead {
  /** The present point: its hour and key. */
  declare due: number;
  declare keyHigh: number;
  declare keyLow: number;

  // Those found ahead, and how many of them have been taken.
  declare private readonly dues: Float64Array;
  declare private readonly keys: Keys;
  declare private found: number;
  declare private taken: number;
  /** True once nothing more comes before the horizon. */
  declare private isOver: boolean;

  // Where the walk has got to: a window, the number of the next point in it, and the warped time of the one before.
  declare private window: number;
  declare private number: number;
  declare private at: number;
  declare private readonly windows: Keys;
  /** Their first two gaps: most windows have no more. */
  declare private readonly firstGaps: Float64Array;
  declare private readonly secondGaps: Float64Array;

  declare private readonly base: Key;
  declare private readonly salt: Key;
  declare private readonly density: number;
  declare private readonly length: number;
  declare private readonly warp: Warp;
  declare private readonly horizon: number;

  /**
   * @param base key of (stream, strip).
   * @param salt of the gaps.
   * @param density points per warped hour; a window is so long that one is expected in it.
   * @param horizon after which points are not looked for [hours].
   */
  constructor(base: Key, salt: Key, density: number, warp: Warp, horizon: number) {
    // Begun with what is no whole number, they stay numbers with a fraction to the compiler, and are changed in place.
    this.due = Number.POSITIVE_INFINITY;
    this.at = Number.POSITIVE_INFINITY;
    this.keyHigh = 0;
    this.keyLow = 0;
    this.dues = new Float64Array(BLOCK);
    this.keys = new Keys();
    this.found = 0;
    this.taken = 0;
    this.isOver = false;
    this.window = 0;
    this.number = 0;
    this.windows = new Keys();
    this.firstGaps = new Float64Array(BLOCK);
    this.secondGaps = new Float64Array(BLOCK);
    this.base = base;
    this.salt = salt;
    this.density = density;
    this.length = 1 / density;
    this.warp = warp;
    this.horizon = horizon;
    this.openWindow(0);
  }

  /** Moves on to the next point; false when none comes before the horizon. */
  next(): boolean {
    if (this.taken === this.found) this.lookAhead();
    if (this.taken === this.found) return false;
    const place = this.taken++;
    this.due = this.dues[place];
    this.keyHigh = this.keys.high[place];
    this.keyLow = this.keys.low[place];
    return true;
  }

  private lookAhead(): void {
    const { warp, horizon, dues, windows } = this;
    const blocks = blocksOfThread();
    let found = 0;
    while (found < BLOCK && !this.isOver && this.findNext()) {
      const time = warp.unwarp(this.at);
      if (time > horizon) {
        this.isOver = true;
        break;
      }
      const place = this.window % BLOCK;
      blocks.putAside(found, windows.high[place], windows.low[place], this.number++);
      dues[found++] = time;
    }
    blocks.deriveAside(found, this.keys);
    this.found = found;
    this.taken = 0;
  }

  /** Steps by exponential gaps, and from window to window, to the next point in warped time. */
  private findNext(): boolean {
    const { density, length } = this;
    const last = this.warp.horizon;
    for (;;) {
      const u = this.gap();
      const end = (this.window + 1) * length;
      // −log(1 − u) > u + u²/2: most gaps that reach beyond the window are seen to without a logarithm.
      if (u * (1 + u / 2) < (end - this.at) * density * ROOM) {
        const at = this.at + unitExponential(u) / density;
        if (at < end) {
          this.at = at;
          this.isOver = at > last;
          return !this.isOver;
        }
      }
      this.isOver = end > last;
      if (this.isOver) return false;
      this.openWindow(this.window + 1);
    }
  }

  /** The draw of the gap before the next point of the window. */
  private gap(): number {
    const { windows, salt, number } = this;
    const place = this.window % BLOCK;
    if (number === 0) return this.firstGaps[place];
    if (number === 1) return this.secondGaps[place];
    return uniform(windows.high[place], windows.low[place], salt.high, salt.low, number);
  }

  private openWindow(window: number): void {
    this.window = window;
    this.number = 0;
    this.at = window * this.length;
    if (window % BLOCK !== 0) return;
    const blocks = blocksOfThread();
    blocks.number(this.base, window, this.windows);
    blocks.draw(this.salt, 0, this.firstGaps);
    blocks.draw(this.salt, 1, this.secondGaps);
  }
}
