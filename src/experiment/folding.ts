/** Folds the logs of all worlds of a replication into cells, batch by batch as they come. */
import type { LevelLog, LogReader, OutcomeLog, VisitLog } from '../sim/index.js';
import { LevelBatch, OutcomeBatch, VisitBatch } from './batch.js';
import type { ComparisonFold } from './comparison.js';
import { comparisons } from './comparisons/index.js';
import type { Tracker } from './measure.js';
import { measures } from './measures/index.js';
import { BASELINE, type Pair, POLICY, pairOf, type Side } from './pair.js';
import { PairTotals } from './pair-totals.js';
import { Twins } from './twins.js';
import { type Member, viewOf, type WorldView } from './view.js';
import { weeklySeries } from './weekly/index.js';
import { WorldTotals } from './world-totals.js';

/** Worlds made ready to be replicated: the first is the baseline, and each other one is paired with it. */
export interface Setting {
  readonly views: readonly WorldView[];
  readonly pairs: readonly Pair[];
}

/** Makes worlds ready. */
export function settingOf(members: readonly Pick<Member, 'world' | 'dictionary'>[]): Setting {
  const views = members.map(viewOf);
  return { views, pairs: views.slice(1).map((view) => pairOf(views[0]!, view)) };
}

/** The comparisons of one pair of worlds under way. */
class Comparing {
  private readonly folds: readonly ComparisonFold[];
  private readonly twins: Twins;

  constructor(private readonly pair: Pair) {
    this.twins = new Twins(pair, (episode) => {
      for (const fold of this.folds) fold.episode?.(episode);
    });
    this.folds = comparisons.map((comparison) => comparison.begin(pair, this.twins.returns));
  }

  visits(side: Side, batch: VisitBatch): void {
    this.twins.visits(side, batch);
  }

  outcomes(side: Side, batch: OutcomeBatch): void {
    this.twins.outcomes(side, batch);
  }

  finish(totals: readonly [WorldTotals, WorldTotals]): Float64Array[] {
    this.twins.finish();
    const both = new PairTotals(this.pair, totals, this.twins.unchanged);
    return this.folds.map((fold) => fold.finish(both));
  }
}

/** A comparison that a world takes part in, and as which of the two. */
interface Part {
  readonly comparing: Comparing;
  readonly side: Side;
}

/** Reads one world's log for its measures and for the comparisons that it takes part in. */
class WorldReader implements LogReader {
  /** Of each measure, then of each weekly series. */
  private readonly trackers: readonly Tracker[];
  private readonly visitBatch: VisitBatch;
  private readonly outcomeBatch: OutcomeBatch;
  private readonly levelBatch: LevelBatch;
  /** Totals for the accounts of its comparisons. */
  readonly totals: WorldTotals;

  constructor(
    view: WorldView,
    private readonly parts: readonly Part[],
  ) {
    this.trackers = [...measures, ...weeklySeries].map((measure) => measure.begin(view));
    this.visitBatch = new VisitBatch(view);
    this.outcomeBatch = new OutcomeBatch(view);
    this.levelBatch = new LevelBatch(view);
    this.totals = new WorldTotals(view);
  }

  visits(log: VisitLog): void {
    this.visitBatch.read(log);
    for (const tracker of this.trackers) tracker.visits?.(this.visitBatch);
    if (this.parts.length > 0) this.totals.visits(this.visitBatch);
    for (const { comparing, side } of this.parts) comparing.visits(side, this.visitBatch);
  }

  outcomes(log: OutcomeLog): void {
    this.outcomeBatch.read(log);
    for (const tracker of this.trackers) tracker.outcomes?.(this.outcomeBatch);
    for (const { comparing, side } of this.parts) comparing.outcomes(side, this.outcomeBatch);
  }

  levels(log: LevelLog): void {
    this.levelBatch.read(log);
    for (const tracker of this.trackers) tracker.levels?.(this.levelBatch);
    if (this.parts.length > 0) this.totals.levels(this.levelBatch);
  }

  /** What each measure and each weekly series says, in the order of their ids. */
  finish(): { readonly measures: Float64Array[]; readonly weekly: Float64Array[] } {
    for (const tracker of this.trackers) tracker.finish?.();
    const said = this.trackers.map((tracker) => tracker.result());
    return { measures: said.slice(0, measures.length), weekly: said.slice(measures.length) };
  }
}

/** The folds of one replication under way: a reader for each world. */
export class Folding {
  readonly readers: readonly WorldReader[];
  private readonly comparing: readonly Comparing[];

  constructor({ views, pairs }: Setting) {
    this.comparing = pairs.map((pair) => new Comparing(pair));
    const asBaseline = this.comparing.map((comparing) => ({ comparing, side: BASELINE }) as const);
    this.readers = views.map((view, world) => {
      const comparing = this.comparing[world - 1];
      return new WorldReader(view, comparing === undefined ? asBaseline : [{ comparing, side: POLICY }]);
    });
  }

  /** What each world says, and each comparison of a policy world with the baseline. */
  finish(): {
    readonly worlds: readonly { readonly measures: Float64Array[]; readonly weekly: Float64Array[] }[];
    readonly comparisons: Float64Array[][];
  } {
    return {
      worlds: this.readers.map((reader) => reader.finish()),
      comparisons: this.comparing.map((one, at) => one.finish([this.readers[0]!.totals, this.readers[at + 1]!.totals])),
    };
  }
}
