/** Digits follow the interval: worked by hand, then for any numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, direction, placeOf, roundTo, shown } from '../../src/report/numbers.js';
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
  it('goes nowhere when the interval, as printed, reaches zero', () => {
    expect(direction(shown(of(4, 3.8), 1))).toBe('unclear'); // prints 4 (0 to 8)
    expect(direction(shown(of(4, 2), 1))).toBe('up');
    expect(direction(shown(of(-4, 2), 1))).toBe('down');
    expect(direction(shown({ mean: 4, low: null, high: null, n: 1 }, 1))).toBe('unclear');
  });

  it('never contradicts the interval, and mean and bounds keep their order', () => {
    fc.assert(
      fc.property(estimate, fc.constantFrom(1, 60, 100, 1 / 24), (any, factor) => {
        const made = shown(any, factor);
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
