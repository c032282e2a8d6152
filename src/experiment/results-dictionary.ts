import type { ScenarioDictionary } from '../scenarios/index.js';

/** What every id in the document means. */
export interface Dictionary extends ScenarioDictionary {
  readonly measures: readonly MeasureEntry[];
}

/** One measure or comparison. */
export interface MeasureEntry {
  readonly id: string;
  readonly label: string;
  /** As printed after the number, e.g. `staff hours a week`, `hours`, `share`. */
  readonly unit: string;
  readonly dimensions: readonly string[];
  readonly better: 'lower' | 'higher' | 'neither';
  /** What it is and how it is computed, one or two sentences. */
  readonly description: string;
  /**
   * `measure` is a quantity of one world; `comparison` of a policy world against the baseline; `weekly` of one world, week
   * by week.
   */
  readonly kind: 'measure' | 'comparison' | 'weekly';
}
