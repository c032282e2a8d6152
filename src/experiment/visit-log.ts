/** The visit log of one replication, row by row, for those who analyse it with tools of their own. */
import type { Problem } from '../scenarios/index.js';
import { type LogReader, seedWords, type VisitLog } from '../sim/index.js';
import { settingOf } from './folding.js';
import { type LogRow, RowReader } from './log-row.js';
import { refuseReplication, runInTurn } from './one-replication.js';
import type { Member } from './view.js';

/** Version of the visit log's columns; it rises when a reader of the old one could misread the new one. */
export const LOG_SCHEMA_VERSION = 1;

/** What is to be logged. */
export interface LogPlan {
  /** Of one family; the first is the baseline. */
  readonly worlds: readonly Member[];
  readonly seed: string;
  /** Number of the replication, from 0: the same as in a comparison with this seed. */
  readonly replication: number;
  /** Told now and then how many hours of all worlds are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The Problem of worlds of which one replication would take more memory than there is, or null. */
export function refuseLog(worlds: readonly Member[]): Problem | null {
  return refuseReplication(settingOf(worlds));
}

/**
 * Rows of the visit log, world after world, and within a world in the order in which stretches of visits were over.
 * No more is held at once than an hour of a run brings. Throws an InvariantError when the engine finds a fault.
 */
export function* logRows({ worlds, seed, replication, onProgress }: LogPlan): Generator<LogRow> {
  const { views } = settingOf(worlds);
  const readers = views.map((view, at) => new Pending(new RowReader(view, worlds[at]!.description.id)));
  const before = worlds.map((_, at) => worlds.slice(0, at).reduce((hours, { world }) => hours + world.horizon, 0));
  const total = worlds.reduce((hours, { world }) => hours + world.horizon, 0);
  const chance = { seed: seedWords(seed), replication };
  const all = worlds.map(({ world }) => world);
  for (const { world, hour } of runInTurn(all, chance, readers)) {
    yield* readers[world]!.take();
    onProgress?.(before[world]! + hour, total);
  }
}

/** Rows that were read and not yet passed on. */
class Pending implements LogReader {
  private rows: LogRow[] = [];

  constructor(private readonly reader: RowReader) {}

  visits(log: VisitLog): void {
    for (let row = 0; row < log.count; row += 1) this.rows.push(this.reader.read(log, row));
  }

  outcomes(): void {}

  levels(): void {}

  /** The rows, which are then forgotten. */
  take(): readonly LogRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}
