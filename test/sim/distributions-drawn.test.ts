/**
 * A million keyed draws of each distribution against its own law: Kolmogorov-Smirnov, and mean and variance. The laws are
 * computed by jStat, which shares nothing with the quantiles judged. Seeds are fixed; the level of all tests together is
 * about one in a thousand (a KS statistic of 2.3, and 4.3 standard errors).
 */
/// <reference path="../../src/experiment/jstat.d.ts" />
import jstat from 'jstat';
import { expect, it } from 'vitest';
import { keyOf, Salts, seedWords, uniform } from '../../src/sim/draws.js';
import { Duration } from '../../src/sim/durations.js';
import { type DistributionSpec, mean, standardDeviation } from '../../src/sim/index.js';
import { integrate } from '../support/quadrature.js';
import { expectFound } from '../support/verification/told.js';

const DRAWS = 1_000_000;
const laws = jstat as unknown as Record<string, { cdf: (x: number, ...parts: number[]) => number }>;
const law =
  (name: string, ...parts: number[]) =>
  (x: number) =>
    laws[name]!.cdf(x, ...parts);

const between1And3 = law('lognormal', 0.2, 0.5)(3) - law('lognormal', 0.2, 0.5)(1);

/** Fourth moment about the mean over the squared variance, from the first four moments about 0. */
function kurtosisOf(m1: number, m2: number, m3: number, m4: number): number {
  return (m4 - 4 * m1 * m3 + 6 * m1 ** 2 * m2 - 3 * m1 ** 4) / (m2 - m1 ** 2) ** 2;
}

/** A moment about 0 of a lognormal(0.2, 0.5) that lies between 1 and 3. */
function moment1To3(power: number): number {
  const density = (x: number) => Math.exp(-(((Math.log(x) - 0.2) / 0.5) ** 2) / 2) / (x * 0.5 * Math.sqrt(2 * Math.PI));
  return integrate((x) => x ** power * density(x), 1, 3, 20) / between1And3;
}

/** A distribution, its law by jStat, and its fourth moment about the mean over the squared variance (for the spread). */
const CASES: Readonly<Record<string, readonly [DistributionSpec, (x: number) => number, kurtosis: number]>> = {
  exponential: [{ kind: 'exponential', mean: 2 }, law('exponential', 0.5), 9],
  erlang: [{ kind: 'erlang', shape: 3, mean: 6 }, law('gamma', 3, 2), 3 + 6 / 3],
  gamma: [{ kind: 'gamma', shape: 2.5, mean: 5 }, law('gamma', 2.5, 2), 3 + 6 / 2.5],
  'gamma, steep': [{ kind: 'gamma', shape: 0.4, mean: 0.4 }, law('gamma', 0.4, 1), 3 + 6 / 0.4],
  weibull: [{ kind: 'weibull', shape: 2, scale: 3 }, law('weibull', 3, 2), 3.245],
  lognormal: [
    { kind: 'lognormal', mu: 0.2, sigma: 0.5 },
    law('lognormal', 0.2, 0.5),
    Math.E + 2 * Math.E ** 0.75 + 3 * Math.E ** 0.5 - 3,
  ],
  uniform: [{ kind: 'uniform', low: 1, high: 4 }, law('uniform', 1, 4), 1.8],
  triangular: [{ kind: 'triangular', low: 1, mode: 2, high: 5 }, law('triangular', 1, 5, 2), 2.4],
  mixture: [
    {
      kind: 'mixture',
      parts: [
        { kind: 'exponential', mean: 1 },
        { kind: 'erlang', shape: 3, mean: 6 },
      ],
      shares: [0.6, 0.4],
    },
    (x) => 0.6 * law('exponential', 1)(x) + 0.4 * law('gamma', 3, 2)(x),
    kurtosisOf(0.6 * 1 + 0.4 * 6, 0.6 * 2 + 0.4 * 48, 0.6 * 6 + 0.4 * 480, 0.6 * 24 + 0.4 * 5760),
  ],
  truncated: [
    { kind: 'truncated', of: { kind: 'lognormal', mu: 0.2, sigma: 0.5 }, low: 1, high: 3 },
    (x) => (law('lognormal', 0.2, 0.5)(x) - law('lognormal', 0.2, 0.5)(1)) / between1And3,
    kurtosisOf(moment1To3(1), moment1To3(2), moment1To3(3), moment1To3(4)),
  ],
};

function drawn(name: string, spec: DistributionSpec): Float64Array {
  const duration = new Duration(spec);
  const salts = new Salts([name], { seed: seedWords('drawn'), replication: 0 });
  return Float64Array.from({ length: DRAWS }, (_, place) => {
    const { high, low } = keyOf('onset', 'anyshire', place);
    return duration.at(uniform(high, low, salts.high[0]!, salts.low[0]!, 0));
  }).sort();
}

/** Kolmogorov-Smirnov: how far ascending values are from their law, at every so-manyth, times the root of their number. */
function apartFrom(cdf: (x: number) => number, values: Float64Array, every: number): number {
  let apart = 0;
  for (let place = 0; place < values.length; place += every)
    apart = Math.max(apart, Math.abs(cdf(values[place]!) - (place + 0.5) / values.length));
  return Math.sqrt(values.length) * apart;
}

let apart = 0;

it.each(Object.entries(CASES))('%s', (name, [spec, cdf, kurtosis]) => {
  const values = drawn(name, spec);
  const sum = values.reduce((all, value) => all + value, 0);
  const centre = sum / DRAWS;
  const variance = values.reduce((total, value) => total + (value - centre) ** 2, 0) / DRAWS;
  // Every hundredth: the law is smooth, and jStat is slow. What is between can add no more than 1e-4.
  const found = apartFrom(cdf, values, 100);
  expect(found).toBeLessThan(2.3);
  apart = Math.max(apart, found);
  const sd = standardDeviation(spec);
  expect(Math.abs(centre - mean(spec)) / (sd / Math.sqrt(DRAWS))).toBeLessThan(4.3);
  expect(Math.abs(variance / sd ** 2 - 1) / Math.sqrt((kurtosis - 1) / DRAWS)).toBeLessThan(4.3);
});

it('all of them are told as found in docs/verification.md', () => {
  expectFound(
    'Distributions are what they are called',
    `${Object.keys(CASES).length} laws, ${DRAWS} draws of each: the largest Kolmogorov-Smirnov statistic ${apart.toFixed(2)} (limit 2.3)`,
  );
});

it('mixture with a value of its own', () => {
  const parts: DistributionSpec[] = [
    { kind: 'deterministic', value: 1 },
    { kind: 'exponential', mean: 2 },
  ];
  const values = drawn('atom', { kind: 'mixture', parts, shares: [0.3, 0.7] });
  const others = values.filter((value) => value !== 1);
  const count = DRAWS - others.length;
  expect(Math.abs(count - 0.3 * DRAWS) / Math.sqrt(DRAWS * 0.3 * 0.7)).toBeLessThan(4.3);
  expect(apartFrom(law('exponential', 0.5), others, 100)).toBeLessThan(2.3);
});
