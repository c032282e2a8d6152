/**
 * Quantiles against distribution functions that are computed here by other means (series, continued fractions, Gauss
 * quadrature), not against copies of themselves. An error of F at x is turned into one of x by the density.
 */
import { describe, expect, it } from 'vitest';
import { normalQuantile, unitExponential } from '../../src/sim/arithmetic.js';
import { checkDistribution, lengthBiasedQuantile } from '../../src/sim/distributions.js';
import { uniform } from '../../src/sim/draws.js';
import { Duration } from '../../src/sim/durations.js';
import { gammaQuantile, logGamma } from '../../src/sim/gamma.js';
import { type DistributionSpec, InvariantError, mean, quantile, standardDeviation } from '../../src/sim/index.js';
import { integrate } from '../support/quadrature.js';

/** Both tails to 1e-12, the middle, and the places where methods change over. */
const GRID = [
  1e-12,
  1e-11,
  1e-9,
  1e-7,
  9.99e-5,
  1e-4,
  1.001e-4,
  1e-3,
  0.01,
  0.05,
  0.0749,
  0.0751,
  0.1,
  0.25,
  0.4,
  0.499999,
  0.5,
  0.6,
  0.75,
  0.9,
  0.924,
  0.926,
  0.99,
  0.999,
  1 - 1e-5,
  1 - 1e-7,
  1 - 1e-9,
  1 - 1e-11,
  1 - 1e-12,
];

/** Continued fraction b0 + a1/(b1 + a2/(b2 + …)), by backward evaluation. */
function fraction(a: (n: number) => number, b: (n: number) => number, terms: number): number {
  let value = b(terms);
  for (let n = terms; n > 0; n--) value = b(n - 1) + a(n) / value;
  return value;
}

/** Upper tail of the standard normal for x >= 0: a series near 0, Laplace's continued fraction further out. */
function normalTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 3)
    return (
      density /
      fraction(
        (n) => n,
        () => x,
        400,
      )
    );
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-18; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 - density * sum;
}

function erlangDensity(shape: number, x: number): number {
  let logFactorial = 0;
  for (let n = 2; n < shape; n++) logFactorial += Math.log(n);
  return Math.exp((shape - 1) * Math.log(x) - x - logFactorial);
}

