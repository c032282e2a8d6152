/** Frailties: the draw of somebody's, and what is known of everybody's without asking for it, a bound for a fraction of the work. */
import { quantile } from './distributions.js';
import { type Chance, type Key, saltOf, uniform } from './draws.js';
import type { DistributionSpec } from './world.js';

/** Draws between two bounds are as many for each of them: so many upper bits of a draw tell which two. */
const CELL_BITS = 11;
const CELLS = 1 << CELL_BITS;
/** Room for the last digits of a quantile [relative]. */
const ROOM = 1 + 1e-9;

/** How frail people are: a draw each, the same whenever it is made. */
export class Frailty {
  /** Salt of the draws. */
  declare readonly salt: Key;
  /** True where that of everybody is 1. */
  declare readonly isEqual: boolean;
  declare private readonly distribution: DistributionSpec | null;

  /** @param distribution null where the frailty of everybody is 1. */
  constructor(distribution: DistributionSpec | null, chance: Chance) {
    this.salt = saltOf(chance, 'frailty');
    this.isEqual = distribution === null;
    this.distribution = distribution;
  }

  /** That of the person with a key. */
  at(high: number, low: number): number {
    if (this.distribution === null) return 1;
    return quantile(this.distribution, uniform(high, low, this.salt.high, this.salt.low, 0));
  }
}

/** Bounds on frailties. */
export class Frailties {
  /** No more than 1 / frailty of each person, and near it for all but one in two thousand; empty where it is 1 for everybody. */
  private readonly inverses: Float32Array;
  /** The same for a draw in each cell; nothing bounds the last. */
  private readonly bounds: Float32Array;

  constructor(distribution: DistributionSpec | null, people: number) {
    this.inverses = new Float32Array(distribution === null ? 0 : people);
    this.bounds = new Float32Array(CELLS).fill(1);
    if (distribution === null) return;
    this.bounds[CELLS - 1] = 0;
    for (let cell = 0; cell < CELLS - 1; cell++)
      this.bounds[cell] = 1 / (quantile(distribution, (cell + 1) / CELLS) * ROOM);
  }

  /** Notes so many people from one on, by the upper words of their draws. */
  note(first: number, count: number, draws: Int32Array): void {
    const { inverses, bounds } = this;
    for (let place = 0; place < count; place++) inverses[first + place] = bounds[draws[place] >>> (32 - CELL_BITS)];
  }

  /** Writes what is no more than 1 / frailty of so many people from one on. */
  bound(first: number, count: number, into: Float32Array): void {
    if (this.inverses.length === 0) into.fill(1, 0, count);
    else into.set(this.inverses.subarray(first, first + count));
  }

  /** The share of time that people spend inside in the long run, r/(1 + r) of load times frailty on average: roughly. */
  shareInside(load: number): number {
    let sum = 0;
    for (let cell = 0; cell < CELLS - 1; cell++) sum += load / (this.bounds[cell] + load);
    return sum / (CELLS - 1);
  }
}
