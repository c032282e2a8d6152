/** Keys and draws a block at a time are those of one hash after another, by either kernel. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK, Blocks, Keys } from '../../src/sim/blocks.js';
import { Crowd } from '../../src/sim/crowd.js';
import { deriveNumber, drawAt, type Key, key, saltOf, seedWords } from '../../src/sim/draws.js';
import { plainKernel } from '../../src/sim/kernel.js';
import { simdKernel } from '../../src/sim/simd-kernel.js';

const CHANCE = { seed: seedWords('blocks'), replication: 2 };
const RUNS = { seed: 2026, numRuns: 100 };
const PLACES = [...Array(BLOCK).keys()];

/** Whole numbers of one word and of two, and blocks that reach from the one into the other. */
const first = fc.oneof(fc.nat(), fc.integer({ min: 2 ** 32 - 2 * BLOCK, max: 2 ** 32 + BLOCK }), fc.maxSafeNat());
const base = fc.record({ high: fc.integer(), low: fc.integer() });
function numbered({ high, low }: Key, number: number): Key {
  deriveNumber(high, low, number);
  return { high: key.high, low: key.low };
}
const inRow = (keys: Keys, count: number) =>
  PLACES.slice(0, count).map((place) => ({ high: keys.high[place]!, low: keys.low[place]! }));

describe.each([
  ['four at a time', simdKernel],
  ['one by one', plainKernel],
])('a block, %s', (_, kernel) => {
  const blocks = new Blocks(kernel());

  it('has the keys and the draws of its numbers', () => {
    const property = fc.property(base, first, fc.nat(3), (from, number, count) => {
      const keys = new Keys();
      const draws = new Float64Array(BLOCK);
      const begin = Math.min(number, Number.MAX_SAFE_INTEGER - BLOCK);
      blocks.number(from, begin, keys);
      blocks.draw(saltOf(CHANCE, 'gap'), count, draws);
      const expected = PLACES.map((place) => numbered(from, begin + place));
      expect(inRow(keys, BLOCK)).toEqual(expected);
      expect([...draws]).toEqual(expected.map((at) => drawAt(CHANCE, at, 'gap', count)));
    });
    fc.assert(property, RUNS);
  });

  it('has the keys of those put aside, each with a number of its own, however few they are', () => {
    const entry = fc.record({ from: base, number: fc.nat(0xffffffff) });
    const property = fc.property(fc.array(entry, { maxLength: BLOCK }), (entries) => {
      const keys = new Keys();
      for (const [place, { from, number }] of entries.entries()) blocks.putAside(place, from.high, from.low, number);
      blocks.deriveAside(entries.length, keys);
      expect(inRow(keys, entries.length)).toEqual(entries.map(({ from, number }) => numbered(from, number)));
    });
    fc.assert(property, RUNS);
  });

  it('leaves a crowd alone that walks in the same memory', () => {
    const shared = kernel();
    const [crowd, beside] = [new Crowd(shared), new Blocks(shared)];
    const stream = { high: 1, low: 2 };
    const keys = new Keys();
    const salt = saltOf(CHANCE, 'gap');
    crowd.takeUp({ high: 3, low: 4 }, 100);
    expect(crowd.next()).toBe(true);
    expect(crowd.count).toBe(100);
    crowd.inverses.fill(0.5);
    crowd.enter(7);
    crowd.draw(crowd.inWindow, salt);
    const before = [crowd.keys, crowd.inWindow, crowd.draws].map(({ high, low }) => [[...high], [...low]]);
    beside.number(stream, 0, keys);
    beside.draw(salt, 0, new Float64Array(BLOCK));
    beside.putAside(0, 1, 2, 3);
    beside.deriveAside(BLOCK, keys);
    expect([crowd.keys, crowd.inWindow, crowd.draws].map(({ high, low }) => [[...high], [...low]])).toEqual(before);
    expect(crowd.inverses.every((one) => one === 0.5)).toBe(true);
    crowd.screen(1, 1);
    beside.number(stream, 0, keys);
    expect(inRow(keys, BLOCK)).toEqual(PLACES.map((place) => numbered(stream, place)));
    expect(crowd.next()).toBe(false);
  });
});
