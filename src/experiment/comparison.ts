import type { VisitBatch } from './batch.js';
import type { Pair, Side } from './pair.js';
import type { Cell, MeasureEntry } from './results.js';
import type { TwinEpisode } from './twins.js';

/** A comparison under way, in one replication of two worlds. */
export interface ComparisonFold {
  /** A batch of one world's visits. The worlds' batches come in turn, week by week. */
  readonly visits?: (side: Side, batch: VisitBatch) => void;
  /** An episode that is over in both worlds, or, at the end, that only one of them had. */
  readonly episode?: (episode: TwinEpisode) => void;
  /**
   * What the replication says, cell by cell.
   * @param sums The sums of a measure in either world, as they were added up (hours in whole seconds).
   */
  readonly finish: (sums: (side: Side, measure: string) => Float64Array) => Float64Array;
}

/** A quantity of a policy world and the baseline together, got by matching the twins. */
export interface Comparison extends MeasureEntry {
  readonly kind: 'comparison';
  readonly isSparse: boolean;
  readonly cells: (pair: Pair) => readonly Cell[];
  readonly begin: (pair: Pair) => ComparisonFold;
}
