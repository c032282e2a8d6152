/**
 * Smooth pieces that mixtures and truncated distributions are made of: a density on an interval, whose probabilities keep
 * their digits in both tails, and which has a closed form again when it is biased by length.
 */
import { exp, log } from './arithmetic.js';
import { gammaTails, logGamma } from './gamma.js';

/** The part between `low` and `high` of one of three families of densities, times a weight. */
export interface Piece {
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  readonly family: Family;
}

/** A density over hours x > 0. */
export type Family =
  /** x = scale × G^(1/power), G gamma of that shape: exponential, Erlang, gamma, Weibull. */
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number; readonly power: number }
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  /** Coefficients of 1, y, y², … where y is how far x lies above `from` (or below it, with `sign` −1). */
  | {
      readonly kind: 'polynomial';
      readonly from: number;
      readonly sign: 1 | -1;
      readonly coefficients: readonly number[];
    };

const SQRT_TWO_PI = 2.5066282746310002;

/** Probability that the family gives to (from, to), as the difference of the smaller tails. */
function between(family: Family, from: number, to: number): number {
  if (family.kind === 'polynomial') {
    const near = family.sign > 0 ? from - family.from : family.from - to;
    const far = family.sign > 0 ? to - family.from : family.from - from;
    return integral(family.coefficients, far) - integral(family.coefficients, near);
  }
  const [below, above] = tails(family, from);
  const [belowTo, aboveTo] = tails(family, to);
  return below > 0.5 ? above - aboveTo : belowTo - below;
}

/** Probability below and above x. */
function tails(family: Exclude<Family, { kind: 'polynomial' }>, x: number): readonly [number, number] {
  if (x <= 0) return [0, 1];
  if (x === Number.POSITIVE_INFINITY) return [1, 0];
  if (family.kind === 'gamma') return gammaTails(family.shape, (log(x) - log(family.scale)) * family.power);
  // Half the square of a normal deviate is gamma of shape a half.
  const z = (log(x) - family.mu) / family.sigma;
  if (z === 0) return [0.5, 0.5];
  const [inner, outer] = gammaTails(0.5, log((z * z) / 2));
  return z < 0 ? [outer / 2, 0.5 + inner / 2] : [0.5 + inner / 2, outer / 2];
}

/** Probability of a piece between two points: only what lies inside of it counts. */
export function weightBetween(piece: Piece, from: number, to: number): number {
  const low = Math.max(from, piece.low);
  const high = Math.min(to, piece.high);
  return low < high ? piece.weight * Math.max(0, between(piece.family, low, high)) : 0;
}

/** x times the density of a piece at x: the density of log x. */
export function logScaleDensity(piece: Piece, x: number): number {
  if (x < piece.low || x > piece.high) return 0;
  const { family, weight } = piece;
  switch (family.kind) {
    case 'gamma': {
      const y = (log(x) - log(family.scale)) * family.power;
      return weight * family.power * exp(family.shape * y - exp(y) - logGamma(family.shape));
    }
    case 'lognormal': {
      const z = (log(x) - family.mu) / family.sigma;
      return (weight * exp((-z * z) / 2)) / (family.sigma * SQRT_TWO_PI);
    }
    case 'polynomial': {
      const y = family.sign * (x - family.from);
      return weight * x * Math.max(0, valueAt(family.coefficients, y));
    }
  }
}

/** The piece with its density multiplied by x. */
export function biasedPiece(piece: Piece): Piece {
  const { family, weight } = piece;
  switch (family.kind) {
    case 'gamma': {
      const shape = family.shape + 1 / family.power;
      const mean = family.scale * exp(logGamma(shape) - logGamma(family.shape));
      return { ...piece, weight: weight * mean, family: { ...family, shape } };
    }
    case 'lognormal': {
      const square = family.sigma * family.sigma;
      const mean = exp(family.mu + square / 2);
      return { ...piece, weight: weight * mean, family: { ...family, mu: family.mu + square } };
    }
    case 'polynomial': {
      const { from, sign, coefficients } = family;
      const times = [...coefficients, 0].map(
        (coefficient, n) => from * coefficient + sign * (n > 0 ? coefficients[n - 1] : 0),
      );
      return { ...piece, family: { ...family, coefficients: times } };
    }
  }
}

function valueAt(coefficients: readonly number[], y: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * y + coefficient, 0);
}

/** Integral from 0 to y. */
function integral(coefficients: readonly number[], y: number): number {
  return y * coefficients.reduceRight((sum, coefficient, n) => sum * y + coefficient / (n + 1), 0);
}
