/**
 * Mixtures and truncated distributions against laws that are written down here in closed form, or summed by other means. An
 * error of a tail at x is turned into one of x by the density.
 */
import { describe, expect, it } from 'vitest';
import { checkDistribution, lengthBiasedQuantile } from '../../src/sim/distributions.js';
import { type DistributionSpec, InvariantError, mean, quantile, standardDeviation } from '../../src/sim/index.js';
import { integrate } from '../support/quadrature.js';

const TAILS = [1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.4999];
const GRID = [...TAILS, 0.5, ...TAILS.map((u) => 1 - u).reverse()];

/** What is below x and above x, each to its own last digits, and the density there. */
interface Known {
  readonly below: (x: number) => number;
  readonly above: (x: number) => number;
  readonly density: (x: number) => number;
}

const exponential = (m: number): Known => ({
  below: (x) => -Math.expm1(-x / m),
  above: (x) => Math.exp(-x / m),
  density: (x) => Math.exp(-x / m) / m,
});

/** By quadrature of the normal density, from where nothing is left. */
const lognormal = (mu: number, sigma: number): Known => {
  const phi = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const z = (x: number) => (Math.log(x) - mu) / sigma;
  return {
    below: (x) => integrate(phi, Math.min(-12, z(x) - 4), z(x), 200),
    above: (x) => integrate(phi, z(x), Math.max(12, z(x) + 4), 200),
    density: (x) => phi(z(x)) / (x * sigma),
  };
};

const mixed = (shares: readonly number[], laws: readonly Known[]): Known => {
  const sum = (of: (law: Known) => number) => laws.reduce((all, law, index) => all + shares[index]! * of(law), 0);
  return {
    below: (x) => sum((law) => law.below(x)),
    above: (x) => sum((law) => law.above(x)),
    density: (x) => sum((law) => law.density(x)),
  };
};

const cutTo = (law: Known, low: number, high: number): Known => {
  const mass = law.below(low) > 0.5 ? law.above(low) - law.above(high) : law.below(high) - law.below(low);
  const part = (from: number, to: number) =>
    (law.below(from) > 0.5 ? law.above(from) - law.above(to) : law.below(to) - law.below(from)) / mass;
  const inside = (x: number) => Math.min(Math.max(x, low), high);
  return {
    below: (x) => part(low, inside(x)),
    above: (x) => part(inside(x), high),
    density: (x) => (x === inside(x) ? law.density(x) / mass : 0),
  };
};

const exp = (m: number): DistributionSpec => ({ kind: 'exponential', mean: m });
const ln = (mu: number, sigma: number): DistributionSpec => ({ kind: 'lognormal', mu, sigma });
const mix = (shares: number[], ...parts: DistributionSpec[]): DistributionSpec => ({ kind: 'mixture', parts, shares });
const cut = (of: DistributionSpec, low: number, high: number): DistributionSpec => ({
  kind: 'truncated',
  of,
  low,
  high,
});

const SMOOTH: Readonly<Record<string, readonly [DistributionSpec, Known]>> = {
  'two exponentials, one ten times the other': [
    mix([0.7, 0.3], exp(1), exp(10)),
    mixed([0.7, 0.3], [exponential(1), exponential(10)]),
  ],
  'a rare long stay': [
    mix([0.999, 0.001], exp(1), exp(1000)),
    mixed([0.999, 0.001], [exponential(1), exponential(1000)]),
  ],
  'two lognormals far apart': [
    mix([0.6, 0.4], ln(0, 0.5), ln(4, 0.3)),
    mixed([0.6, 0.4], [lognormal(0, 0.5), lognormal(4, 0.3)]),
  ],
  'an exponential from 20 means on': [cut(exp(1), 20, Infinity), cutTo(exponential(1), 20, Infinity)],
  'an exponential up to 2 means': [cut(exp(1), 0, 2), cutTo(exponential(1), 0, 2)],
  'a lognormal between bounds': [cut(ln(0.3, 0.8), 0.5, 6), cutTo(lognormal(0.3, 0.8), 0.5, 6)],
  'a mixture between bounds': [
    cut(mix([0.5, 0.5], exp(1), exp(6)), 0.5, 9),
    cutTo(mixed([0.5, 0.5], [exponential(1), exponential(6)]), 0.5, 9),
  ],
  'a mixture of what is cut': [
    mix([0.25, 0.75], cut(exp(2), 0, 4), exp(1)),
    mixed([0.25, 0.75], [cutTo(exponential(2), 0, 4), exponential(1)]),
  ],
};

describe.each(Object.entries(SMOOTH))('%s', (_, [d, law]) => {
  it('is inverted to 1e-9 between 1e-12 and 1 − 1e-12', () => {
    for (const u of GRID) {
      const x = quantile(d, u);
      const error = (u < 0.5 ? law.below(x) - u : 1 - u - law.above(x)) / (law.density(x) * x);
      expect(Math.abs(error), `at ${u}`).toBeLessThan(1e-9);
    }
  });
});

