/** Many runs and what they show. */
import { comparisons as allComparisons } from './comparisons/index.js';
import { measures as allMeasures } from './measures/index.js';
import type { MeasureEntry } from './results.js';
import { weeklySeries } from './weekly/index.js';

export { type Asking, askOf, restorable } from './askable.js';
export { askedFigures, type FigureEstimate, type FigureFault, figureFaults } from './asked-figures.js';
export type { BreakEven } from './break-even.js';
export { type CapacityPlan, type CapacityStudy, studyCapacity, type Target, type TriedCapacity } from './capacity.js';
export { CHANGED, type Changed, type ChangedPeople, findChanged } from './changed-people.js';
export { dictionaryOf } from './dictionary.js';
export { type Experiment, type Plan, runExperiment } from './experiment.js';
export { headlineName } from './headline-name.js';
export { type Headlines, readHeadlines } from './headlines.js';
export { type FigureWithout, type MeasureWithout, type Without, withoutMechanism } from './knock-outs.js';
export type { LogRow } from './log-row.js';
export { levelRow, outcomeRow, visitRow } from './log-schema.js';
export type { MeasureAt } from './measure-at.js';
export { NEAR_CRITICAL_FULL, NEAR_CRITICAL_OCCUPANCY, type PairingGain, pairingGains } from './pairing.js';
export type { Parting } from './partings.js';
export type { EpisodeSide, PersonTrace, TracedEpisode } from './person-story.js';
export { defaultWorkers } from './pool.js';
export { respond, roomFor } from './respond.js';
export * from './results.js';
export { resultsShape } from './results-schema.js';
export { round12, roundResults, roundToInterval } from './round.js';
export type { Samples, WorldSamples } from './samples.js';
export { readingsInUse, type ScorecardRow, scorecard } from './scorecard.js';
export { headlineOf, type TriedNumber } from './sensitivity.js';
export type { PrecisionRule } from './sequential.js';
export { findTipping, type Tipping, type TippingPoint } from './tipping.js';
export { tracePerson } from './trace.js';
export type { UnmetWith } from './unmet-with.js';

export type { Member, Names } from './view.js';
export { LOG_SCHEMA_VERSION, type LogPlan, logRows, refuseLog } from './visit-log.js';
export type { Period } from './window.js';

/** What can be said of one world. */
export const measures: readonly MeasureEntry[] = allMeasures;
/** What can be said of a policy world against the baseline. */
export const comparisons: readonly MeasureEntry[] = allComparisons;
/** What is followed week by week. */
export const weekly: readonly MeasureEntry[] = weeklySeries;
