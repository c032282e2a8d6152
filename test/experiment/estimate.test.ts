/** Intervals against figures computed elsewhere (SciPy 1.17: t.ppf, ttest_rel, ttest_1samp). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  jackknife,
  meanEstimate,
  pairedDifference,
  quotient,
  ratioDifference,
  ratioEstimate,
  ratioEstimateWhereClear,
  standardErrors,
} from '../../src/experiment/estimate.js';
import { round12, roundToInterval } from '../../src/experiment/round.js';
import { normalLuckOf } from './support/luck.js';

const POLICY = [12.1, 9.7, 14.2, 11.0, 10.3, 13.8];
const BASELINE = [11.0, 9.9, 12.5, 10.1, 10.0, 12.2];

function near(estimate: { mean: number | null; low: number | null; high: number | null }, expected: readonly number[]) {
  const found = [estimate.mean, estimate.low, estimate.high].map((value) => value ?? Number.NaN);
  found.forEach((value, at) => {
    expect(Math.abs(value / (expected[at] ?? 0) - 1)).toBeLessThan(1e-6);
  });
}

describe('Student t', () => {
  it.each([
    [2, 12.706204736174694],
    [3, 4.302652729749462],
    [5, 2.7764451051977934],
    [10, 2.262157162798205],
    [20, 2.0930240544083087],
    [30, 2.045229642132703],
    [100, 1.9842169515864174],
    [1000, 1.9623414611334493],
  ])('with %i replications is %f standard errors', (replications, expected) => {
    expect(Math.abs(standardErrors(replications) / expected - 1)).toBeLessThan(1e-7);
  });
  it('makes the interval of a mean', () => near(meanEstimate(POLICY), [11.85, 9.907268144815937, 13.792731855184062]));
  it('makes the interval of paired differences, narrower than that of either mean', () =>
    near(pairedDifference(POLICY, BASELINE), [0.9, 0.1231340469993717, 1.6768659530006285]));
  it('says nothing of nothing, and gives no interval of one replication', () => {
    expect(meanEstimate([])).toEqual({ mean: null, low: null, high: null, n: 0 });
    expect(meanEstimate([3])).toEqual({ mean: 3, low: null, high: null, n: 1 });
    expect(meanEstimate([3, Number.NaN, 5])).toMatchObject({ mean: 4, n: 2 });
  });
  it('gives no width to replications that agree', () =>
    expect(meanEstimate([2, 2, 2])).toEqual({ mean: 2, low: 2, high: 2, n: 3 }));
});

describe('the jackknife', () => {
  it('makes the interval of a ratio of totals', () =>
    near(ratioEstimate([10, 14, 9, 20, 12], [5, 6, 4, 11, 6]), [2.03125, 1.695622896665668, 2.366877103334332]));
  it('is Student t where all weigh the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 12 }),
        (values) => {
          const ones = values.map(() => 1);
          const [one, two] = [ratioEstimate(values, ones), meanEstimate(values)];
          for (const end of ['mean', 'low', 'high'] as const) expect(one[end]).toBeCloseTo(two[end] ?? Number.NaN, 6);
        },
      ),
      { seed: 7 },
    );
  });
  it('is not defined where nothing stands below the line', () => {
    expect(ratioEstimate([1, 2], [0, 0])).toEqual({ mean: null, low: null, high: null, n: 0 });
    // Without the second replication nothing is left below the line: a mean, but no interval.
    expect(ratioEstimate([1, 2], [0, 4])).toEqual({ mean: 0.75, low: null, high: null, n: 2 });
  });
  it('gives a difference of 0, without width, to twins that agree', () => {
    const ratio = [
      [3, 1, 4],
      [7, 5, 9],
    ] as const;
    expect(ratioDifference(ratio, ratio)).toEqual({ mean: 0, low: 0, high: 0, n: 3 });
  });
  it('takes any function of totals', () =>
    expect(
      jackknife(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        ([a, b, c]) => quotient((a ?? 0) + (b ?? 0), c ?? 0),
      ).mean,
    ).toBe(10 / 11));
});

describe('rounding', () => {
  it('keeps 12 significant digits', () => {
    expect(round12(1 / 3)).toBe(0.333333333333);
    expect(round12(123456789012345)).toBe(123456789012000);
    expect(round12(0.1 + 0.2)).toBe(0.3);
  });
  it('keeps the digits that an interval supports', () => {
    expect(roundToInterval(561.2345, 551, 571)).toBe(561);
    expect(roundToInterval(561.2345, 560.9, 561.5)).toBe(561.23);
    expect(roundToInterval(5612.345, 5100, 6100)).toBe(5610);
    expect(roundToInterval(0.023456, 0.02, 0.026)).toBe(0.0235);
    expect(roundToInterval(0.123456789, null, null)).toBe(0.123456789);
    expect(roundToInterval(2, 2, 2)).toBe(2);
  });
});

describe('a ratio whose lower line may be 0', () => {
  it('is that of the totals where it is clearly not, with the interval of Fieller', () => {
    const { mean, low, high, n } = ratioEstimateWhereClear([2, 4, 5], [4, 7, 8]);
    expect(mean).toBeCloseTo(11 / 19, 12);
    expect(n).toBe(3);
    // Both ends are where the interval of the paired differences above - r below has one end at 0.
    for (const r of [low!, high!]) {
      const ends = meanEstimate([2 - 4 * r, 4 - 7 * r, 5 - 8 * r]);
      expect(Math.min(Math.abs(ends.low!), Math.abs(ends.high!))).toBeLessThan(1e-9);
    }
    expect([low! < mean!, high! > mean!]).toEqual([true, true]);
  });
  it.each([2.5, 4])(
    'holds the true ratio as often as it says where it is told, with %d standard errors below the line',
    (errors) => {
      // Above 0.8 of what is below, each with noise of its own. A jackknife that is told where it is clear holds it 0.918 at 2.5.
      const luck = normalLuckOf(`ratio ${errors}`);
      const below = errors / Math.sqrt(20);
      const values = (level: number) => Array.from({ length: 20 }, () => level + luck());
      const told = Array.from({ length: 6000 }, () =>
        ratioEstimateWhereClear(values(0.8 * below), values(below)),
      ).filter((ratio) => ratio.mean !== null);
      const held = told.filter(({ low, high }) => low! <= 0.8 && 0.8 <= high!).length;
      expect(told.length).toBeGreaterThan(3000);
      expect(held / told.length).toBeGreaterThan(0.942);
      expect(held / told.length).toBeLessThan(0.975);
    },
  );
  it('holds it less often where luck alone makes clear what is below, as the document says: 0.89 at 1 standard error', () => {
    const luck = normalLuckOf('ratio 1');
    const values = (level: number) => Array.from({ length: 20 }, () => level + luck());
    const [below, truth] = [1 / Math.sqrt(20), 0.8];
    const all = Array.from({ length: 6000 }, () => ratioEstimateWhereClear(values(truth * below), values(below)));
    const told = all.filter(({ mean }) => mean !== null);
    const held = told.filter(({ low, high }) => low! <= truth && truth <= high!).length;
    expect(told.length / all.length).toBeCloseTo(1 / 6, 1);
    expect(Math.abs(held / told.length - 0.89)).toBeLessThan(0.03);
  });
  it('is undefined where what stands below is not clearly more than 0, or has no interval', () => {
    const nothing = { mean: null, low: null, high: null, n: 0 };
    expect(ratioEstimateWhereClear([2, 4, 5], [4, -7, 8])).toEqual(nothing);
    expect(ratioEstimateWhereClear([2, 4, 5], [0, 0, 0])).toEqual(nothing);
    expect(ratioEstimateWhereClear([2, 4, 5], [-4, -7, -8])).toEqual(nothing);
    expect(ratioEstimateWhereClear([2], [4])).toEqual(nothing);
  });
});