describe('values with a probability of their own', () => {
  const d = mix([0.3, 0.5, 0.2], { kind: 'deterministic', value: 1 }, exp(2), {
    kind: 'empirical',
    values: [0, 4],
    shares: [0.5, 0.5],
  });

  it('take up their share of the draws, between the others', () => {
    const below1 = 0.1 + 0.5 * -Math.expm1(-0.5);
    const below4 = below1 + 0.3 + 0.5 * (Math.exp(-0.5) - Math.exp(-2));
    const at = (u: number) => quantile(d, u);
    expect([0.0001, 0.0999].map(at)).toEqual([0, 0]);
    expect([below1 + 1e-9, below1 + 0.15, below1 + 0.3 - 1e-9].map(at)).toEqual([1, 1, 1]);
    expect([below4 + 1e-9, below4 + 0.1 - 1e-9].map(at)).toEqual([4, 4]);
    expect(at(0.1 + 0.5 * -Math.expm1(-0.25))).toBeCloseTo(0.5, 10);
    expect(at(below1 + 0.3 + 0.5 * (Math.exp(-0.5) - Math.exp(-1)))).toBeCloseTo(2, 9);
    expect(at(1 - 0.5 * Math.exp(-5))).toBeCloseTo(10, 8);
    expect(mean(d)).toBeCloseTo(0.3 + 1 + 0.4, 13);
    // Second moment: 0.3 + 0.5 × 2 × 4 + 0.1 × 16.
    expect(standardDeviation(d)).toBeCloseTo(Math.sqrt(5.9 - 1.7 * 1.7), 12);
  });

  it('at a bound are kept, beyond it are not', () => {
    const inside = cut(d, 1, 4);
    const left = 0.3 + 0.1 + 0.5 * (Math.exp(-0.5) - Math.exp(-2));
    expect([1e-9, 0.3 / left - 1e-9].map((u) => quantile(inside, u))).toEqual([1, 1]);
    expect([1 - 0.1 / left + 1e-9, 1 - 1e-9].map((u) => quantile(inside, u))).toEqual([4, 4]);
    expect(quantile(inside, (0.3 + 0.5 * (Math.exp(-0.5) - Math.exp(-1))) / left)).toBeCloseTo(2, 9);
    expect(quantile(cut({ kind: 'empirical', values: [1, 2, 5], shares: [0.25, 0.25, 0.5] }, 2, 4), 0.7)).toBe(2);
  });

  it('met in progress count by their hours', () => {
    // Hours: 0.3 at 1, 0.4 at 4, 1.0 in the exponential; below 1 the latter has 1 − 1.5 e^(−0.5).
    const below1 = (1 - 1.5 * Math.exp(-0.5)) / 1.7;
    const at = (u: number) => lengthBiasedQuantile(d, u);
    expect([below1 + 1e-9, below1 + 0.3 / 1.7 - 1e-9].map(at)).toEqual([1, 1]);
    const below4 = (0.3 + 1 - 3 * Math.exp(-2)) / 1.7;
    expect([below4 + 1e-9, below4 + 0.4 / 1.7 - 1e-9].map(at)).toEqual([4, 4]);
    expect(at((1 - 1.25 * Math.exp(-0.25)) / 1.7)).toBeCloseTo(0.5, 9);
  });
});

describe('means are exact', () => {
  it('of an exponential between bounds', () => {
    const below = (x: number) => -Math.expm1(-x / 2);
    const hours = (x: number) => 2 * (1 - (1 + x / 2) * Math.exp(-x / 2));
    expect(mean(cut(exp(2), 1, 5)) / ((hours(5) - hours(1)) / (below(5) - below(1)))).toBeCloseTo(1, 12);
    // It has no memory: from 20 on, 2 more on average.
    expect(mean(cut(exp(2), 20, Infinity))).toBeCloseTo(22, 10);
    expect(standardDeviation(cut(exp(2), 20, Infinity))).toBeCloseTo(2, 8);
  });

  it('of uniform and triangular ones, which stay what they are or are cut at the mode', () => {
    expect(mean(cut({ kind: 'uniform', low: 1, high: 9 }, 2, 4))).toBeCloseTo(3, 13);
    const triangle: DistributionSpec = { kind: 'triangular', low: 0, mode: 3, high: 5 };
    expect(mean(cut(triangle, 0, 3))).toBeCloseTo(2, 13);
    expect(mean(cut(triangle, 3, 9))).toBeCloseTo(3 + 2 / 3, 13);
    expect(quantile(cut(triangle, 0, 3), 0.25)).toBeCloseTo(1.5, 9);
  });

  it('of a Weibull from 0 on, which is itself', () => {
    const d: DistributionSpec = { kind: 'weibull', shape: 0.6, scale: 2 };
    const whole = cut(d, 0, Infinity);
    expect(mean(whole) / mean(d)).toBeCloseTo(1, 12);
    expect(standardDeviation(whole) / standardDeviation(d)).toBeCloseTo(1, 10);
    for (const u of GRID) {
      expect(quantile(whole, u) / quantile(d, u), `at ${u}`).toBeCloseTo(1, 9);
      expect(lengthBiasedQuantile(whole, u) / lengthBiasedQuantile(d, u), `at ${u}`).toBeCloseTo(1, 8);
    }
  });
});

it('never leaves its bounds', () => {
  for (const d of [
    cut(exp(1), 0.1, 0.3),
    cut(ln(0, 2), 0.1, 0.3),
    cut({ kind: 'gamma', shape: 0.3, mean: 1 }, 0.1, 0.3),
  ])
    for (const u of [2 ** -53, 1e-16, ...GRID, 1 - 2 ** -53]) {
      expect(quantile(d, u)).toBeGreaterThanOrEqual(0.1);
      expect(quantile(d, u)).toBeLessThanOrEqual(0.3);
    }
});

it('is refused when nothing lies between the bounds, or a part inside is not a number', () => {
  expect(() => quantile(cut({ kind: 'uniform', low: 1, high: 2 }, 3, 4), 0.5)).toThrow(InvariantError);
  expect(() => checkDistribution(mix([0.5, 0.5], exp(1), exp(Number.NaN)))).toThrow(InvariantError);
  expect(() => checkDistribution(cut(mix([0.5, 0.5], exp(1), exp(Number.NaN)), 0, 1))).toThrow(InvariantError);
});
