/** The engine's only door. */
export { nameIn, ownName, peopleOf } from './areas.js';
export { Census } from './census.js';
export { longest, shareBetween } from './composite.js';
export {
  FIRST_OPTION,
  FIRST_REROUTE,
  MOST_CASES,
  MOST_SEVERITIES,
  REROUTE_PLACES,
  SEVERITY_SHIFT,
} from './decisions.js';
export { mean, quantile, standardDeviation, weibullMoment } from './distributions.js';
export { type Chance, designDraw, hashName, type SeedWords, seedWords } from './draws.js';
export { LEAST_SHAPE } from './gamma.js';
export { InvariantError } from './invariant.js';
export {
  type ClockLog,
  Finish,
  LevelLog,
  LOG_ROWS,
  type LogReader,
  NEVER,
  NOBODY,
  OutcomeLog,
  type Tally,
  VisitLog,
} from './log.js';
export { estimateBytes, mostComers } from './memory.js';
export { handOver } from './record.js';
export { advance, begin, end, run } from './run.js';
export type { State } from './state.js';
export { successors } from './successors.js';
export { type WayOut, waysOut } from './ways-out.js';
export * from './world.js';
