/** Keys and draws of many people at a time, and who of them may matter: batch by batch, each step in a loop of its own. */
import { GOLDEN, HASH_ADDED, type Key, NUMBER_TURNED, uniform } from './draws.js';
import { BATCH, COLUMN, type Kernel, plainKernel } from './kernel.js';
import { simdKernel } from './simd-kernel.js';

/** The loops compare the upper 24 bits of a draw, as a whole number. */
const SCALE = 16777216;
/** Room for what they round to 32 bits on the way [relative]. */
const ROOM = 1 + 1e-6;

/** A key for each of a batch. A draw is one too, until it is made a number. */
class BatchKeys {
  declare readonly address: number;
  declare readonly high: Int32Array;
  declare readonly low: Int32Array;

  constructor(memory: ArrayBuffer, address: number) {
    this.address = address;
    this.high = new Int32Array(memory, address, BATCH);
    this.low = new Int32Array(memory, address + COLUMN, BATCH);
  }

  /** The first draw of a salted name at the key of a place. */
  drawAt(place: number, salt: Key): number {
    return uniform(this.high[place], this.low[place], salt.high, salt.low, 0);
  }
}

/** People in batches: what is known of one is gone when the next is taken up. */
export class Crowd {
  /** Keys as derived so far. */
  readonly keys: BatchKeys;
  /** Keys of (key, window). */
  readonly inWindow: BatchKeys;
  readonly draws: BatchKeys;
  /** For the caller to fill: no more than 1 / frailty of each. */
  readonly inverses: Float32Array;
  /** Places of those who were listed last. */
  readonly listed: Int32Array;
  private readonly kernel: Kernel;
  /** Keys of (0, place), not scrambled yet. */
  private readonly places: BatchKeys;
  /** Number of the first person of the batch, and people in it. */
  first = 0;
  count = 0;
  private base: Key = { high: 0, low: 0 };
  private people = 0;

  constructor(kernel: Kernel) {
    const { memory } = kernel;
    this.kernel = kernel;
    this.places = new BatchKeys(memory, 0);
    this.keys = new BatchKeys(memory, 2 * COLUMN);
    this.inWindow = new BatchKeys(memory, 4 * COLUMN);
    this.draws = new BatchKeys(memory, 6 * COLUMN);
    this.inverses = new Float32Array(memory, 8 * COLUMN, BATCH);
    this.listed = new Int32Array(memory, 9 * COLUMN, BATCH);
    for (let place = 0; place < BATCH; place++) this.places.low[place] = Math.imul(place, GOLDEN);
  }

  /** Takes up so many people, numbered from 0, whose keys are those of (base, number): `next` gives them batch by batch. */
  takeUp(base: Key, people: number): void {
    this.base = base;
    this.people = people;
    this.first = 0;
    this.count = 0;
  }

  /** Goes on to the next batch, whose keys are worked out; false when all have been seen. */
  next(): boolean {
    const first = this.first + this.count;
    if (first >= this.people) return false;
    this.first = first;
    this.count = Math.min(BATCH, this.people - first);
    const { high, low } = this.base;
    this.scramble(this.places, this.keys, high ^ NUMBER_TURNED, Math.imul(first, GOLDEN), low, 0);
    return true;
  }

  /** Keys become those of (key, part). */
  derive(part: Key): void {
    this.scramble(this.keys, this.keys, part.high, 0, part.low, HASH_ADDED);
  }

  /** Keys become those of (key, whole number below 2^32). */
  deriveNumber(part: number): void {
    this.scramble(this.keys, this.keys, NUMBER_TURNED, 0, Math.imul(part, GOLDEN), 0);
  }

  /** Works out the keys of (key, window). */
  enter(window: number): void {
    this.scramble(this.keys, this.inWindow, NUMBER_TURNED, 0, Math.imul(window, GOLDEN), 0);
  }

  /** Works out the first draws of a salted name. */
  draw(at: BatchKeys, salt: Key): void {
    this.scramble(at, this.draws, salt.high, 0, salt.low, 0);
  }

  /** Lists everybody whose draw · (1 / frailty + load) is no greater than a limit, and a few more. Gives how many. */
  screen(load: number, limit: number): number {
    const { kernel, draws, inverses, listed, count } = this;
    const most = limit * SCALE * ROOM;
    let length = kernel.screen(draws.address, inverses.byteOffset, listed.byteOffset, count, load, most);
    while (length > 0 && listed[length - 1] >= count) length--;
    return length;
  }

  private scramble(from: BatchKeys, into: BatchKeys, h: number, before: number, l: number, after: number): void {
    this.kernel.scramble(from.address, into.address, this.count, h, before, l, after);
  }
}

/** The loops four people at a time; one by one where a machine or a page does not allow that. */
export function fastestKernel(): Kernel {
  try {
    return simdKernel();
  } catch {
    return plainKernel();
  }
}

let kernel: Kernel | null = null;

/** The loops of a thread, with one memory: a crowd has its own columns of it. */
export function kernelOfThread(): Kernel {
  kernel ??= fastestKernel();
  return kernel;
}

let crowd: Crowd | null = null;

/** The one crowd of a thread: every census walks through it, one at a time. */
export function crowdOfThread(): Crowd {
  crowd ??= new Crowd(kernelOfThread());
  return crowd;
}
