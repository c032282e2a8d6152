/**
 * Duration distributions, each as one monotone quantile function of one draw: no rejection and no pairs, so that the same
 * draw gives the longer of two stays in the world where stays are longer. All times in hours.
 */
import { exp, log, normalQuantile, unitExponential } from './arithmetic.js';
import { compositeOf } from './composite.js';
import { gammaQuantile, logGamma } from './gamma.js';
import { InvariantError } from './invariant.js';
import type { DistributionSpec } from './world.js';

/** The value below which a share u of the distribution lies, 0 < u < 1 [hours]. */
export function quantile(d: DistributionSpec, u: number): number {
  switch (d.kind) {
    case 'deterministic':
      return d.value;
    case 'exponential':
      return d.mean * unitExponential(u);
    case 'erlang':
    case 'gamma':
      return (d.mean / d.shape) * gammaQuantile(d.shape, u);
    case 'weibull':
      return d.scale * root(unitExponential(u), d.shape);
    case 'lognormal':
      return exp(d.mu + d.sigma * normalQuantile(u));
    case 'uniform':
      return d.low + u * (d.high - d.low);
    case 'triangular':
      return triangularQuantile(d.low, d.mode, d.high, u);
    case 'empirical':
      return d.values[pick(d.shares, u)];
    case 'mixture':
    case 'truncated':
      return compositeOf(d).quantile(u);
  }
}

/** Mean [hours]. */
export function mean(d: DistributionSpec): number {
  switch (d.kind) {
    case 'deterministic':
      return d.value;
    case 'exponential':
    case 'erlang':
    case 'gamma':
      return d.mean;
    case 'weibull':
      return d.scale * weibullMoment(d.shape, 1);
    case 'lognormal':
      return exp(d.mu + (d.sigma * d.sigma) / 2);
    case 'uniform':
      return (d.low + d.high) / 2;
    case 'triangular':
      return (d.low + d.mode + d.high) / 3;
    case 'empirical':
      return d.values.reduce((sum, value, index) => sum + value * d.shares[index], 0);
    case 'mixture':
    case 'truncated':
      return compositeOf(d).mean;
  }
}

/** Standard deviation [hours]. */
export function standardDeviation(d: DistributionSpec): number {
  switch (d.kind) {
    case 'deterministic':
      return 0;
    case 'exponential':
      return d.mean;
    case 'erlang':
    case 'gamma':
      return d.mean / Math.sqrt(d.shape);
    case 'weibull': {
      const first = weibullMoment(d.shape, 1);
      return d.scale * Math.sqrt(weibullMoment(d.shape, 2) - first * first);
    }
    case 'lognormal':
      return mean(d) * Math.sqrt(exp(d.sigma * d.sigma) - 1);
    case 'uniform':
      return (d.high - d.low) / Math.sqrt(12);
    case 'triangular': {
      const { low: a, mode: c, high: b } = d;
      return Math.sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18);
    }
    case 'empirical': {
      const centre = mean(d);
      return Math.sqrt(
        d.values.reduce((sum, value, index) => sum + (value - centre) * (value - centre) * d.shares[index], 0),
      );
    }
    case 'mixture':
    case 'truncated':
      return compositeOf(d).standardDeviation;
  }
}

/**
 * Quantile of the length-biased law, density x·f(x)/mean: the whole stay of somebody who is found inside, since long
 * stays are met more often. Source: Cox (1962), Renewal Theory, section 5.
 */
export function lengthBiasedQuantile(d: DistributionSpec, u: number): number {
  switch (d.kind) {
    case 'deterministic':
      return d.value;
    case 'exponential':
      return d.mean * gammaQuantile(2, u);
    case 'erlang':
    case 'gamma':
      return (d.mean / d.shape) * gammaQuantile(d.shape + 1, u);
    case 'weibull':
      // (x / scale)^shape is a unit exponential; biased by length it is gamma of shape 1 + 1 / shape.
      return d.scale * root(gammaQuantile(1 + 1 / d.shape, u), d.shape);
    case 'lognormal':
      return exp(d.mu + d.sigma * d.sigma + d.sigma * normalQuantile(u));
    case 'uniform':
      return Math.sqrt(d.low * d.low + u * (d.high * d.high - d.low * d.low));
    case 'triangular':
      return triangularBiasedQuantile(d.low, d.mode, d.high, u);
    case 'empirical': {
      const total = mean(d);
      if (total === 0) return 0;
      return d.values[
        pick(
          d.values.map((value, index) => (value * d.shares[index]) / total),
          u,
        )
      ];
    }
    case 'mixture':
    case 'truncated':
      return compositeOf(d).lengthBiasedQuantile(u);
  }
}

/** The root of x > 0 of a degree that need not be whole. */
function root(x: number, degree: number): number {
  return degree === 1 ? x : exp(log(x) / degree);
}

/** n-th moment of a Weibull distribution of scale 1: Γ(1 + n / shape). */
export function weibullMoment(shape: number, n: number): number {
  return exp(logGamma(1 + n / shape));
}

function triangularQuantile(low: number, mode: number, high: number, u: number): number {
  const span = high - low;
  if (span === 0) return low;
  if (u * span < mode - low) return low + Math.sqrt(u * span * (mode - low));
  return high - Math.sqrt((1 - u) * span * (high - mode));
}

/** By bisection on the exact distribution function of the biased law, a cubic on either side of the mode. */
function triangularBiasedQuantile(low: number, mode: number, high: number, u: number): number {
  const span = high - low;
  if (span === 0) return low;
  const target = (u * (low + mode + high)) / 3;
  const below = (x: number): number => {
    const left = Math.min(x, mode);
    let sum = 0;
    if (mode > low) sum += (2 / (span * (mode - low))) * (cube(left, low) - cube(low, low));
    if (x > mode) sum += (2 / (span * (high - mode))) * (cube(mode, high) - cube(x, high));
    return sum;
  };
  // Integral of y(y − a) dy up to x.
  const cube = (x: number, a: number): number => (x * x * x) / 3 - (a * x * x) / 2;
  let from = low;
  let to = high;
  for (let step = 0; step < 60; step++) {
    const middle = (from + to) / 2;
    if (below(middle) < target) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** The index whose cumulated share first exceeds u. */
function pick(shares: readonly number[], u: number): number {
  let below = 0;
  const last = shares.length - 1;
  for (let index = 0; index < last; index++) {
    below += shares[index];
    if (u < below) return index;
  }
  return last;
}

/** Refuses a distribution that cannot be one: compiled tables are checked once, at the border. */
export function checkDistribution(d: DistributionSpec): void {
  if (d.kind === 'mixture') d.parts.forEach(checkDistribution);
  if (d.kind === 'truncated') checkDistribution(d.of);
  const parts = Object.values(d).flatMap((part) => (typeof part === 'object' ? part : [part]));
  if (parts.some((part) => typeof part === 'number' && Number.isNaN(part))) {
    throw new InvariantError(`a ${d.kind} distribution with a part that is not a number`);
  }
}
