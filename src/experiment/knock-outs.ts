/** What a mechanism is good for: figures and measures of worlds with it and without, the same people and the same luck. */
import type { Target } from '../scenarios/index.js';
import { headlineName } from './headline-name.js';
import type { Estimate, Headline } from './results.js';
import { roundEstimate } from './round.js';
import type { Samples } from './samples.js';
import { figureChange, type ScorecardRow, scorecard } from './scorecard.js';
import { differenceAt, levelAt } from './summarise.js';

/** A published figure without the mechanism. */
export interface FigureWithout extends ScorecardRow {
  /** Its change from the worlds with the mechanism, paired by replication; null where it is not modelled in both. */
  readonly change: Estimate | null;
}

/** A measure of a world with the mechanism and without it. */
export interface MeasureWithout {
  readonly world: string;
  /** As it is asked for: `contacts:crisis-line:people`. */
  readonly name: string;
  readonly unit: string;
  readonly before: Estimate;
  readonly after: Estimate;
  /** Paired by replication. */
  readonly change: Estimate;
}

/** Worlds without a mechanism, beside the same worlds with it. */
export interface Without {
  readonly figures: readonly FigureWithout[];
  readonly measures: readonly MeasureWithout[];
}

/** Compares worlds without a mechanism with the same worlds with it, both run with one seed and so many replications. */
export function withoutMechanism(
  before: readonly Samples[],
  after: readonly Samples[],
  targets: readonly Target[],
  readings: readonly string[],
  asked: readonly Headline[],
): Without {
  const rows = scorecard(after, targets, { readings });
  const worlds = after.flatMap(({ worlds: own }) => own);
  const twins = before.flatMap(({ worlds: own }) => own);
  return {
    figures: rows.map((row, at) => {
      const change = figureChange(before, after, targets[at]!);
      return { ...row, change: change === null ? null : roundEstimate(change) };
    }),
    measures: worlds.flatMap((world) =>
      asked.map((headline) => {
        const { measure, cell } = headline;
        const twin = twins.find(({ id }) => id === world.id)!;
        return {
          world: world.id,
          name: headlineName(headline),
          unit: world.measures.get(measure)!.of.unit,
          before: roundEstimate(levelAt(twin, measure, cell)),
          after: roundEstimate(levelAt(world, measure, cell)),
          change: roundEstimate(differenceAt(world, twin, measure, cell)),
        };
      }),
    ),
  };
}
