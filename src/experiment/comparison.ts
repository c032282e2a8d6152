import type { Estimator } from './measure.js';
import type { Pair } from './pair.js';
import type { PairTotals } from './pair-totals.js';
import type { Cell, MeasureEntry } from './results.js';
import type { Returns } from './returns.js';
import type { TwinEpisode } from './twin-episode.js';

/** A comparison under way, in one replication of two worlds. */
export interface ComparisonFold {
  /** An episode that differs between the worlds, or that only one of them has. It is read anew for the next one. */
  readonly episode?: (episode: TwinEpisode) => void;
  /**
   * What the replication says, cell by cell; of a ratio, what stands above the line and then, cell by cell, below.
   * Throws an InvariantError when an account does not close.
   */
  readonly finish: (totals: PairTotals) => Float64Array;
}

/** A quantity of a policy world and the baseline together, got by matching the twins. */
export interface Comparison extends MeasureEntry {
  readonly kind: 'comparison';
  readonly estimator: Estimator;
  readonly isSparse: boolean;
  readonly cells: (pair: Pair) => readonly Cell[];
  readonly begin: (pair: Pair, returns: Returns) => ComparisonFold;
}

/** What a comparison's file declares. */
export type ComparisonSpec = Omit<Comparison, 'kind' | 'better' | 'estimator' | 'isSparse'> &
  Partial<Pick<Comparison, 'estimator' | 'isSparse'>>;

/** Makes a comparison of its declaration: a mean over replications with all its cells, unless it says otherwise. */
export function comparison(spec: ComparisonSpec): Comparison {
  return { estimator: 'mean', isSparse: false, ...spec, kind: 'comparison', better: 'neither' };
}
