import { describe, expect, it } from 'vitest';
import { unitExponential } from '../../src/sim/arithmetic.js';
import { drawAt, type Key, keyOf, saltOf, seedWords } from '../../src/sim/draws.js';
import { PointsAhead } from '../../src/sim/points-ahead.js';
import { FLAT, Warp } from '../../src/sim/rates.js';

const chance = { seed: seedWords('points ahead'), replication: 3 };
const STREAM = ['arrival', 'walk', 0, 0] as const;
const base = keyOf(...STREAM);

/** The same points as the rule says them, one after another, each gap by its logarithm. */
function walked(density: number, warp: Warp, horizon: number): { time: number; key: Key }[] {
  const points: { time: number; key: Key }[] = [];
  const length = 1 / density;
  for (let window = 0; window * length <= warp.horizon; window++) {
    const within = keyOf(...STREAM, window);
    let at = window * length;
    for (let number = 0; ; number++) {
      at += unitExponential(drawAt(chance, within, 'gap', number)) / density;
      if (at >= (window + 1) * length) break;
      const time = warp.unwarp(at);
      if (at > warp.horizon || time > horizon) return points;
      points.push({ time, key: keyOf(...STREAM, window, number) });
    }
  }
  return points;
}

function ahead(density: number, warp: Warp, horizon: number): { time: number; key: Key }[] {
  const points: { time: number; key: Key }[] = [];
  const walk = new PointsAhead(base, saltOf(chance, 'gap'), density, warp, horizon);
  while (walk.next()) points.push({ time: walk.due, key: { high: walk.keyHigh, low: walk.keyLow } });
  return points;
}

const NIGHTS = FLAT.map((_, hour) => (hour % 24 < 6 ? 0.2 : (24 - 6 * 0.2) / 18));

describe('points found ahead', () => {
  it.each([
    ['many a window apart, flat', 3, FLAT, 2000],
    ['by a calendar', 40, NIGHTS, 500],
    ['fewer than are looked for at a time', 0.002, NIGHTS, 2000],
    ['none', 1e-6, FLAT, 24],
  ])('are those of the walk point by point: %s', (_, density, calendar, horizon) => {
    const warp = new Warp(calendar, horizon);
    const expected = walked(density, warp, horizon);
    expect(ahead(density, warp, horizon)).toEqual(expected);
    expect(Math.abs(expected.length - density * horizon)).toBeLessThan(5 * Math.sqrt(density * horizon) + 1);
  });

  it('has none left once it has said so', () => {
    const warp = new Warp(FLAT, 24);
    const walk = new PointsAhead(base, saltOf(chance, 'gap'), 0.1, warp, 24);
    while (walk.next());
    expect(walk.next()).toBe(false);
  });
});
