/**
 * The kit of measures: a measure declares its dimensions and how the log is folded into a dense column of cells, one
 * cell for each combination of ids in dictionary order. Replications are then combined in one of two ways (`Estimator`).
 */
import type { ClockLog } from '../sim/index.js';
import type { LevelBatch, OutcomeBatch, VisitBatch } from './batch.js';
import { cellsOf, type Dimension, decisionCells } from './dimensions.js';
import { once } from './once.js';
import type { Cell, MeasureEntry } from './results.js';
import type { WorldView } from './view.js';
import { HOUR } from './window.js';

/**
 * How the replications of a cell make an estimate. `mean`: their mean. `ratio`: the ratio of two totals over all of
 * them, so that a replication with few people does not weigh as much as one with many.
 */
export type Estimator = 'mean' | 'ratio';

/** Where a fold adds up: `cells`, and for a ratio what each is divided by. */
export interface Sums {
  readonly view: WorldView;
  readonly cells: Float64Array;
  readonly over: Float64Array;
}

/** What is done with each batch of a log. */
export interface Fold {
  readonly visits?: (batch: VisitBatch) => void;
  readonly outcomes?: (batch: OutcomeBatch) => void;
  readonly levels?: (batch: LevelBatch) => void;
  /** Time at risk by clock, once; of the measured period alone. */
  readonly clocks?: (log: ClockLog) => void;
  /** After the last batch, where the sums are not complete by then. */
  readonly finish?: () => void;
}

/** Unit in which a fold adds up, turned into the measure's own at the end. */
export type Adds =
  /** Events: divided by the weeks of the window. */
  | 'events'
  /** Seconds: divided by the weeks and made hours. */
  | 'seconds'
  /** The measure's own unit already. */
  | 'own';

/** What a measure file declares. */
export interface MeasureSpec extends Omit<MeasureEntry, 'kind' | 'dimensions'> {
  /** `decision` stands for the pair (step, option). */
  readonly dimensions: readonly Dimension[] | 'decision';
  readonly estimator?: Estimator;
  readonly adds?: Adds;
  /** Many cells can never hold anything: those that never did are left out of the results. */
  readonly isSparse?: boolean;
  /** What a cell counts as in a world that has no such cell; by default 0 of events and seconds, undefined of others. */
  readonly absent?: number;
  /** Places of the cells that are told, where a world cannot measure all of them. */
  readonly only?: (view: WorldView) => readonly number[];
  readonly fold: (sums: Sums) => Fold;
}

/** A fold under way in one replication of one world. */
export interface Tracker extends Fold {
  /** The sums as added up. */
  readonly sums: Sums;
  /** What the replication says: cells, and for a ratio what each is divided by after them. */
  readonly result: () => Float64Array;
}

/** A quantity of one world. */
export interface Measure extends MeasureEntry {
  readonly kind: 'measure' | 'weekly';
  readonly estimator: Estimator;
  readonly isSparse: boolean;
  /** What a cell counts as in a world that has no such cell: 0 of a total, undefined of a value. */
  readonly absent: number;
  readonly cells: (view: WorldView) => readonly Cell[];
  readonly begin: (view: WorldView) => Tracker;
}

/** Makes a measure of its declaration. */
export function measure(spec: MeasureSpec): Measure {
  const { fold, adds = 'events', estimator = 'mean', isSparse = false, dimensions, absent, only, ...entry } = spec;
  const all = once((view) => (dimensions === 'decision' ? decisionCells(view) : cellsOf(dimensions, view)));
  const places = only && once(only);
  const told = <Value>(values: readonly Value[], view: WorldView) =>
    places === undefined ? values : places(view).map((place) => values[place]!);
  return {
    ...entry,
    kind: dimensions.includes('week') ? 'weekly' : 'measure',
    dimensions: dimensions === 'decision' ? ['step', 'option'] : dimensions,
    estimator,
    isSparse,
    absent: absent ?? (adds === 'own' ? Number.NaN : 0),
    cells: (view) => told(all(view), view),
    begin(view) {
      const count = all(view).length;
      const sums = { view, cells: new Float64Array(count), over: new Float64Array(estimator === 'ratio' ? count : 0) };
      const factor =
        estimator === 'ratio' || adds === 'own' ? 1 : 1 / view.window.weeks / (adds === 'seconds' ? HOUR : 1);
      return {
        ...fold(sums),
        sums,
        result: () =>
          joined(
            picked(times(sums.cells, factor), places?.(view)),
            estimator === 'ratio' ? picked(sums.over, places?.(view)) : sums.over,
          ),
      };
    },
  };
}

function times(sums: Float64Array, factor: number): Float64Array {
  const values = new Float64Array(sums.length);
  for (let cell = 0; cell < sums.length; cell += 1) values[cell] = sums[cell]! * factor;
  return values;
}

function picked(values: Float64Array, places: readonly number[] | undefined): Float64Array {
  return places === undefined ? values : Float64Array.from(places, (place) => values[place]!);
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
