/**
 * Mixtures and truncated distributions, of any depth, as what they come to: smooth pieces and values with a probability of
 * their own. From these follow exact moments, the law of stays met in progress, and one monotone quantile function.
 */
import { exp } from './arithmetic.js';
import { InvariantError } from './invariant.js';
import { Inverse } from './inverse.js';
import { Kept } from './kept.js';
import { biasedPiece, type Family, type Piece, weightBetween } from './pieces.js';
import type { DistributionSpec } from './step.js';

/** A value that is met with a probability of its own. */
export interface Atom {
  readonly at: number;
  readonly share: number;
}

/** A law as the sum of its parts; the shares of all parts add to `mass` (1 for a distribution). */
export interface Law {
  readonly pieces: readonly Piece[];
  readonly atoms: readonly Atom[];
}

const FOREVER = Number.POSITIVE_INFINITY;
const known = new WeakMap<DistributionSpec, Composite>();
/** By content: a run copies its tables, and a quantile function is worth making once. */
const byContent = new Kept<string, Composite>(500);

/** The law of a mixture or a truncated distribution, made once for all that say the same. */
export function compositeOf(d: DistributionSpec): Composite {
  const before = known.get(d);
  if (before !== undefined) return before;
  const content = JSON.stringify(d);
  let found = byContent.get(content);
  if (found === undefined) {
    found = new Composite(lawOf(d));
    byContent.keep(content, found);
  }
  known.set(d, found);
  return found;
}

/** Moments and quantiles of a law; what takes long to make is made when it is first asked for. */
export class Composite {
  readonly mean: number;
  readonly standardDeviation: number;
  private readonly law: Law;
  private inverse: Inverse | null = null;
  private biasedInverse: Inverse | null = null;

  constructor(law: Law) {
    const biased = biasedLaw(law);
    this.law = law;
    this.mean = massOf(biased);
    this.standardDeviation = Math.sqrt(Math.max(0, massOf(biasedLaw(biased)) - this.mean * this.mean));
  }

  /** The value below which a share u lies, 0 < u < 1 [hours]. */
  quantile(u: number): number {
    this.inverse ??= new Inverse(this.law);
    return this.inverse.at(u);
  }

  /** The same of the length-biased law [hours]. */
  lengthBiasedQuantile(u: number): number {
    if (this.mean === 0) return 0;
    this.biasedInverse ??= new Inverse(biasedLaw(this.law));
    return this.biasedInverse.at(u);
  }
}

/** Probability that a distribution lies between two bounds, both included: 0 where nothing is left to cut to. */
export function shareBetween(d: DistributionSpec, low: number, high: number): number {
  return massOf(cut(lawOf(d), low, high));
}

/** The greatest value that a distribution can take: Infinity where there is none [hours]. */
export function longest(d: DistributionSpec): number {
  const { pieces, atoms } = lawOf(d);
  return Math.max(...pieces.map(({ high }) => high), ...atoms.map(({ at }) => at));
}

function massOf({ pieces, atoms }: Law): number {
  const smooth = pieces.reduce((sum, piece) => sum + weightBetween(piece, piece.low, piece.high), 0);
  return atoms.reduce((sum, atom) => sum + atom.share, smooth);
}

function biasedLaw({ pieces, atoms }: Law): Law {
  return {
    pieces: pieces.map(biasedPiece),
    atoms: atoms.map(({ at, share }) => ({ at, share: share * at })).filter(({ share }) => share > 0),
  };
}

function cut({ pieces, atoms }: Law, low: number, high: number): Law {
  return {
    pieces: pieces
      .map((piece) => ({ ...piece, low: Math.max(piece.low, low), high: Math.min(piece.high, high) }))
      .filter((piece) => piece.low < piece.high),
    atoms: atoms.filter(({ at }) => at >= low && at <= high),
  };
}

function times({ pieces, atoms }: Law, factor: number): Law {
  return {
    pieces: pieces.map((piece) => ({ ...piece, weight: piece.weight * factor })),
    atoms: atoms.map(({ at, share }) => ({ at, share: share * factor })),
  };
}

function lawOf(d: DistributionSpec): Law {
  switch (d.kind) {
    case 'deterministic':
      return atom(d.value);
    case 'empirical':
      return {
        pieces: [],
        atoms: d.values.map((at, index) => ({ at, share: d.shares[index] })).filter(({ share }) => share > 0),
      };
    case 'exponential':
      return smooth({ kind: 'gamma', shape: 1, scale: d.mean, power: 1 });
    case 'erlang':
    case 'gamma':
      return smooth({ kind: 'gamma', shape: d.shape, scale: d.mean / d.shape, power: 1 });
    case 'weibull':
      return smooth({ kind: 'gamma', shape: 1, scale: d.scale, power: d.shape });
    case 'lognormal':
      return d.sigma === 0 ? atom(exp(d.mu)) : smooth({ kind: 'lognormal', mu: d.mu, sigma: d.sigma });
    case 'uniform':
      return d.low === d.high ? atom(d.low) : rising(d.low, d.high, [1 / (d.high - d.low)]);
    case 'triangular': {
      const { low, mode, high } = d;
      if (low === high) return atom(low);
      const span = high - low;
      const rise = low < mode ? rising(low, mode, [0, 2 / (span * (mode - low))]).pieces : [];
      const slope = [0, 2 / (span * (high - mode))];
      const fall: Family = { kind: 'polynomial', from: high, sign: -1, coefficients: slope };
      return { pieces: [...rise, ...(mode < high ? smooth(fall, mode, high).pieces : [])], atoms: [] };
    }
    case 'mixture': {
      const parts = d.parts.map((part, index) => times(lawOf(part), d.shares[index]));
      return { pieces: parts.flatMap((part) => part.pieces), atoms: parts.flatMap((part) => part.atoms) };
    }
    case 'truncated': {
      const left = cut(lawOf(d.of), d.low, d.high);
      const mass = massOf(left);
      if (!(mass > 0)) throw new InvariantError(`a truncated distribution with nothing between ${d.low} and ${d.high}`);
      return times(left, 1 / mass);
    }
  }
}

function atom(at: number): Law {
  return { pieces: [], atoms: [{ at, share: 1 }] };
}

function smooth(family: Family, low = 0, high = FOREVER): Law {
  return { pieces: [{ weight: 1, low, high, family }], atoms: [] };
}

function rising(low: number, high: number, coefficients: readonly number[]): Law {
  return smooth({ kind: 'polynomial', from: low, sign: 1, coefficients }, low, high);
}
