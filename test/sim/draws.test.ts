import { describe, expect, it } from 'vitest';
import {
  type Chance,
  derive,
  designDraw,
  drawAt,
  hashName,
  type Key,
  key,
  keyOf,
  nameHash,
  refuseCollisions,
  Salts,
  saltOf,
  seedWords,
  uniform,
} from '../../src/sim/draws.js';
import { InvariantError } from '../../src/sim/index.js';

const chance: Chance = { seed: seedWords('spillover'), replication: 3 };
const person = (index: number): Key => keyOf('person', 'anyshire', index);

/**
 * The reference: the same mixing written with whole numbers of any size, as in the description of the Feistel network in
 * the code. Slow, and free of the pitfalls of 32-bit arithmetic in doubles.
 */
const MASK = 0xffffffffn;
const word = (value: number): bigint => BigInt(value) & MASK;
function stir(value: bigint, first: bigint, times: bigint, second: bigint): bigint {
  const product = ((value ^ (value >> first)) * times) & MASK;
  return product ^ (product >> second);
}
function referenceUniform(high: number, low: number, saltHigh: number, saltLow: number, count: number): number {
  let a = word(high) ^ word(saltHigh);
  let b = word(low) ^ word(saltLow) ^ ((word(count) * 0x9e3779b1n) & MASK);
  a ^= stir(b, 16n, 0x7feb352dn, 15n);
  b ^= stir(a, 15n, 0x2c1b3c6dn, 13n);
  a ^= stir(b, 16n, 0x297a2d39n, 14n);
  b ^= stir(a, 15n, 0x1b873593n, 16n);
  a ^= stir(b, 16n, 0x45d9f3b5n, 15n);
  return (Number((a >> 6n) * 67108864n + (b >> 6n)) + 0.5) / 4503599627370496;
}

/** How far a chi-square statistic lies from its mean, in standard deviations. */
function surprise(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const expected = total / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const degrees = counts.length - 1;
  return Math.abs(statistic - degrees) / Math.sqrt(2 * degrees);
}

