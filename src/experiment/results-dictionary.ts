import type { Costing, UnitCost } from '../scenarios/index.js';

/** What every id in the document means. */
export interface Dictionary {
  readonly measures: readonly MeasureEntry[];
  readonly services: readonly {
    readonly id: string;
    readonly label: string;
    readonly agency: string;
    readonly unit: string;
    /** What one unit is; left out by earlier versions. */
    readonly unitOne?: string;
    readonly staff: boolean;
    /** A record of who is where, which serves nobody: measures count it, and reports leave it out. */
    readonly record?: boolean;
    /** People are held there by the police. */
    readonly custody?: boolean;
    readonly standard: { readonly within: number; readonly share: number; readonly source: string } | null;
    /** What a unit of it costs; left out where the scenario does not say. */
    readonly unitCost?: UnitCost;
  }[];
  readonly agencies: readonly { readonly id: string; readonly label: string }[];
  /** How money is told; left out where no service states a unit cost. */
  readonly costing?: Costing;
  readonly needs: readonly { readonly id: string; readonly label: string }[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly label: string;
    readonly unmet: boolean;
    /** Who leaves so has died. */
    readonly fatal?: boolean;
  }[];
  readonly steps: readonly { readonly id: string; readonly pathway: string; readonly verb: string }[];
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
