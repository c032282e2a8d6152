/**
 * Addressed chance. An episode's key is a 64-bit hash of its cause, and every draw is a function of that key, a name and
 * a count within that name (and of the seed and the replication). Nothing here has a memory: the order of events, the
 * position in a file, workers and other people cannot matter to a draw.
 *
 * A key is two 32-bit words, as JavaScript has no fast 64-bit integer. `derive` writes its result into `key`, the one
 * shared register, since returning a pair would allocate in the loop.
 */
import seedrandom from 'seedrandom';
import { InvariantError } from './invariant.js';
import { Kept } from './kept.js';

/** A 64-bit key as two signed 32-bit words. */
export interface Key {
  readonly high: number;
  readonly low: number;
}

/** Four key words got from the user's seed text. */
export type SeedWords = readonly [number, number, number, number];

/** The seed and the replication: with a key, a name and a count they fix a draw. */
export interface Chance {
  readonly seed: SeedWords;
  readonly replication: number;
}

/** The register: of a class of its own, so that the compiler of Node can take its shape for granted. */
class Register {
  high = 0;
  low = 0;
}

/** Where `derive` leaves its result. Read it at once. */
export const key = new Register();

/** Added to the lower word of a key that is scrambled with a hash. */
export const HASH_ADDED = 0x6a09e667;
/** Turns bits of the upper word of a key that is scrambled with a whole number. */
export const NUMBER_TURNED = 0x3c6ef372;
/** Spreads whole numbers over a word: 2^32 divided by the golden ratio. */
export const GOLDEN = 0x9e3779b1;

/**
 * Scrambles (high, low) into the register `key`. Five rounds of a Feistel network, each half stirred by a multiply
 * between two shifts: one to one on 64 bits, so that distinct inputs never collide.
 */
export function scramble(high: number, low: number): void {
  let a = high;
  let b = low;
  let f = Math.imul(b ^ (b >>> 16), 0x7feb352d);
  a ^= f ^ (f >>> 15);
  f = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  b ^= f ^ (f >>> 13);
  f = Math.imul(b ^ (b >>> 16), 0x297a2d39);
  a ^= f ^ (f >>> 14);
  f = Math.imul(a ^ (a >>> 15), 0x1b873593);
  b ^= f ^ (f >>> 16);
  f = Math.imul(b ^ (b >>> 16), 0x45d9f3b5);
  a ^= f ^ (f >>> 15);
  key.high = a;
  key.low = b;
}

/** The key of (key, part), where the part is itself a 64-bit hash: leaves it in `key`. */
export function derive(high: number, low: number, partHigh: number, partLow: number): void {
  scramble(high ^ partHigh, (low ^ partLow) + HASH_ADDED);
}

/** The key of (key, whole number): leaves it in `key`. */
export function deriveNumber(high: number, low: number, part: number): void {
  // Beyond 32 bits the upper half of the number goes into the high word; most numbers are smaller, and a division is slow.
  const upper = part > 4294967295 ? Math.imul((part / 4294967296) | 0, 0x61c88647) : 0;
  scramble(high ^ upper ^ NUMBER_TURNED, low ^ Math.imul(part | 0, GOLDEN));
}

/**
 * The draw at (key, salted name, count): uniform on the open interval (0, 1), 52 bits, each value at the middle of its
 * cell so that neither 0 nor 1 can come.
 */
export function uniform(high: number, low: number, saltHigh: number, saltLow: number, count: number): number {
  let a = high ^ saltHigh;
  let b = low ^ saltLow ^ Math.imul(count, GOLDEN);
  let f = Math.imul(b ^ (b >>> 16), 0x7feb352d);
  a ^= f ^ (f >>> 15);
  f = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  b ^= f ^ (f >>> 13);
  f = Math.imul(b ^ (b >>> 16), 0x297a2d39);
  a ^= f ^ (f >>> 14);
  f = Math.imul(a ^ (a >>> 15), 0x1b873593);
  b ^= f ^ (f >>> 16);
  f = Math.imul(b ^ (b >>> 16), 0x45d9f3b5);
  a ^= f ^ (f >>> 15);
  return fraction(a, b);
}

/** A draw as a number between 0 and 1, from its two words. */
export function fraction(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + ((low >>> 6) + 0.5)) * 2.220446049250313e-16;
}

const hashes = new Kept<string, Key>(100_000);

/** The 64-bit hash of a name. */
export function nameHash(name: string): Key {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  let high = 0x243f6a88 ^ name.length;
  let low = 0x85a308d3;
  for (let at = 0; at < name.length; at++) {
    scramble(high ^ Math.imul(name.charCodeAt(at) + 1, GOLDEN), low + name.charCodeAt(at));
    high = key.high;
    low = key.low;
  }
  const hash = Object.freeze({ high, low });
  hashes.keep(name, hash);
  return hash;
}

/** A name's hash as 16 hexadecimal digits: the identity of a compiled rule. */
export function hashName(text: string): string {
  const { high, low } = nameHash(text);
  hashes.forget(text); // rule texts are long and asked for once
  return hex(high) + hex(low);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** The key of a cause, part by part: names by their hash, whole numbers as they are. For set-up and tests. */
export function keyOf(...parts: readonly (string | number | Key)[]): Key {
  let high = 0;
  let low = 0;
  for (const part of parts) {
    if (typeof part === 'number') deriveNumber(high, low, part);
    else {
      const hash = typeof part === 'string' ? nameHash(part) : part;
      derive(high, low, hash.high, hash.low);
    }
    high = key.high;
    low = key.low;
  }
  return { high, low };
}

/** Key words of a seed text: the only use of a sequential generator, once per run. */
export function seedWords(seed: string): SeedWords {
  const generator = seedrandom(seed);
  return [generator.int32(), generator.int32(), generator.int32(), generator.int32()];
}

/** A name's salt: its hash stirred with the seed and the replication. */
export function saltOf(chance: Chance, name: string): Key {
  const [first, second, third, fourth] = chance.seed;
  return keyOf({ high: first, low: second }, chance.replication, { high: third, low: fourth }, name);
}

/** The salts of a list of names in columns; a name's index is its address in `uniform`. */
export class Salts {
  declare readonly high: Int32Array;
  declare readonly low: Int32Array;
  constructor(names: readonly string[], chance: Chance) {
    this.high = new Int32Array(names.length);
    this.low = new Int32Array(names.length);
    for (let index = 0; index < names.length; index++) {
      const salt = saltOf(chance, names[index]);
      this.high[index] = salt.high;
      this.low[index] = salt.low;
    }
  }
}

/** One draw by its address in words: for set-up, designs and tests; the loop uses `uniform` with salts. */
export function drawAt(chance: Chance, at: Key, name: string, count: number): number {
  const salt = saltOf(chance, name);
  return uniform(at.high, at.low, salt.high, salt.low, count);
}

/** A named draw outside the engine, for designs of experiments; the name begins with `design/`. */
export function designDraw(seed: SeedWords, name: string, count: number): number {
  if (!name.startsWith('design/')) throw new InvariantError(`a design draw is named design/…, not ${name}`);
  return drawAt({ seed, replication: 0 }, { high: 0, low: 0 }, name, count);
}

/** Throws when two different names have the same 64-bit hash, which would make their draws the same. */
export function refuseCollisions(names: Iterable<string>): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const { high, low } = nameHash(name);
    const hash = hex(high) + hex(low);
    const other = seen.get(hash);
    if (other !== undefined && other !== name)
      throw new InvariantError(`names ${other} and ${name} have the same hash`);
    seen.set(hash, name);
  }
}
