/** What is left of a duration of which part is over, against closed forms. */
import { describe, expect, it } from 'vitest';
import { type DistributionSpec, quantile } from '../../src/sim/index.js';
import { residualQuantile } from '../../src/sim/residual.js';

const SHARES = [0.001, 0.1, 0.5, 0.9, 0.999];

describe('what is left of a duration', () => {
  it('Weibull: the cumulated hazard after the wait is a unit exponential', () => {
    for (const over of [0, 0.3, 4, 20]) {
      for (const u of SHARES) {
        const exact = 3 * ((over / 3) ** 1.7 - Math.log1p(-u)) ** (1 / 1.7) - over;
        const left = residualQuantile({ kind: 'weibull', shape: 1.7, scale: 3 }, over, u);
        expect(Math.abs(left / exact - 1)).toBeLessThan(1e-9);
      }
    }
  });

  it('uniform: between the wait and the longest', () => {
    for (const u of SHARES) {
      expect(residualQuantile({ kind: 'uniform', low: 2, high: 10 }, 6, u)).toBeCloseTo(4 * u, 12);
      expect(residualQuantile({ kind: 'uniform', low: 2, high: 10 }, 1, u)).toBeCloseTo(1 + 8 * u, 12);
    }
  });

  it('exponential: as at its beginning, to the last digit', () => {
    const d = { kind: 'exponential', mean: 5 } as const;
    for (const u of SHARES) expect(residualQuantile(d, 7, u)).toBe(quantile(d, u));
  });

  it('values of their own: one of those that are not below the wait', () => {
    const d: DistributionSpec = { kind: 'empirical', values: [1, 4, 9], shares: [0.5, 0.3, 0.2] };
    expect([0.1, 0.59, 0.61].map((u) => residualQuantile(d, 2, u))).toEqual([2, 2, 7]);
    expect(residualQuantile({ kind: 'deterministic', value: 4 }, 2, 0.3)).toBe(2);
    expect(residualQuantile(d, 10, 0.5)).toBe(0);
  });

  it('at the beginning: the duration itself', () => {
    const d = { kind: 'lognormal', mu: 0.4, sigma: 1.1 } as const;
    for (const u of SHARES) expect(Math.abs(residualQuantile(d, 0, u) / quantile(d, u) - 1)).toBeLessThan(1e-9);
  });
});
