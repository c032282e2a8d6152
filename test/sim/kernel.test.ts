/** The loops of a census in WebAssembly and in JavaScript give the same words, and both those that one person's hash gives. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Crowd, crowdOfThread, fastestKernel } from '../../src/sim/crowd.js';
import { type Chance, drawAt, keyOf, nameHash, saltOf, seedWords } from '../../src/sim/draws.js';
import { BATCH, COLUMN, type Kernel, plainKernel } from '../../src/sim/kernel.js';
import { simdKernel } from '../../src/sim/simd-kernel.js';

const RUNS = { seed: 2026, numRuns: 200 };
const CHANCE: Chance = { seed: seedWords('crowd'), replication: 5 };
const WINDOW = 2 ** 31 + 5;
/** Turns of the loop in WebAssembly are for so many people. */
const TURN = 32;

const word = fc.integer();
/** Short and whole batches, and each remainder of a turn. */
const count = fc.oneof(fc.integer({ min: 0, max: 3 * TURN }), fc.integer({ min: 0, max: BATCH }), fc.constant(BATCH));
/** A memory full of anything, made of one word. */
function fill(kernel: Kernel, from: number): void {
  const words = new Int32Array(kernel.memory);
  for (let at = 0, value = from; at < words.length; at++) {
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) + at;
    words[at] = value;
  }
}
const column = (kernel: Kernel, which: number, length: number) => [
  ...new Int32Array(kernel.memory, which * COLUMN, length),
];
const both = (): readonly [Kernel, Kernel] => [simdKernel(), plainKernel()];

const keyAt = ({ high, low }: { high: Int32Array; low: Int32Array }, place: number) => ({
  high: high[place],
  low: low[place],
});

describe('scrambling', () => {
  it('gives the same words, in place or not, and leaves what is beyond the turn alone', () => {
    const [simd, plain] = both();
    const property = fc.property(
      word,
      count,
      fc.constantFrom([0, 2], [2, 2], [6, 4]),
      fc.tuple(word, word, word, word),
      (from, people, [source, target], [h, before, l, after]) => {
        for (const kernel of [simd, plain]) {
          fill(kernel, from);
          kernel.scramble(source! * COLUMN, target! * COLUMN, people, h, before, l, after);
        }
        for (const which of [target!, target! + 1])
          expect(column(simd, which, people)).toEqual(column(plain, which, people));
        const worked = Math.ceil(people / TURN) * TURN;
        const untouched = plainKernel();
        fill(untouched, from);
        for (let which = 0; which < 16; which++) {
          const skipped = which === target || which === target! + 1 ? worked : 0;
          expect(column(simd, which, BATCH).slice(skipped)).toEqual(column(untouched, which, BATCH).slice(skipped));
        }
      },
    );
    fc.assert(property, RUNS);
  });
});

describe('screening', () => {
  const [draws, x, list] = [0, 8, 9];
  const fraction = fc.oneof(
    fc.float({ min: 0, max: 4, noNaN: true }),
    fc.constantFrom(0, 1, Number.POSITIVE_INFINITY, Number.NaN),
  );
  const limit = fc.oneof(
    fc.double({ min: 0, max: 1e8, noNaN: true }),
    fc.constantFrom(0, Number.POSITIVE_INFINITY, Number.NaN),
  );

  it('lists the same places', () => {
    const [simd, plain] = both();
    const property = fc.property(
      word,
      count,
      fc.array(fraction, { minLength: 1, maxLength: 50 }),
      fc.oneof(fc.constant(0), fc.double({ min: 0, max: 10, noNaN: true })),
      limit,
      (from, people, fractions, load, most) => {
        const [found, expected] = [simd, plain].map((kernel) => {
          fill(kernel, from);
          const inverses = new Float32Array(kernel.memory, x * COLUMN, BATCH);
          for (let place = 0; place < BATCH; place++) inverses[place] = fractions[place % fractions.length]!;
          const length = kernel.screen(draws * COLUMN, x * COLUMN, list * COLUMN, people, load, most);
          return column(kernel, list, length);
        });
        // Those behind the last are for the caller to drop.
        expect(found!.filter((place) => place < people)).toEqual(expected);
        expect(Math.max(0, ...found!)).toBeLessThan(people + 4);
      },
    );
    fc.assert(property, RUNS);
  });
});

/** The crowd of a thread in which WebAssembly is something else, or nothing. */
function crowdWhere(WebAssembly: unknown): Crowd {
  vi.stubGlobal('WebAssembly', WebAssembly);
  const kernel = fastestKernel();
  vi.unstubAllGlobals();
  return new Crowd(kernel);
}
const { CompileError } = WebAssembly;
class Refused {
  constructor() {
    throw new CompileError('refused by the policy of the page');
  }
}

describe.each<[string, () => Crowd]>([
  ['many at a time', () => new Crowd(simdKernel())],
  ['one by one', () => new Crowd(plainKernel())],
  ['as in a run', crowdOfThread],
  ['without WebAssembly', () => crowdWhere(undefined)],
  ['where WebAssembly is forbidden', () => crowdWhere({ Module: Refused, Instance: Refused })],
])('a crowd, %s,', (_, crowdOf) => {
  const salt = saltOf(CHANCE, 'gap');
  const PEOPLE = BATCH + 77;

  it('has the keys and draws of its people', () => {
    const crowd = crowdOf();
    const seen: number[] = [];
    crowd.takeUp(keyOf('onset', 'anyshire'), PEOPLE);
    while (crowd.next()) {
      crowd.derive(nameHash('crisis'));
      crowd.deriveNumber(3);
      crowd.enter(WINDOW);
      crowd.draw(crowd.inWindow, salt);
      for (let place = 0; place < crowd.count; place++) {
        const person = crowd.first + place;
        seen.push(person);
        const own = ['onset', 'anyshire', person, 'crisis', 3];
        const { keys, inWindow, draws } = crowd;
        expect(keyAt(keys, place)).toEqual(keyOf(...own));
        expect(keyAt(inWindow, place)).toEqual(keyOf(...own, WINDOW));
        const u = drawAt(CHANCE, keyOf(...own, WINDOW), 'gap', 0);
        expect(inWindow.drawAt(place, salt)).toBe(u);
        expect(draws.high[place]! >>> 0).toBe(Math.floor(u * 2 ** 26) * 64 + (draws.high[place]! & 63));
        expect(draws.low[place]! >>> 6).toBe(Math.floor(u * 2 ** 52) % 2 ** 26);
      }
    }
    expect(seen).toEqual(Array.from({ length: PEOPLE }, (_, person) => person));
  });

  it('lists whoever is exactly at the limit, whatever is rounded on the way', () => {
    const crowd = crowdOf();
    const size = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    const property = fc.property(fc.nat(1000), size, fc.oneof(fc.constant(0), size), (person, frailty, load) => {
      crowd.takeUp(keyOf('person', 'anyshire', person), 1);
      expect(crowd.next()).toBe(true);
      crowd.draw(crowd.keys, salt);
      crowd.inverses[0] = 1 / frailty;
      const exact = crowd.keys.drawAt(0, salt) * (1 / frailty + load);
      expect([crowd.screen(load, exact), crowd.listed[0]]).toEqual([1, 0]);
      expect(crowd.screen(load, exact * 0.99 - 1e-4)).toBe(0);
    });
    fc.assert(property, RUNS);
  });
});
