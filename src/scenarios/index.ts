export { ampleWorld, unknownServices } from './ample.js';
export { type CheckedScenario, compileWorld } from './assemble.js';
export type { AssumptionRow } from './assumptions.js';
export { dayInWords } from './days.js';
export {
  type Costing,
  describeWorld,
  type LeverRow,
  type PolicyRow,
  type ScenarioDescription,
  type ScenarioDictionary,
} from './describe.js';
export { type Difference, type Differences, differenceOf, type PolicyInForce } from './difference.js';
export type { InForce } from './in-force.js';
export { jsonSchema, SCHEMA_KINDS, type SchemaKind } from './json-schema.js';
export { type LackingFuture, lackingFuture } from './lacking-future.js';
export { type Lever, type LeverSetting, leversOf } from './lever-values.js';
export { type InputFile, type LoadOptions, readWhole } from './load.js';
export { alikeFirst, nearest as nearestName } from './nearest.js';
export { type OfferedLoad, offeredLoads } from './offered-load.js';
export {
  type CheckedFile,
  checkFile,
  type LoadedDocument,
  type LoadedFamily,
  type LoadedScenario,
  type LoadedTargets,
  loadFamily,
  loadScenario,
  loadTargets,
  type Refused,
  readDocument,
} from './open.js';
export type { Overload } from './overload.js';
export { ownNames } from './own-names.js';
export { type LeverCard, type PolicyCard, readPolicyCard, shippedPolicies } from './policy-card.js';
export { type Fault, formatProblems, listNames, type Problem, unknownName } from './problems.js';
export {
  type AskedAnswer,
  type AskedFigure,
  BASELINE,
  type LoadedQuestion,
  loadQuestion,
  loadQuestionCard,
  type Question,
  type ReadQuestion,
  shippedQuestions,
} from './questions.js';
export type { RangeEnd } from './range-end.js';
export { tidyId } from './schema/ids.js';
export type { Study } from './schema/study.js';
export { hoursOfWeek } from './schema/week.js';
export { isId } from './schema/words.js';
export { type ShippedComparison, shippedComparisons } from './shipped-comparisons.js';
export { type SourceRow, type Sources, type SourceUse, sourcesOf } from './sources.js';
export type { Quotient, Target, TargetMapping, TargetPeriod, Term } from './targets.js';
export type { Budget, UnitCost } from './unit-costs.js';
export type { Unrecorded } from './unrecorded.js';
export { streamsOf, withLoad, withUnits } from './variants.js';
