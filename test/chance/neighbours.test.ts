/**
 * Draws at neighbouring addresses have nothing to do with each other: persons, occurrences, windows, strips, needs, counts,
 * names, replications, seeds that differ in one bit, consecutive arrivals. Addresses are made as the engine makes them.
 * For each pair of neighbours, over 100,000 places: the correlation; a chi-square over 16 x 16 cells of both draws together;
 * and one over 1,024 cells of the lowest ten of the 52 bits. Some 90 tests share a level of 0.001, so that each statistic,
 * standard normal to a good approximation, stays within 4.6 (Bonferroni). Seeds are fixed.
 */
import { describe, expect, it } from 'vitest';
import { type Key, keyOf, Salts, type SeedWords, seedWords, uniform } from '../../src/sim/draws.js';
import { expectFound } from '../support/verification/told.js';

const PLACES = 100_000;
const LIMIT = 4.6;
const BITS_52 = 2 ** 52;

type Draw = (place: number) => number;

const seed = seedWords('neighbours');
const salts = (words: SeedWords, replication: number) => new Salts(['gap', 'height'], { seed: words, replication });
const own = salts(seed, 0);
const drawn = (key: Key, from = own, name = 0, count = 0) =>
  uniform(key.high, key.low, from.high[name] ?? 0, from.low[name] ?? 0, count);
const point = (person: number, need = 'crisis', strip = 0, window = 0, number = 0) =>
  keyOf('onset', 'anyshire', person, need, strip, window, number);

/** Seeds whose words differ from ours in one bit. */
const flipped = (bit: number): SeedWords => {
  const words = [...seed] as [number, number, number, number];
  words[bit >> 5] = (words[bit >> 5] ?? 0) ^ (1 << (bit & 31));
  return words;
};

const base: Draw = (place) => drawn(point(place));
const neighbours: Readonly<Record<string, readonly [Draw, Draw]>> = {
  'the next person': [base, (place) => drawn(point(place + 1))],
  'a person 65,536 on': [base, (place) => drawn(point(place + 65_536))],
  'the same person’s next occurrence': [base, (place) => drawn(point(place, 'crisis', 0, 0, 1))],
  'occurrences of one person, one after the other': [
    (place) => drawn(point(7, 'crisis', 0, 0, place)),
    (place) => drawn(point(7, 'crisis', 0, 0, place + 1)),
  ],
  'windows of one person, one after the other': [
    (place) => drawn(point(7, 'crisis', 0, place)),
    (place) => drawn(point(7, 'crisis', 0, place + 1)),
  ],
  'the next strip': [base, (place) => drawn(point(place, 'crisis', 1))],
  'another need': [base, (place) => drawn(point(place, 'crisit'))],
  'another name at the same key': [base, (place) => drawn(point(place), own, 1)],
  'the next count of a name': [base, (place) => drawn(point(place), own, 0, 1)],
  'counts of one name, one after the other': [
    (place) => drawn(point(7), own, 0, place),
    (place) => drawn(point(7), own, 0, place + 1),
  ],
  'the next replication': [
    base,
    (
      (next) => (place: number) =>
        drawn(point(place), next)
    )(salts(seed, 1)),
  ],
  'raw words of a key, as they stand, one after the other': [
    (place) => uniform(place, 0, 0, 0, 0),
    (place) => uniform(place + 1, 0, 0, 0, 0),
  ],
  'raw lower words of a key, as they stand, one after the other': [
    (place) => uniform(0, place, 0, 0, 0),
    (place) => uniform(0, place + 1, 0, 0, 0),
  ],
  'consecutive arrivals of a stream': [
    (place) => drawn(keyOf('arrival', 'walk-ins', place)),
    (place) => drawn(keyOf('arrival', 'walk-ins', place + 1)),
  ],
  'contacts started one after the other': [
    (place) => drawn(keyOf(point(place), 'door.call', 0)),
    (place) => drawn(keyOf(point(place), 'door.call', 1)),
  ],
  ...Object.fromEntries(
    [0, 1, 15, 31, 32, 63, 64, 95, 96, 127].map((bit) => {
      const other = salts(flipped(bit), 0);
      return [`a seed that differs in bit ${bit}`, [base, (place: number) => drawn(point(place), other)] as const];
    }),
  ),
};

/** A chi-square statistic as a standard normal one. Source: Wilson & Hilferty (1931). */
function normalised(counts: Float64Array): number {
  const expected = PLACES / counts.length;
  const degrees = counts.length - 1;
  const square = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const spread = 2 / (9 * degrees);
  return (Math.cbrt(square / degrees) - (1 - spread)) / Math.sqrt(spread);
}

/** The statistics of two series of draws, and of the first one's lowest bits. */
function statistics([first, second]: readonly [Draw, Draw]) {
  const cells = new Float64Array(256);
  const low = new Float64Array(1024);
  let products = 0;
  let sum = 0;
  for (let place = 0; place < PLACES; place++) {
    const u = first(place);
    const v = second(place);
    sum += u - 0.5;
    products += (u - 0.5) * (v - 0.5);
    cells[Math.floor(u * 16) * 16 + Math.floor(v * 16)]! += 1;
    low[Math.floor(v * BITS_52) % 1024]! += 1;
  }
  return {
    mean: (sum * Math.sqrt(12)) / Math.sqrt(PLACES),
    correlation: (products * 12) / Math.sqrt(PLACES),
    together: normalised(cells),
    lowest: normalised(low),
  };
}

describe('a draw has nothing to do with', () => {
  const found: number[] = [];

  it.each(Object.entries(neighbours))('%s', (_, pair) => {
    for (const [name, value] of Object.entries(statistics(pair))) {
      found.push(Math.abs(value));
      expect(Math.abs(value), `${name}: ${value.toFixed(2)} standard errors`).toBeLessThan(LIMIT);
    }
  });

  it('another, as told in docs/verification.md', () => {
    expectFound(
      'Draws are uniform and independent',
      `${found.length} statistics of ${PLACES} draws each, the largest ${Math.max(...found).toFixed(2)} standard errors (limit ${LIMIT})`,
    );
  });

  it('itself alone: the statistics notice draws that are the same, or shifted, or coarse', () => {
    const shifted: Draw = (place) => (base(place) + 1 / 32) % 1;
    const coarse: Draw = (place) => Math.floor(base(place) * 2 ** 40) / 2 ** 40;
    expect(statistics([base, base]).correlation).toBeGreaterThan(LIMIT);
    expect(statistics([base, shifted]).together).toBeGreaterThan(LIMIT);
    expect(statistics([base, coarse]).lowest).toBeGreaterThan(LIMIT);
  });
});
