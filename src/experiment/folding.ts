/** Folds the logs of all worlds of a replication into cells, batch by batch as they come. */
import type { ClockLog, LevelLog, LogReader, OutcomeLog, VisitLog } from '../sim/index.js';
import { LevelBatch, OutcomeBatch, VisitBatch } from './batch.js';
import type { ComparisonFold } from './comparison.js';
import { comparisons } from './comparisons/index.js';
import type { Fold, Measure, Tracker } from './measure.js';
import { measures } from './measures/index.js';
import { BASELINE, type Pair, POLICY, pairOf, type Side } from './pair.js';
import { PairTotals } from './pair-totals.js';
import { Twins } from './twins.js';
import { type Member, viewIn, viewOf, type WorldView } from './view.js';
import { VisitSums } from './visit-sums.js';
import { weeklySeries } from './weekly/index.js';
import type { Period } from './window.js';
import { WorldTotals } from './world-totals.js';

/** Worlds made ready to be replicated: the first is the baseline, and those that are compared are paired with it. */
export interface Setting {
  readonly views: readonly WorldView[];
  readonly pairs: readonly Pair[];
  /** Spans that are measured for themselves, from the same runs. */
  readonly periods: readonly Period[];
  /** Each world over each of those spans. */
  readonly spanned: readonly (readonly WorldView[])[];
  /** Each world with the people of each of its areas alone; none where there is one area. */
  readonly inAreas: readonly (readonly WorldView[])[];
}

/**
 * Makes worlds ready, to be measured over other periods beside their own.
 * @param compared How many of them are compared with the first, that one included; the rest are only measured.
 */
export function settingOf(
  members: readonly Pick<Member, 'world' | 'dictionary'>[],
  periods: readonly Period[] = [],
  compared = members.length,
): Setting {
  const views = members.map((member) => viewOf(member));
  return {
    views,
    pairs: views.slice(1, compared).map((view) => pairOf(views[0]!, view)),
    periods,
    spanned: members.map((member) => periods.map((period) => viewOf(member, period))),
    inAreas: views.map((view) => (view.world.areas ?? []).map((_, area) => viewIn(view, area))),
  };
}

/** The measures that a period asks for, in the order of all. */
export function measuresOf({ measures: asked }: Period): Measure[] {
  return measures.filter(({ id }) => asked.includes(id));
}

/** The comparisons of one pair of worlds under way. */
class Comparing {
  readonly folds: readonly ComparisonFold[];
  private readonly sums: VisitSums;
  private readonly twins: Twins;

  constructor(private readonly pair: Pair) {
    this.sums = new VisitSums(pair.services.names.length);
    this.twins = new Twins(pair, (episode) => {
      this.sums.add(episode);
      for (const hear of heard) hear(episode);
    });
    this.folds = comparisons.map((comparison) => comparison.begin(pair, this.twins.returns));
    const heard = this.folds.flatMap(({ episode }) => episode ?? []);
  }

  visits(side: Side, batch: VisitBatch): void {
    this.twins.visits(side, batch);
  }

  outcomes(side: Side, batch: OutcomeBatch): void {
    this.twins.outcomes(side, batch);
  }

  finish(totals: readonly [WorldTotals, WorldTotals]): Float64Array[] {
    this.twins.finish();
    const both = new PairTotals(this.pair, totals, this.twins.unchanged, this.sums);
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
  readonly trackers: readonly Tracker[];
  private readonly visitBatch: VisitBatch;
  private readonly outcomeBatch: OutcomeBatch;
  private readonly levelBatch: LevelBatch;
  /** Totals for the accounts of its comparisons. */
  readonly totals: WorldTotals;

  constructor(
    private readonly view: WorldView,
    private readonly parts: readonly Part[],
    /** Readers of the same log for other periods, then for areas. */
    readonly alongside: readonly WorldReader[] = [],
    asked: readonly Measure[] = [...measures, ...weeklySeries],
  ) {
    this.trackers = asked.map((measure) => measure.begin(view));
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
    for (const other of this.alongside) other.visits(log);
  }

  outcomes(log: OutcomeLog): void {
    this.outcomeBatch.read(log);
    for (const tracker of this.trackers) tracker.outcomes?.(this.outcomeBatch);
    for (const { comparing, side } of this.parts) comparing.outcomes(side, this.outcomeBatch);
    for (const other of this.alongside) other.outcomes(log);
  }

  levels(log: LevelLog): void {
    this.levelBatch.read(log);
    for (const tracker of this.trackers) tracker.levels?.(this.levelBatch);
    if (this.parts.length > 0) this.totals.levels(this.levelBatch);
    for (const other of this.alongside) other.levels(log);
  }

  clocks(log: ClockLog): void {
    for (const tracker of this.trackers) tracker.clocks?.(log);
    // Other periods have no totals of their own.
    for (const other of this.alongside) if (other.view.area !== null) other.clocks(log);
  }

  /** What each measure says, in the order in which they were asked for. */
  finish(): Float64Array[] {
    for (const tracker of this.trackers) tracker.finish?.();
    return this.trackers.map((tracker) => tracker.result());
  }
}

/** The folds of one replication under way: a reader for each world. */
export class Folding {
  readonly readers: readonly WorldReader[];
  private readonly comparing: readonly Comparing[];

  private readonly periods: number;

  constructor({ views, pairs, periods, spanned, inAreas }: Setting) {
    this.periods = periods.length;
    this.comparing = pairs.map((pair) => new Comparing(pair));
    const asBaseline = this.comparing.map((comparing) => ({ comparing, side: BASELINE }) as const);
    this.readers = views.map((view, world) => {
      const comparing = this.comparing[world - 1];
      const own = comparing === undefined ? [] : [{ comparing, side: POLICY } as const];
      return new WorldReader(view, world === 0 ? asBaseline : own, [
        ...spanned[world]!.map((span, at) => new WorldReader(span, [], [], measuresOf(periods[at]!))),
        ...inAreas[world]!.map((own) => new WorldReader(own, [], [], measures)),
      ]);
    });
  }

  /** The functions of measures and comparisons that read this replication's logs. */
  get folds(): readonly (Fold | ComparisonFold)[] {
    return [
      ...this.readers.flatMap((reader) => [reader, ...reader.alongside].flatMap(({ trackers }) => trackers)),
      ...this.comparing.flatMap(({ folds }) => folds),
    ];
  }

  /** What each world says, and each comparison of a policy world with the baseline. */
  finish(): {
    readonly worlds: readonly {
      readonly measures: Float64Array[];
      readonly weekly: Float64Array[];
      readonly periods: Float64Array[][];
      readonly areas: Float64Array[][];
    }[];
    readonly comparisons: Float64Array[][];
  } {
    return {
      worlds: this.readers.map((reader) => {
        const said = reader.finish();
        const others = reader.alongside.map((other) => other.finish());
        return {
          measures: said.slice(0, measures.length),
          weekly: said.slice(measures.length),
          periods: others.slice(0, this.periods),
          areas: others.slice(this.periods),
        };
      }),
      comparisons: this.comparing.map((one, at) => one.finish([this.readers[0]!.totals, this.readers[at + 1]!.totals])),
    };
  }
}
