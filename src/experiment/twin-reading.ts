/**
 * Reads the logs of two worlds into a table of twins, and says of each episode when all of it is known in both. Of what has left
 * the cache much is fetched at once: rows of the log are taken some at a time, each step in a loop of its own.
 */
import { InvariantError, NOBODY, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { jointly } from './alike.js';
import { BackgroundReading } from './background-reading.js';
import { isRecorded } from './batch.js';
import { AT_ONCE, NO_ENTRY } from './key-table.js';
import { OutcomeQueue } from './outcome-queue.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import type { Returns } from './returns.js';
import { Known, type TwinTable } from './twin-table.js';

/** Rows under way from the logs to the table. */
export class TwinReading {
  private readonly background: BackgroundReading;
  /** Outcomes that have been read, while some of their visits may still be in the log. */
  private readonly ended: readonly [OutcomeQueue, OutcomeQueue] = [new OutcomeQueue(), new OutcomeQueue()];
  /** Scratch of a batch: rows of a log, the rows of their episodes, and where they are kept. */
  private rows = new Int32Array(0);
  private others = new Int32Array(0);
  private entries = new Int32Array(0);
  private places = new Int32Array(0);
  private listedOthers = 0;

  /**
   * @param complete Told of each episode once it is complete in both worlds; it may take it out of the table.
   * @param alike Told of background work that is one row in both worlds, and goes the same way: the row of each.
   */
  constructor(
    private readonly pair: Pair,
    private readonly table: TwinTable,
    private readonly returns: Returns,
    private readonly complete: (entry: number) => void,
    alike: (baseline: number, policy: number) => void,
  ) {
    const close = (side: Side, entry: number, log: OutcomeLog, row: number) => this.close(side, entry, log, row);
    this.background = new BackgroundReading(pair, table, { alike, close });
  }

  /** Bytes that rows which wait take. */
  get bytes(): number {
    return this.background.bytes;
  }

  /** Reads a batch of one world's visits. Throws an InvariantError when two episodes have one key. */
  visits(side: Side, log: VisitLog): void {
    this.makeRoom(log.count);
    const people = this.list(side, log);
    this.readPeople(side, log, people);
    this.background.visits(side, log, this.others, this.listedOthers);
    // Visits are logged before the outcome: with this batch, those of all outcomes read before it are complete.
    this.settle(side);
  }

  /** Reads a batch of one world's outcomes. */
  outcomes(side: Side, log: OutcomeLog): void {
    this.ended[side].add(log);
    const { count, absorbed, parallel, parentHigh, parentLow } = log;
    const view = this.pair.views[side];
    for (let row = 0; row < count; row += 1)
      if (parallel[row] === 0 && (parentHigh[row] !== 0 || parentLow[row] !== 0))
        if (absorbed[row] === 0 && !isRecorded(view, log, row)) this.returns.note(side, log, row);
  }

  /** Takes in what waits, once both worlds have been read. Throws an InvariantError when two episodes have one key. */
  finish(): void {
    this.settle(BASELINE);
    this.settle(POLICY);
    this.background.finish();
  }

  private makeRoom(count: number): void {
    if (this.rows.length >= count) return;
    this.rows = new Int32Array(count);
    this.others = new Int32Array(count);
    this.entries = new Int32Array(count);
    this.places = new Int32Array(count);
  }

  /** Lists the rows of visits and decisions, records apart. Says how many there are of people. */
  private list(side: Side, log: VisitLog): number {
    const { count, service } = log;
    const { rows } = this;
    const { record } = this.pair.views[side];
    let listed = 0;
    for (let row = 0; row < count; row += 1) {
      if (service[row] !== NONE && record[service[row]!] === 1) continue;
      rows[listed] = row;
      listed += 1;
    }
    return this.divide(log, listed);
  }

  /** Lists the rows of outcomes of episodes: no candidates that were absorbed, and no records. Says how many there are of people. */
  private listEnded(side: Side, log: OutcomeLog): number {
    const { count, absorbed } = log;
    const { rows } = this;
    const view = this.pair.views[side];
    let listed = 0;
    for (let row = 0; row < count; row += 1) {
      if (absorbed[row] === 1 || isRecorded(view, log, row)) continue;
      rows[listed] = row;
      listed += 1;
    }
    return this.divide(log, listed);
  }

  /** Of the rows that are listed, moves those of background work that is nobody's to the others, and says how many are left. */
  private divide({ background, person }: VisitLog | OutcomeLog, count: number): number {
    const { rows, others } = this;
    let left = 0;
    let moved = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at]!;
      if (background[row] === 1 && person[row] === NOBODY) {
        others[moved] = row;
        moved += 1;
      } else {
        rows[left] = row;
        left += 1;
      }
    }
    this.listedOthers = moved;
    return left;
  }

  /** Adds rows of people to their episodes. */
  private readPeople(side: Side, log: VisitLog, count: number): void {
    const { table, rows, entries, places } = this;
    const { keyHigh, keyLow, person, background, need } = log;
    // Some episodes are found before the first is written to, so that the look-ups need not wait for one another.
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, count);
      table.keys.guess(keyHigh, keyLow, rows, from, to, entries);
      table.kept.keep(log, rows, from, to, places);
      let last = NO_ENTRY;
      for (let at = from; at < to; at += 1) {
        const [row, guessed] = [rows[at]!, entries[at]!];
        const [high, low] = [keyHigh[row]!, keyLow[row]!];
        if (guessed !== NO_ENTRY) last = guessed;
        // A visit and the decision that follows it stand together: one look-up does for both.
        else if (last === NO_ENTRY || !table.keys.holds(last, high, low))
          last = this.entry(high, low, person[row]!, background[row]!, jointly(this.pair.needs, side, need[row]!));
        table.attach(side, last, places[at]!);
      }
    }
  }

  /** Closes the episodes whose outcomes wait, and says which of them already were complete in the other world. */
  private settle(side: Side): void {
    const { log } = this.ended[side];
    this.makeRoom(log.count);
    const { table, rows, entries } = this;
    const count = this.listEnded(side, log);
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, count);
      table.keys.guess(log.keyHigh, log.keyLow, rows, from, to, entries);
      table.fetch(entries, from, to);
      for (let at = from; at < to; at += 1) this.closePeople(side, log, rows[at]!, entries[at]!);
    }
    this.background.outcomes(side, log, this.others, this.listedOthers);
    this.ended[side].clear();
  }

  /** @param guessed Row of the episode, or NO_ENTRY where it has to be looked for. */
  private closePeople(side: Side, log: OutcomeLog, row: number, guessed: number): void {
    let entry = guessed;
    if (entry === NO_ENTRY)
      entry = this.entry(
        log.keyHigh[row]!,
        log.keyLow[row]!,
        log.person[row]!,
        log.background[row]!,
        jointly(this.pair.needs, side, log.need[row]!),
      );
    this.close(side, entry, log, row);
  }

  /** The row of an episode; what is nobody's may be background work in the other world. */
  private entry(high: number, low: number, person: number, background: number, need: number): number {
    return person === NOBODY
      ? this.background.entry(high, low, background, need)
      : this.table.entry(high, low, person, background, need);
  }

  private close(side: Side, entry: number, log: OutcomeLog, row: number): void {
    const { table } = this;
    if (table.known(side, entry) === Known.complete) {
      const world = this.pair.views[side].world.name;
      throw new InvariantError(`two episodes in ${world} have the key ${table.keys.describe(entry)}`);
    }
    table.close(side, entry, log, row);
    if (table.known(side === BASELINE ? POLICY : BASELINE, entry) === Known.complete) this.complete(entry);
  }
}