/** Counts in equal cells of (0, 1), or of the square when there are pairs. */
function tally(draws: readonly number[], cells: number): number[] {
  const counts = new Array<number>(cells).fill(0);
  for (const draw of draws) {
    const cell = Math.floor(draw * cells);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

describe('a draw', () => {
  it('is what it was (a tripwire: not truth, but a change of any of these changes every result ever published)', () => {
    expect(seedWords('spillover')).toEqual([-107695988, -2119564484, -63436928, 1056470813]);
    expect(nameHash('police')).toEqual({ high: 2054187942, low: 426383846 });
    expect(hashName('police')).toBe('7a706ba6196a19e6');
    expect(person(7)).toEqual({ high: -1801299771, low: -802828540 });
    expect(keyOf('x', 2 ** 40 + 5)).toEqual({ high: 1704722593, low: 1161547793 });
    expect([0, 1, 1_000_000].map((count) => drawAt(chance, person(7), 'frailty', count))).toEqual([
      0.989525174939749, 0.21470572790556275, 0.4778734460660282,
    ]);
    expect(designDraw(chance.seed, 'design/order', 4)).toBe(0.4952574399224373);
  });

  it('agrees with a reference in exact arithmetic', () => {
    for (let trial = 0; trial < 2000; trial++) {
      const at = keyOf('reference', trial);
      const salt = saltOf(chance, `name-${trial % 17}`);
      const count = trial % 3 === 0 ? trial * 1_000_003 : trial;
      expect(uniform(at.high, at.low, salt.high, salt.low, count)).toBe(
        referenceUniform(at.high, at.low, salt.high, salt.low, count),
      );
    }
  });

  it('depends on key, name, count, seed and replication, and on nothing else', () => {
    const here = drawAt(chance, person(7), 'frailty', 0);
    for (let other = 0; other < 100; other++) drawAt(chance, person(other), 'cohort', other);
    expect(drawAt(chance, person(7), 'frailty', 0)).toBe(here);
    const others = [
      drawAt(chance, person(8), 'frailty', 0),
      drawAt(chance, person(7), 'cohort', 0),
      drawAt(chance, person(7), 'frailty', 1),
      drawAt({ ...chance, replication: 4 }, person(7), 'frailty', 0),
      drawAt({ ...chance, seed: seedWords('spillovers') }, person(7), 'frailty', 0),
    ];
    expect(new Set([here, ...others]).size).toBe(6);
  });

  it('is the same by salt as by name', () => {
    const salts = new Salts(['frailty', 'cohort'], chance);
    const { high, low } = person(7);
    expect(uniform(high, low, salts.high[1] ?? 0, salts.low[1] ?? 0, 2)).toBe(drawAt(chance, person(7), 'cohort', 2));
  });

  it('never reaches 0 or 1', () => {
    let least = 1;
    let most = 0;
    for (let count = 0; count < 200_000; count++) {
      const draw = drawAt(chance, person(1), 'edge', count);
      least = Math.min(least, draw);
      most = Math.max(most, draw);
    }
    // The first and the last cell of the output, whatever the input.
    expect(0.5 / 4503599627370496).toBeGreaterThan(0);
    expect((67108863 * 67108864 + 67108863 + 0.5) / 4503599627370496).toBeLessThan(1);
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThan(1);
  });
});

describe('draws are evenly spread', () => {
  const many = 100_000;
  const lists: Record<string, (index: number) => number> = {
    'over counts': (index) => drawAt(chance, person(1), 'service', index),
    'over persons': (index) => drawAt(chance, person(index), 'service', 0),
    'over names': (index) => drawAt(chance, person(1), `service-${index}`, 0),
    'over replications': (index) => drawAt({ ...chance, replication: index }, person(1), 'service', 0),
  };
  for (const [name, draw] of Object.entries(lists)) {
    it(name, () => {
      const draws = Array.from({ length: name === 'over counts' || name === 'over persons' ? many : 20_000 }, (_, i) =>
        draw(i),
      );
      expect(surprise(tally(draws, 500))).toBeLessThan(5);
      // Neighbours in pairs, on a square of 30 by 30.
      const pairs = draws.slice(1).map((one, index) => (Math.floor(one * 30) + (draws[index] ?? 0)) / 30);
      expect(surprise(tally(pairs, 900))).toBeLessThan(5);
      // Also in the lowest bits that matter.
      expect(
        surprise(
          tally(
            draws.map((one) => (one * 2 ** 40) % 1),
            256,
          ),
        ),
      ).toBeLessThan(5);
    });
  }

  it('every bit of a key turns about half the bits of the draw', () => {
    const trials = 400;
    const salt = saltOf(chance, 'avalanche');
    const bits = (draw: number): string =>
      Math.floor(draw * 2 ** 52)
        .toString(2)
        .padStart(52, '0');
    let worst = 0;
    for (let bit = 0; bit < 64; bit++) {
      const turned = new Array<number>(52).fill(0);
      for (let trial = 0; trial < trials; trial++) {
        const { high, low } = keyOf('avalanche', trial);
        const before = bits(uniform(high, low, salt.high, salt.low, 0));
        const flipHigh = bit < 32 ? 1 << bit : 0;
        const flipLow = bit < 32 ? 0 : 1 << (bit - 32);
        const after = bits(uniform(high ^ flipHigh, low ^ flipLow, salt.high, salt.low, 0));
        for (let place = 0; place < 52; place++)
          if (before[place] !== after[place]) turned[place] = (turned[place] ?? 0) + 1;
      }
      for (const count of turned) worst = Math.max(worst, Math.abs(count - trials / 2) / Math.sqrt(trials / 4));
    }
    // 64 × 52 cells: 5.5 standard deviations would be a surprise of 1 in 8,000.
    expect(worst).toBeLessThan(5.5);
  });
});

describe('keys', () => {
  it('are distinct for distinct causes', () => {
    const seen = new Set<string>();
    const add = ({ high, low }: Key): void => void seen.add(`${high},${low}`);
    for (let index = 0; index < 20_000; index++) add(person(index));
    for (let index = 0; index < 20_000; index++) add(keyOf('arrival', `stream-${index % 50}`, 0, index % 7, index, 2));
    for (let index = 0; index < 20_000; index++) add(keyOf('onset', 'anyshire', index, 'crisis', 0, 3, 1));
    expect(seen.size).toBe(60_000);
  });

  it('tell parts, their order and their kinds apart', () => {
    const keys = [
      keyOf('a', 'b'),
      keyOf('b', 'a'),
      keyOf('ab'),
      keyOf('a', 1),
      keyOf('a', '1'),
      keyOf('a', 2),
      keyOf('a'),
    ];
    expect(new Set(keys.map(({ high, low }) => `${high},${low}`)).size).toBe(keys.length);
  });

  it('are made part by part, so that a key can be carried on from', () => {
    const parent = keyOf('person', 'anyshire');
    const name = nameHash('crisis');
    derive(parent.high, parent.low, name.high, name.low);
    expect({ ...key }).toEqual(keyOf('person', 'anyshire', 'crisis'));
  });
});

describe('names', () => {
  it('are refused when two have the same hash, and may come twice', () => {
    expect(() => refuseCollisions(['police', 'ambulance', 'police'])).not.toThrow();
  });

  it('of designs begin with design/', () => {
    expect(() => designDraw(chance.seed, 'order', 0)).toThrow(InvariantError);
  });

  it('hash apart: 300,000 of them', { timeout: 60_000 }, () => {
    const seen = new Set<number>();
    for (let index = 0; index < 300_000; index++) {
      const { high, low } = nameHash(`pathway-${index % 1000}.step-${index}`);
      seen.add((high >>> 0) * 2 ** 20 + ((low >>> 0) % 2 ** 20));
    }
    // 52 bits kept of 64: the chance of even one clash among them is 1 in 100,000.
    expect(seen.size).toBe(300_000);
  });
});
