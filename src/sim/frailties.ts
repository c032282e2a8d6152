/** The frailty of everybody: their draws, and what a draw says at most; the frailty itself where it is asked for. */
import { quantile } from './distributions.js';
import type { DistributionSpec } from './world.js';

/** Draws between two bounds are as many for each of them; the last bound is Infinity. */
const CELLS = 2048;
/** Room for the last digits of a quantile [relative]. */
const ROOM = 1 + 1e-9;

/** Frailties by draw. */
export class Frailties {
  /** The draw of each person's frailty; empty where it is 1 for everybody. */
  readonly draws: Float64Array;
  private readonly distribution: DistributionSpec | null;
  private readonly bounds: Float64Array;

  constructor(distribution: DistributionSpec | null, people: number) {
    this.distribution = distribution;
    this.draws = new Float64Array(distribution === null ? 0 : people);
    this.bounds = new Float64Array(CELLS).fill(Number.POSITIVE_INFINITY);
    if (distribution === null) return;
    for (let cell = 0; cell < CELLS - 1; cell++) this.bounds[cell] = quantile(distribution, (cell + 1) / CELLS) * ROOM;
  }

  /** A person's frailty. */
  of(person: number): number {
    return this.distribution === null ? 1 : quantile(this.distribution, this.draws[person]);
  }

  /** No less than a person's frailty, and near it for all but one in two thousand: for a fraction of the work. */
  atMost(person: number): number {
    return this.distribution === null ? 1 : this.bounds[(this.draws[person] * CELLS) | 0];
  }
}
