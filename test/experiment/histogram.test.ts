import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS, binOf, Histograms, middleOf } from '../../src/experiment/histogram.js';

describe('the histogram of waits', () => {
  it('has bins that a time falls into, half a per cent wide', () => {
    fc.assert(
      fc.property(fc.double({ min: 1 / 3600, max: 8e5, noNaN: true }), (hours) => {
        expect(Math.abs(middleOf(binOf(hours)) / hours - 1)).toBeLessThan(0.0026);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
  it('takes what is below a second for no wait, and has a last bin', () => {
    expect(middleOf(binOf(0))).toBe(0);
    expect(binOf(0.5 / 3600)).toBe(0);
    expect(binOf(1e12)).toBe(BINS - 1);
  });
  it('finds the quantile that sorting finds', () => {
    const waits = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(waits, fc.constantFrom(0.1, 0.5, 0.9), (times, share) => {
        const histograms = new Histograms(2);
        for (const time of times) histograms.add(1, time);
        const sorted = [...times].sort((a, b) => a - b);
        const exact = sorted[Math.ceil(share * times.length - 1e-9) - 1] ?? Number.NaN;
        expect(Math.abs(histograms.quantile(1, share) / exact - 1)).toBeLessThan(0.0026);
        expect(histograms.quantile(0, share)).toBeNaN();
      }),
      { seed: 2 },
    );
  });
});
