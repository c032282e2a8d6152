/** Digits follow the interval: worked by hand, then for any numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, direction, placeOf, roundTo, shown, shownDifference } from '../../src/report/numbers.js';
import { scaleOf } from '../../src/report/scale.js';
import { levelInShort } from '../../src/report/words.js';
import { estimate } from '../support/random-results.js';

fc.configureGlobal({ seed: 20_221 });

function of(mean: number, half: number) {
  return { mean, low: mean - half, high: mean + half, n: 20 };
}

describe('the place to which an estimate is rounded', () => {
  it.each([
    // mean, half-width, place, worked by hand
    [320.4, 28.1, 1], // 28 keeps one digit: tens
    [320.4, 13.4, 0], // begins with a 1: two digits
    [0.8312, 0.0412, -2],
    [0.8312, 0.0195, -3],
    [5213.42, 0.3, 0], // at most four significant digits
    [12, 340, 2],
    [0, 0.5, -1],
  ])('mean %d, half-width %d', (mean, half, place) => {
    expect(placeOf(of(mean, half))).toBe(place);
  });

  it('keeps two digits without an interval, and whole numbers where nothing varies', () => {
    expect(placeOf({ mean: 473.2, low: null, high: null, n: 1 })).toBe(1);
    expect(placeOf({ mean: 1234.5, low: 1234.5, high: 1234.5, n: 4 })).toBe(0);
    expect(placeOf({ mean: 0.123456, low: 0.123456, high: 0.123456, n: 4 })).toBe(-3);
    expect(placeOf({ mean: null, low: null, high: null, n: 0 })).toBe(0);
  });
});

describe('numbers in digits', () => {
  it.each([
    [1234567.8, 0, '1,234,568'],
    [-1234.5, 1, '−1,230'],
    [0.1 + 0.2, -2, '0.30'],
    [-0.004, -2, '0.00'],
    [999.96, -1, '1,000.0'],
    [47, 2, '0'],
  ])('%d to 10^%d is %s', (value, place, text) => {
    expect(digits(value, place)).toBe(text);
  });

  it('reads back as the rounded number, within half a place', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: -6, max: 6 }), (value, place) => {
        const read = Number(digits(value, place).replaceAll(',', '').replace('−', '-'));
        expect(read).toBe(roundTo(value, place));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** place * (1 + 1e-6) + 1e-9);
      }),
    );
  });
});

describe('direction', () => {
  it('goes nowhere when the interval reaches zero', () => {
    expect(direction(shownDifference(of(4, 4.2), 1))).toBe('unclear');
    expect(direction(shown(of(4, 2), 1))).toBe('up');
    expect(direction(shown(of(-4, 2), 1))).toBe('down');
    expect(direction(shown({ mean: 4, low: null, high: null, n: 1 }, 1))).toBe('unclear');
  });

  it.each([
    // low, high, as printed: an end that rounding would move to 0 has more digits
    [3.31, 57.07, '30 (3 to 57)'],
    [0.31, 57.07, '28.7 (0.3 to 57.1)'],
    [-57.07, -0.31, '−28.7 (−57.1 to −0.3)'],
    [-0.4, 57, '28 (0 to 57)'], // not clear: one digit more, no further
    [-3.4, 57, '27 (−3 to 57)'],
    [-5, 57, '30 (−10 to 60)'],
    [-20, 57, '20 (−20 to 60)'],
  ])('of %d to %d is printed so that its side of zero shows', (low, high, text) => {
    const made = shownDifference({ mean: (low + high) / 2, low, high, n: 20 }, 1);
    expect(levelInShort(made, scaleOf('', 1))).toBe(text);
  });

  it('is that of the interval as computed, for any difference', () => {
    fc.assert(
      fc.property(estimate, fc.constantFrom(1, 60, 100, 1 / 24), (any, factor) => {
        if (any.low === null || any.high === null) return;
        const [low, high] = [any.low, any.high].map((end) => roundTo(end * factor, -12));
        const made = shownDifference(any, factor);
        const way = made.agreeing !== undefined ? 'unclear' : low! > 0 ? 'up' : high! < 0 ? 'down' : 'unclear';
        expect(direction(made)).toBe(way);
      }),
    );
  });

  it('never contradicts the interval, and mean and bounds keep their order', () => {
    fc.assert(
      fc.property(estimate, fc.constantFrom(1, 60, 100, 1 / 24), (any, factor) => {
        const made = shownDifference(any, factor);
        if (direction(made) === 'up') expect(any.low).toBeGreaterThan(0);
        if (direction(made) === 'down') expect(any.high).toBeLessThan(0);
        if (made.mean !== null && made.low !== null && made.high !== null) {
          expect(made.low).toBeLessThanOrEqual(made.mean);
          expect(made.mean).toBeLessThanOrEqual(made.high);
        }
      }),
    );
  });
});