/** Tails of the sum of `shape` unit exponentials: quadrature below, the finite sum of a Poisson tail above. */
function erlangTail(shape: number, x: number, isLower: boolean): number {
  if (isLower) return integrate((y) => erlangDensity(shape, y), 0, x, 60);
  let term = Math.exp(-x);
  let sum = term;
  for (let n = 1; n < shape; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

describe('the unit exponential quantile', () => {
  it('is −log(1 − u), to 1e-11, also where 1 − u has lost digits', () => {
    for (const u of GRID) {
      const exact = -Math.log1p(-u);
      expect(Math.abs(unitExponential(u) / exact - 1), `at ${u}`).toBeLessThan(1e-11);
    }
  });
});

describe('the normal quantile', () => {
  it('inverts the normal distribution to 1e-9', () => {
    for (const u of GRID) {
      const x = normalQuantile(u);
      if (u === 0.5) {
        expect(x).toBe(0);
        continue;
      }
      // 1 − u is exact in the upper half.
      const tail = u < 0.5 ? u : 1 - u;
      const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
      const error = (normalTail(Math.abs(x)) - tail) / (density * Math.abs(x));
      // Near the middle x itself is small: its absolute error counts there.
      expect(Math.abs(error * Math.min(1, Math.abs(x) * 1e3)), `at ${u}`).toBeLessThan(1e-9);
    }
  });

  it('is odd', () => {
    for (const u of [1e-10, 0.01, 0.3]) expect(normalQuantile(1 - u) / -normalQuantile(u)).toBeCloseTo(1, 6);
    expect(normalQuantile(0.75)).toBe(-normalQuantile(0.25));
  });
});

describe('Erlang quantiles', () => {
  for (const shape of [1, 2, 3, 7, 20, 100]) {
    it(`of shape ${shape} invert the distribution to 1e-9 between 1e-12 and 1 − 1e-12`, () => {
      for (const u of GRID) {
        const x = gammaQuantile(shape, u);
        const isLower = u < 0.5;
        const error = (erlangTail(shape, x, isLower) - (isLower ? u : 1 - u)) / (erlangDensity(shape, x) * x);
        expect(Math.abs(error), `at ${u}`).toBeLessThan(1e-9);
      }
    });
  }

  it('of shape 1 are exponential', () => {
    for (const u of GRID) expect(Math.abs(gammaQuantile(1, u) / -Math.log1p(-u) - 1), `at ${u}`).toBeLessThan(1e-9);
  });
});

/** Weight of the unit gamma distribution between two points of log x, but for a constant: by quadrature. */
function gammaWeight(shape: number, from: number, to: number): number {
  return integrate((y) => Math.exp(shape * y - Math.exp(y)), from, to, 400);
}

describe('gamma quantiles', () => {
  for (const shape of [0.1, 0.5, 0.9, 1.5, 2.7, 12.25, 60.5]) {
    it(`of shape ${shape} invert the distribution to 1e-9 between 1e-12 and 1 − 1e-12`, () => {
      const lowest = Math.log(shape) - 90 / shape;
      const highest = Math.log(shape + 60 + 12 * Math.sqrt(shape));
      const whole = gammaWeight(shape, lowest, Math.log(shape)) + gammaWeight(shape, Math.log(shape), highest);
      for (const u of GRID) {
        const y = Math.log(gammaQuantile(shape, u));
        const isLower = u < 0.5;
        const tail = isLower ? gammaWeight(shape, lowest, y) : gammaWeight(shape, y, highest);
        const error = (tail - (isLower ? u : 1 - u) * whole) / Math.exp(shape * y - Math.exp(y));
        expect(Math.abs(error), `at ${u}`).toBeLessThan(1e-9);
      }
    });
  }

  it('rest on the logarithm of the gamma function: halves by the square root of π, and Γ(x + 1) = x Γ(x)', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    for (const x of [0.07, 0.5, 1.3, 7.75, 14.9, 15.1, 80.5]) {
      expect(logGamma(x + 1) - logGamma(x) - Math.log(x), `at ${x}`).toBeCloseTo(0, 12);
    }
  });
});

const KINDS: Record<string, DistributionSpec> = {
  deterministic: { kind: 'deterministic', value: 2.5 },
  exponential: { kind: 'exponential', mean: 0.7 },
  erlang: { kind: 'erlang', shape: 4, mean: 3 },
  gamma: { kind: 'gamma', shape: 2.5, mean: 3 },
  'gamma, steep': { kind: 'gamma', shape: 0.4, mean: 2 },
  weibull: { kind: 'weibull', shape: 1.7, scale: 2 },
  'weibull, steep': { kind: 'weibull', shape: 0.6, scale: 1 },
  lognormal: { kind: 'lognormal', mu: 0.3, sigma: 0.8 },
  triangular: { kind: 'triangular', low: 1, mode: 2, high: 6 },
  'triangular, mode at an end': { kind: 'triangular', low: 0, mode: 0, high: 3 },
  uniform: { kind: 'uniform', low: 0.5, high: 2 },
  empirical: { kind: 'empirical', values: [0, 1, 4, 9], shares: [0.25, 0.25, 0.375, 0.125] },
  mixture: {
    kind: 'mixture',
    parts: [
      { kind: 'gamma', shape: 2.5, mean: 3 },
      { kind: 'lognormal', mu: 2, sigma: 0.5 },
    ],
    shares: [0.75, 0.25],
  },
  truncated: { kind: 'truncated', of: { kind: 'lognormal', mu: 0.3, sigma: 0.8 }, low: 0.5, high: 9 },
  'truncated, from below': { kind: 'truncated', of: { kind: 'weibull', shape: 1.7, scale: 2 }, low: 1, high: Infinity },
};

/** Expectation of g(X), as an integral over u in log-odds, where quantiles are smooth and both tails are reached. */
function expectation(d: DistributionSpec, g: (x: number) => number, biased = false): number {
  const inverse = biased ? lengthBiasedQuantile : quantile;
  return integrate(
    (s) => {
      const u = 1 / (1 + Math.exp(-s));
      return g(inverse(d, u)) * u * (1 - u);
    },
    -34,
    34,
    400,
  );
}

describe.each(Object.entries(KINDS))('%s', (_, d) => {
  it('never falls as u rises', () => {
    const ascending = [...GRID, ...Array.from({ length: 4999 }, (_, step) => (step + 1) / 5000)].sort((a, b) => a - b);
    const values = ascending.map((u) => quantile(d, u));
    expect(values.filter((value, index) => value < (values[index - 1] ?? 0))).toEqual([]);
  });

  it('has the mean and the standard deviation that it says it has', () => {
    const tolerance = d.kind === 'empirical' ? 2e-2 : 1e-6; // quadrature is poor at steps
    const first = expectation(d, (x) => x);
    expect(Math.abs(first / mean(d) - 1)).toBeLessThan(tolerance);
    const variance = expectation(d, (x) => (x - mean(d)) ** 2);
    expect(Math.abs(Math.sqrt(Math.max(0, variance)) - standardDeviation(d))).toBeLessThan(tolerance * mean(d));
  });

  it('met in progress, is as much longer as the length-biased law says', () => {
    const tolerance = d.kind === 'empirical' ? 2e-2 : 1e-6;
    for (const power of [1, 2]) {
      const exact = expectation(d, (x) => x ** (power + 1)) / mean(d);
      const met = expectation(d, (x) => x ** power, true);
      expect(Math.abs(met / exact - 1)).toBeLessThan(tolerance);
    }
  });

  it('gives the same when it is laid out for the loop', () => {
    const duration = new Duration(d);
    for (const u of GRID) {
      expect(duration.at(u)).toBe(quantile(d, u));
      expect(duration.lengthBiasedAt(u)).toBe(lengthBiasedQuantile(d, u));
    }
    duration.draw(1, 2, 3, 4, 5);
    expect(duration.hours).toBe(quantile(d, uniform(1, 2, 3, 4, 5)));
  });
});

describe('closed forms', () => {
  it('exponential: half wait longer than the mean times log 2', () => {
    expect(quantile({ kind: 'exponential', mean: 3 }, 0.5)).toBeCloseTo(3 * Math.LN2, 14);
  });

  it('lognormal: the median is e^mu, and one sigma up is at 84.13%', () => {
    const d: DistributionSpec = { kind: 'lognormal', mu: 1.2, sigma: 0.5 };
    expect(quantile(d, 0.5)).toBeCloseTo(Math.exp(1.2), 14);
    expect(quantile(d, 0.8413447460685429)).toBeCloseTo(Math.exp(1.7), 12);
  });

  it('uniform: runs straight from low to high', () => {
    expect(quantile({ kind: 'uniform', low: 2, high: 6 }, 0.25)).toBe(3);
    // Stays met in progress have density x: sqrt(4 + 0.25 × (36 − 4)) = sqrt(12).
    expect(lengthBiasedQuantile({ kind: 'uniform', low: 2, high: 6 }, 0.25)).toBeCloseTo(Math.sqrt(12), 14);
  });

  it('triangular: a share (mode − low)/(high − low) lies below the mode', () => {
    const d: DistributionSpec = { kind: 'triangular', low: 1, mode: 2, high: 6 };
    expect(quantile(d, 0.2)).toBeCloseTo(2, 14);
    // Below the mode F = (x − 1)² / (5 × 1): u = 0.05 gives x = 1.5. Above, 1 − F = (6 − x)² / (5 × 4): 0.8 gives 4.
    expect(quantile(d, 0.05)).toBeCloseTo(1.5, 14);
    expect(quantile(d, 0.8)).toBeCloseTo(4, 14);
    expect(quantile({ kind: 'triangular', low: 3, mode: 3, high: 3 }, 0.5)).toBe(3);
  });

  it('empirical: each value has its share, and a stay met in progress its share of hours', () => {
    const d: DistributionSpec = { kind: 'empirical', values: [0, 1, 4, 9], shares: [0.25, 0.25, 0.375, 0.125] };
    expect([0.1, 0.2499, 0.2501, 0.49, 0.51, 0.87, 0.88, 0.999].map((u) => quantile(d, u))).toEqual([
      0, 0, 1, 1, 4, 4, 9, 9,
    ]);
    // Hours: 0, 0.25, 1.5, 1.125 of 2.875 in all.
    expect([0.05, 0.0869, 0.0871, 0.6086, 0.6088].map((u) => lengthBiasedQuantile(d, u))).toEqual([1, 1, 4, 4, 9]);
  });
});

it('a distribution with a part that is not a number is refused', () => {
  expect(() => checkDistribution({ kind: 'exponential', mean: Number.NaN })).toThrow(InvariantError);
  expect(() => checkDistribution({ kind: 'empirical', values: [1, Number.NaN], shares: [0.5, 0.5] })).toThrow(
    /a empirical distribution with a part that is not a number/,
  );
  for (const d of Object.values(KINDS)) expect(() => checkDistribution(d)).not.toThrow();
});
