/**
 * Logs that are held until every world has come as far, and are then read in the order of time, whichever world they are of.
 * What two worlds have alike is read together, so that little of it waits; and the engine and those who read do not push each
 * other's memory out of the cache at every batch.
 */
import { type ClockLog, LevelLog, type LogReader, OutcomeLog, VisitLog } from '../sim/index.js';

/** A log that the engine fills anew for each batch: columns, and how many rows of them there are. */
type Batch = VisitLog | OutcomeLog | LevelLog;

/** A batch that waits: the hour of its last row, and what reads it. */
interface Held {
  readonly until: number;
  readonly read: () => void;
}

/** Copies of batches, used again once they have been read. */
class Copies<Log extends Batch> {
  private readonly free: Log[] = [];

  /** @param make a new log with room for so many rows. */
  constructor(private readonly make: (rows: number) => Log) {}

  /** A copy of a log that the engine is about to fill anew. */
  take(log: Log, rows: number): Log {
    const copy = this.free.pop() ?? this.make(rows);
    for (const [name, column] of Object.entries(log)) {
      if (ArrayBuffer.isView(column)) (copy[name as keyof Log] as Int32Array).set(column as Int32Array);
    }
    copy.count = log.count;
    return copy;
  }

  give(log: Log): void {
    this.free.push(log);
  }
}

/** What one world has logged and its reader has not read. */
class Holder implements LogReader {
  /** In the order in which they came. */
  waiting: Held[] = [];
  private readonly visitLogs = new Copies((rows) => new VisitLog(rows));
  private readonly outcomeLogs = new Copies((rows) => new OutcomeLog(rows));
  private readonly levelLogs = new Copies((rows) => new LevelLog(rows));

  constructor(private readonly reader: LogReader) {}

  visits(log: VisitLog): void {
    this.hold(this.visitLogs, log, log.released, (copy) => this.reader.visits(copy));
  }

  outcomes(log: OutcomeLog): void {
    this.hold(this.outcomeLogs, log, log.closed, (copy) => this.reader.outcomes(copy));
  }

  levels(log: LevelLog): void {
    this.hold(this.levelLogs, log, log.hour, (copy) => this.reader.levels(copy));
  }

  clocks(log: ClockLog): void {
    this.waiting.push({ until: Number.POSITIVE_INFINITY, read: () => this.reader.clocks?.(log) });
  }

  private hold<Log extends Batch>(
    copies: Copies<Log>,
    log: Log,
    hours: Float64Array | Int32Array,
    read: (copy: Log) => void,
  ): void {
    const copy = copies.take(log, hours.length);
    this.waiting.push({
      until: hours[log.count - 1]!,
      read: () => {
        read(copy);
        copies.give(copy);
      },
    });
  }
}

/** The logs of worlds that run side by side. */
export class HeldLogs {
  /** For the engine to log to, one for each of those who read. */
  readonly holders: readonly Holder[];

  constructor(readers: readonly LogReader[]) {
    this.holders = readers.map((reader) => new Holder(reader));
  }

  /** Has all that waits read: of each world in the order in which it came, and of those at hand what ends first. */
  read(): void {
    const queues = this.holders.map(({ waiting }) => waiting);
    for (const holder of this.holders) holder.waiting = [];
    const next = queues.map(() => 0);
    for (let left = queues.reduce((sum, { length }) => sum + length, 0); left > 0; left -= 1) {
      let first = -1;
      for (const [world, queue] of queues.entries()) {
        const held = queue[next[world]!];
        if (held !== undefined && (first < 0 || held.until < queues[first]![next[first]!]!.until)) first = world;
      }
      queues[first]![next[first]!]!.read();
      next[first]! += 1;
    }
  }
}
