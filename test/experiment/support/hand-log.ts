/** Logs written by hand, row by row, with names of columns and sensible values for what a test does not care about. */
import { Finish, LevelLog, NEVER, NOBODY, NONE, OutcomeLog, VisitLog } from '../../../src/sim/index.js';

type Columns<Log> = { [Column in Exclude<keyof Log, 'count'>]: number };
/** A row of the visit log; `episode` is the low word of its key. */
export type VisitRow = Partial<Columns<VisitLog>> & { readonly episode?: number };
/** A row of the outcome log; `episode` is the low word of its key. */
export type OutcomeRow = Partial<Columns<OutcomeLog>> & { readonly episode?: number };
/** A row of the log of levels. */
export type LevelRow = Partial<Columns<LevelLog>>;

const VISIT: Columns<VisitLog> = {
  person: NOBODY,
  keyHigh: 0,
  keyLow: 0,
  need: NONE,
  cohort: 0,
  severity: 0,
  channel: NONE,
  background: 0,
  step: 0,
  decision: NONE,
  inputs: 0,
  tag: 0,
  service: 0,
  units: 1,
  visit: 0,
  part: 0,
  joined: 0,
  started: NEVER,
  ended: NEVER,
  released: 0,
  requested: 0,
  finish: Finish.released,
  next: NONE,
};

const OUTCOME: Columns<OutcomeLog> = {
  person: NOBODY,
  keyHigh: 0,
  keyLow: 0,
  parentHigh: 0,
  parentLow: 0,
  need: NONE,
  cohort: 0,
  severity: 0,
  channel: NONE,
  background: 0,
  opened: 0,
  closed: 0,
  outcome: NONE,
  absorbed: 0,
  parallel: 0,
  stock: 0,
  step: NONE,
  besideFrom: NEVER,
};

const LEVEL: Columns<LevelLog> = { service: 0, hour: 0, inUse: 0, waiting: 0, staffed: 0, full: 0 };

function filled<Log extends VisitLog | OutcomeLog | LevelLog>(
  log: Log,
  defaults: Columns<Log>,
  rows: readonly (Partial<Columns<Log>> & { readonly episode?: number })[],
): Log {
  rows.forEach((row, at) => {
    const { episode, ...columns } = row;
    const values = { ...defaults, ...(episode === undefined ? {} : { keyLow: episode }), ...columns };
    for (const [column, value] of Object.entries(values))
      (log[column as keyof Log] as Float64Array)[at] = value as number;
  });
  log.count = rows.length;
  return log;
}

/** A visit log. */
export const visitLog = (...rows: VisitRow[]): VisitLog => filled(new VisitLog(Math.max(1, rows.length)), VISIT, rows);
/** An outcome log. */
export const outcomeLog = (...rows: OutcomeRow[]): OutcomeLog =>
  filled(new OutcomeLog(Math.max(1, rows.length)), OUTCOME, rows);
/** A log of levels. */
export const levelLog = (...rows: LevelRow[]): LevelLog => filled(new LevelLog(Math.max(1, rows.length)), LEVEL, rows);
