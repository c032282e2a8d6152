/**
 * Reads the logs of two worlds into a table of twins, and says of each episode when all of it is known in both. Of what has left
 * the cache much is fetched at once: rows of the log are taken some at a time, each step in a loop of its own.
 */
import { InvariantError, NOBODY, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { isRecorded } from './batch.js';
import { NO_KEPT } from './kept-rows.js';
import { AT_ONCE, NO_ENTRY } from './key-table.js';
import { LooseRows } from './loose-rows.js';
import { OutcomeQueue } from './outcome-queue.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import type { Returns } from './returns.js';
import { Known, type TwinTable } from './twin-table.js';

/** Rows under way from the logs to the table. */
export class TwinReading {
  /** Rows of background work whose episodes are not looked for yet. */
  private readonly loose: readonly [LooseRows, LooseRows] = [new LooseRows(), new LooseRows()];
  /** Outcomes that have been read, while some of their visits may still be in the log. */
  private readonly ended: readonly [OutcomeQueue, OutcomeQueue] = [new OutcomeQueue(), new OutcomeQueue()];
  /** Scratch of a batch: rows of a log, the rows of their episodes, and where they are kept. */
  private rows = new Int32Array(0);
  private entries = new Int32Array(0);
  private places = new Int32Array(0);

  /** @param complete Told of each episode once it is complete in both worlds; it may take it out of the table. */
  constructor(
    private readonly pair: Pair,
    private readonly table: TwinTable,
    private readonly returns: Returns,
    private readonly complete: (entry: number) => void,
  ) {}

  /** Reads a batch of one world's visits. Throws an InvariantError when two episodes have one key. */
  visits(side: Side, log: VisitLog): void {
    this.makeRoom(log.count);
    this.readPeople(side, log);
    this.readBackground(side, log);
    // Visits are logged before the outcome: with this batch, those of all outcomes read before it are complete.
    this.settle(side, false);
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

  /** Takes in what waits, once both worlds have been read. */
  finish(): void {
    this.settle(BASELINE, true);
    this.settle(POLICY, true);
  }

  private makeRoom(count: number): void {
    if (this.rows.length >= count) return;
    this.rows = new Int32Array(count);
    this.entries = new Int32Array(count);
    this.places = new Int32Array(count);
  }

  /** Lists the rows of visits and decisions of people, or of background work that is nobody's, records apart; says how many. */
  private list(side: Side, { count, background, person, service }: VisitLog, ofNobody: boolean): number {
    const { rows } = this;
    const { record } = this.pair.views[side];
    let listed = 0;
    for (let row = 0; row < count; row += 1) {
      const isOfNobody = background[row] === 1 && person[row] === NOBODY;
      if (isOfNobody !== ofNobody || (service[row] !== NONE && record[service[row]!] === 1)) continue;
      rows[listed] = row;
      listed += 1;
    }
    return listed;
  }

  /** Adds rows of people to their episodes. */
  private readPeople(side: Side, log: VisitLog): void {
    const { table, rows, entries, places } = this;
    const { keyHigh, keyLow, person, background, need } = log;
    const count = this.list(side, log, false);
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
          last = table.entry(high, low, person[row]!, background[row]!, this.jointNeed(side, need[row]!));
        table.attach(side, last, places[at]!);
      }
    }
  }

  /** Keeps rows of background work until their outcomes are known, or for a while. */
  private readBackground(side: Side, log: VisitLog): void {
    const { table, rows, places } = this;
    const { keyHigh, keyLow, need } = log;
    const loose = this.loose[side];
    const count = this.list(side, log, true);
    table.kept.keep(log, rows, 0, count, places);
    for (let at = 0; at < count; at += 1) {
      const row = rows[at]!;
      const [high, low, of] = [keyHigh[row]!, keyLow[row]!, this.jointNeed(side, need[row]!)];
      if (loose.add(high, low, of, places[at]!)) continue;
      // A second row of an episode comes after the first.
      this.bind(side, high, low, of, loose.take(high, low));
      this.bind(side, high, low, of, places[at]!);
    }
  }

  /** Adds a row of background work, if it is one, to its episode. */
  private bind(side: Side, high: number, low: number, need: number, kept: number): void {
    if (kept !== NO_KEPT) this.table.attach(side, this.table.entry(high, low, NOBODY, 1, need), kept);
  }

  private jointNeed(side: Side, own: number): number {
    return own === NONE ? NONE : this.pair.needs.of[side][own]!;
  }

  /** Closes the episodes whose outcomes wait, and says which of them already were complete in the other world. */
  private settle(side: Side, isLast: boolean): void {
    const { log } = this.ended[side];
    this.makeRoom(log.count);
    const { table, rows, entries } = this;
    const count = this.listEnded(side, log);
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, count);
      table.keys.guess(log.keyHigh, log.keyLow, rows, from, to, entries);
      table.fetch(entries, from, to);
      for (let at = from; at < to; at += 1) this.close(side, log, rows[at]!, entries[at]!);
    }
    this.ended[side].clear();
    this.loose[side].age(isLast, (high, low, need, kept) => this.bind(side, high, low, need, kept));
  }

  /** Lists the rows of outcomes of episodes: no candidates that were absorbed, and no records. Says how many. */
  private listEnded(side: Side, log: OutcomeLog): number {
    const { rows } = this;
    const view = this.pair.views[side];
    let listed = 0;
    for (let row = 0; row < log.count; row += 1) {
      if (log.absorbed[row] === 1 || isRecorded(view, log, row)) continue;
      rows[listed] = row;
      listed += 1;
    }
    return listed;
  }

  /** @param guessed Row of the episode, or NO_ENTRY where it has to be looked for. */
  private close(side: Side, log: OutcomeLog, row: number, guessed: number): void {
    const { table } = this;
    const [high, low, person, background] = [
      log.keyHigh[row]!,
      log.keyLow[row]!,
      log.person[row]!,
      log.background[row]!,
    ];
    let entry = guessed;
    if (entry === NO_ENTRY) entry = table.entry(high, low, person, background, this.jointNeed(side, log.need[row]!));
    if (table.known(side, entry) === Known.complete) {
      const world = this.pair.views[side].world.name;
      throw new InvariantError(`two episodes in ${world} have the key ${table.keys.describe(entry)}`);
    }
    if (background === 1 && person === NOBODY) {
      const kept = this.loose[side].take(high, low);
      if (kept !== NO_KEPT) table.attach(side, entry, kept);
    }
    table.close(side, entry, log, row);
    if (table.known(side === BASELINE ? POLICY : BASELINE, entry) === Known.complete) this.complete(entry);
  }
}
