/** A duration distribution laid out for the loop: the commonest kinds are answered from two numbers, the others by their specification. */
import { exp, normalQuantile, unitExponential } from './arithmetic.js';
import { checkDistribution, lengthBiasedQuantile, quantile } from './distributions.js';
import { NEVER } from './log.js';
import { residualQuantile } from './residual.js';
import type { DistributionSpec } from './world.js';

const FIXED = 0;
const EXPONENTIAL = 1;
const LOGNORMAL = 2;
const OTHER = 3;

/** One distribution of a world. All times in hours. */
export class Duration {
  declare private readonly kind: number;
  /** The value, the mean, or mu; then sigma. */
  declare private readonly first: number;
  declare private readonly second: number;
  declare private readonly spec: DistributionSpec;

  /** @throws InvariantError when a part of the specification is not a number. */
  constructor(spec: DistributionSpec) {
    checkDistribution(spec);
    const [kind, first, second] = laidOut(spec);
    this.kind = kind;
    this.first = first;
    this.second = second;
    this.spec = spec;
  }

  /** The value below which a share u lies, 0 < u < 1 [hours]. */
  at(u: number): number {
    switch (this.kind) {
      case FIXED:
        return this.first;
      case EXPONENTIAL:
        return this.first * unitExponential(u);
      case LOGNORMAL:
        return exp(this.first + this.second * normalQuantile(u));
      default:
        return quantile(this.spec, u);
    }
  }

  /** Whole length, from beginning to end, of a stay met in progress [hours]. */
  lengthBiasedAt(u: number): number {
    return lengthBiasedQuantile(this.spec, u);
  }

  /** What is left of a duration that has lasted so long [hours]. */
  residualAt(over: number, u: number): number {
    return residualQuantile(this.spec, over, u);
  }

  /** True where every draw gives the same value, so that none need be made. */
  get isFixed(): boolean {
    return this.kind === FIXED;
  }
}

function laidOut(spec: DistributionSpec): readonly [kind: number, first: number, second: number] {
  if (spec.kind === 'deterministic') return [FIXED, spec.value, NEVER];
  if (spec.kind === 'exponential') return [EXPONENTIAL, spec.mean, NEVER];
  if (spec.kind === 'lognormal') return [LOGNORMAL, spec.mu, spec.sigma];
  return [OTHER, NEVER, NEVER];
}
