#!/usr/bin/env node
/**
 * Draws of the engine as raw 32-bit words on stdout, for a battery that reads them there, until it closes the pipe:
 *   node test/chance/words.mjs STREAM high|low [COUNT] | dieharder -g 200 -a
 * STREAM says which addresses follow each other; each is made as the engine makes it (`npm run build` first).
 * `high` takes the first 32 of a draw's 52 bits, `low` the last 32.
 */
import { writeSync } from 'node:fs';
import { derive, deriveNumber, key, keyOf, nameHash, Salts, seedWords, uniform } from '../../dist/sim/draws.js';

const SEED = seedWords('dieharder');
const BLOCK = 65_536;

const names = (list, replication = 0, seed = SEED) => new Salts(list, { seed, replication });
/** The draw at the key in the register, under the name in a row of a list of names. */
const drawn = (salts, row = 0, count = 0) => uniform(key.high, key.low, salts.high[row], salts.low[row], count);
const onsets = keyOf('onset', 'anyshire');
const crisis = nameHash('crisis');
const returns = nameHash('returns');
const points = names(['gap', 'height']);

/** Leaves the key of a window of somebody's onsets in the register. */
function onsetWindow(person, window) {
  deriveNumber(onsets.high, onsets.low, person);
  derive(key.high, key.low, crisis.high, crisis.low);
  deriveNumber(key.high, key.low, 0);
  deriveNumber(key.high, key.low, window);
}

/** Each stream writes the draws of its n-th cause, as many as it has, through `put`. */
const streams = {
  /** The first gap of one person after the other. */
  persons: (put, person) => {
    onsetWindow(person, 0);
    put(drawn(points, 0));
  },
  /** All that one person’s onsets draw: window by window, four gaps and four heights. */
  occurrences: (put, window) => {
    for (let number = 0; number < 4; number++) {
      onsetWindow(7, window);
      put(drawn(points, 0, number));
      deriveNumber(key.high, key.low, number);
      put(drawn(points, 1));
    }
  },
  /** The lengths of 256 visits of one person after the other, under names that differ in their last letters. */
  names: ((lengths) => (put, person) => {
    onsetWindow(person, 0);
    deriveNumber(key.high, key.low, 0);
    for (let row = 0; row < 256; row++) put(drawn(lengths, row));
  })(names(Array.from({ length: 256 }, (_, row) => `length/visit.step-${row}`))),
  /** One length drawn 256 times by one person after the other. */
  counts: ((lengths) => (put, person) => {
    onsetWindow(person, 0);
    deriveNumber(key.high, key.low, 0);
    for (let count = 0; count < 256; count++) put(drawn(lengths, 0, count));
  })(names(['length/visit.step-0'])),
  /** The first gaps of the same eight persons, replication by replication. */
  replications: (put, replication) => {
    const salts = names(['gap'], replication);
    for (let person = 0; person < 8; person++) {
      onsetWindow(person, 0);
      put(drawn(salts));
    }
  },
  /** The first gap of one person after the other, under 128 seeds that each differ in one bit from the same one. */
  seeds: ((salts) => (put, person) => {
    onsetWindow(person, 0);
    for (const one of salts) put(drawn(one));
  })(Array.from({ length: 128 }, (_, bit) => names(['gap'], 0, flipped(bit)))),
  /** All that an arrival draws, one after the other: gap, height, the length of its visit. */
  arrivals: ((base, salts) => (put, window) => {
    for (let number = 0; number < 2; number++) {
      deriveNumber(base.high, base.low, window);
      put(drawn(salts, 0, number));
      deriveNumber(key.high, key.low, number);
      put(drawn(salts, 1));
      put(drawn(salts, 2));
    }
  })(keyOf('arrival', 'walk-ins', 0, 0), names(['gap', 'height', 'length/visit.step-0'])),
  /** Somebody who comes back for ever: the key of each return is made of that of the one before. */
  returns: ((salts) => {
    let { high, low } = keyOf('stock', 'anyshire', 'found', 0);
    return (put) => {
      put(uniform(high, low, salts.high[0], salts.low[0], 0));
      derive(high, low, returns.high, returns.low);
      deriveNumber(key.high, key.low, 0);
      deriveNumber(key.high, key.low, 1);
      ({ high, low } = key);
    };
  })(names(['clock/returns'])),
};

function flipped(bit) {
  return SEED.map((word, index) => (index === bit >> 5 ? word ^ (1 << (bit & 31)) : word));
}

const readings = {
  high: (u) => Math.floor(u * 4_294_967_296),
  low: (u) => {
    const bits = Math.floor(u * 4_503_599_627_370_496);
    return bits - Math.floor(bits / 4_294_967_296) * 4_294_967_296;
  },
};

const [stream = '', reading = '', count = 'Infinity'] = process.argv.slice(2);
const of = Object.hasOwn(streams, stream) ? streams[stream] : undefined;
const read = Object.hasOwn(readings, reading) ? readings[reading] : undefined;
if (of === undefined || read === undefined || !(Number(count) > 0)) {
  process.stderr.write(`words.mjs ${Object.keys(streams).join('|')} ${Object.keys(readings).join('|')} [COUNT]\n`);
  process.exit(2);
}

const block = new Uint32Array(BLOCK + 512);
let filled = 0;
const put = (u) => {
  block[filled++] = read(u);
};
let left = Number(count);
for (let cause = 0; left > 0; cause++) {
  of(put, cause);
  if (filled < Math.min(BLOCK, left)) continue;
  const written = Math.min(filled, left);
  if (!write(new Uint8Array(block.buffer, 0, written * 4))) break;
  left -= written;
  filled = 0;
}

/** False once nobody reads any more. */
function write(bytes) {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(1, bytes, done);
    return true;
  } catch (error) {
    if (error.code === 'EPIPE') return false;
    throw error;
  }
}
