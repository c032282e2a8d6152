/** The three logs as arrays of plain objects: what the oracle writes, and what the engine's columns are read into. */
import { type LevelLog, type LogReader, NOBODY, type OutcomeLog, type VisitLog } from '../../../src/sim/log.js';
import type { Episode } from './state.js';

type Row<Log> = { [Column in Exclude<keyof Log, 'count'>]: number };

/** A stretch of a visit, or a decision. */
export type VisitRow = Row<VisitLog>;
/** The end of an episode, or an absorbed candidate. */
export type OutcomeRow = Row<OutcomeLog>;
/** One service in one hour. */
export type LevelRow = Row<LevelLog>;

/** All that a run says, in the order in which it was said. */
export interface Story {
  readonly visits: VisitRow[];
  readonly outcomes: OutcomeRow[];
  readonly levels: LevelRow[];
}

/** Reads the engine's logs, batch by batch, into a story. */
export class Listener implements LogReader {
  readonly story: Story = { visits: [], outcomes: [], levels: [] };

  visits(log: VisitLog): void {
    copyRows(log, this.story.visits);
  }

  outcomes(log: OutcomeLog): void {
    copyRows(log, this.story.outcomes);
  }

  levels(log: LevelLog): void {
    copyRows(log, this.story.levels);
  }
}

function copyRows<Log extends { count: number }>(log: Log, into: Row<Log>[]): void {
  const columns = Object.entries(log as object).filter(([name]) => name !== 'count');
  for (let row = 0; row < log.count; row++) {
    into.push(Object.fromEntries(columns.map(([name, column]) => [name, column[row]])) as Row<Log>);
  }
}

/** Whose a row of the visit log is. */
export function whoseRow(episode: Episode) {
  return {
    person: episode.person?.index ?? NOBODY,
    keyHigh: episode.key.high,
    keyLow: episode.key.low,
    need: episode.need,
    cohort: episode.person?.cohort ?? 0,
    severity: episode.severity,
    channel: episode.channel,
    background: episode.background ? 1 : 0,
  };
}
