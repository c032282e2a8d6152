/**
 * The visit and outcome logs of the replication under way. They belong to the engine and not to a replication: a column
 * that is a constant of the program is written with one instruction, while one that has to be looked up first takes eight.
 * Where replications take turns, the rows of the one that rests and has not handed them over wait in logs of its own.
 */
import { OutcomeLog, VisitLog } from './log.js';
import type { State } from './state.js';

/** Visits of the replication under way. */
export const visits = new VisitLog();
/** Ends of episodes of the replication under way. */
export const outcomes = new OutcomeLog();

/** Where rows of the replication under way wait while it rests; nothing else of it is held here, should it never end. */
let restingVisits: VisitLog | null = null;
let restingOutcomes: OutcomeLog | null = null;

/** Makes a replication the one under way. */
export function putUnderWay(state: State): void {
  if (restingVisits === state.restingVisits) return;
  if (restingVisits !== null) moveRows(visits, restingVisits);
  if (restingOutcomes !== null) moveRows(outcomes, restingOutcomes);
  moveRows(state.restingVisits, visits);
  moveRows(state.restingOutcomes, outcomes);
  ({ restingVisits, restingOutcomes } = state);
}

/** Lets go of a replication that is over. */
export function releaseLogs(state: State): void {
  if (restingVisits !== state.restingVisits) return;
  restingVisits = null;
  restingOutcomes = null;
}

type Column = Int32Array | Int16Array | Uint8Array | Float64Array;

function columnsOf(log: VisitLog | OutcomeLog): Column[] {
  return Object.values(log).filter((column): column is Column => ArrayBuffer.isView(column));
}

/** Moves all rows of a log to another of its kind. */
function moveRows<Log extends VisitLog | OutcomeLog>(from: Log, to: Log): void {
  const columns = columnsOf(to);
  for (const [at, column] of columnsOf(from).entries()) columns[at].set(column.subarray(0, from.count));
  to.count = from.count;
  from.count = 0;
}
