/** A duration distribution laid out for the loop: the commonest kinds are answered from two numbers, the others by their specification. */
import { exp, findNormal, normal, unitExponential } from './arithmetic.js';
import { checkDistribution, lengthBiasedQuantile, quantile } from './distributions.js';
import { uniform } from './draws.js';
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
  /** The value found last [hours], and the share of values below it: here, since a number that is handed on may need a box. */
  declare hours: number;
  declare private share: number;

  /** @throws InvariantError when a part of the specification is not a number. */
  constructor(spec: DistributionSpec) {
    checkDistribution(spec);
    this.kind = kindOf(spec);
    // Begun with what is no whole number, they are numbers with a fraction to the compiler, whatever comes first.
    this.first = NEVER;
    this.second = NEVER;
    this.spec = spec;
    this.hours = NEVER;
    this.share = NEVER;
    if (spec.kind === 'deterministic') this.first = spec.value;
    if (spec.kind === 'exponential') this.first = spec.mean;
    if (spec.kind !== 'lognormal') return;
    this.first = spec.mu;
    this.second = spec.sigma;
  }

  /** Draws at a salted address, into `hours`. Where every draw gives the same value none is made. */
  draw(high: number, low: number, saltHigh: number, saltLow: number, count: number): void {
    if (this.kind !== FIXED) this.share = uniform(high, low, saltHigh, saltLow, count);
    this.find();
  }

  /** The value below which a share u lies, 0 < u < 1 [hours]. */
  at(u: number): number {
    this.share = u;
    this.find();
    return this.hours;
  }

  /** Whole length, from beginning to end, of a stay met in progress [hours]. */
  lengthBiasedAt(u: number): number {
    return lengthBiasedQuantile(this.spec, u);
  }

  /** What is left of a duration that has lasted so long [hours]. */
  residualAt(over: number, u: number): number {
    return residualQuantile(this.spec, over, u);
  }

  private find(): void {
    const { kind, first, share } = this;
    // The commonest stands before the calls that are given a share, so that the compiler makes no box for it here.
    if (kind === LOGNORMAL) {
      normal.share = share;
      findNormal();
      this.hours = exp(first + this.second * normal.value);
    } else if (kind === EXPONENTIAL) {
      this.hours = first * unitExponential(share);
    } else if (kind === FIXED) {
      this.hours = first;
    } else {
      this.hours = quantile(this.spec, share);
    }
  }
}

function kindOf({ kind }: DistributionSpec): number {
  if (kind === 'deterministic') return FIXED;
  if (kind === 'exponential') return EXPONENTIAL;
  return kind === 'lognormal' ? LOGNORMAL : OTHER;
}
