/**
 * Matches the episodes of two worlds by key. One that is over in both and the same is forgotten at once; one that differs
 * is told of: background work at once, and that of persons, whose class rests on all that they met, at the end.
 */
import { InvariantError, NOBODY, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { Alike, Stories } from './alike.js';
import { isRecorded, type OutcomeBatch, type VisitBatch } from './batch.js';
import { Classes } from './classes.js';
import type { Cause } from './differences.js';
import { type Fork, findFork } from './fork.js';
import { HazardEdits } from './hazards.js';
import { NO_KEPT } from './kept-rows.js';
import { NO_ENTRY } from './key-table.js';
import { LooseRows } from './loose-rows.js';
import { OutcomeQueue } from './outcome-queue.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { Returns } from './returns.js';
import { routeOf } from './routes.js';
import { TwinEpisode } from './twin-episode.js';
import { AT_ONCE, Known, TwinTable } from './twin-table.js';
import { VisitAccounts } from './visit-accounts.js';

/** Note of an episode that has not been compared: a new one's, and what one that is wholly alike would be. */
const NOT_COMPARED = Alike.wholly;

/** The table of a pair's last replication, to be used again: memory that is new has to be cleared and collected. */
const spare = new WeakMap<Pair, TwinTable>();

/** Why an episode differs, and where its routes part if they do. */
interface Difference {
  readonly cause: Cause;
  readonly fork: Fork | null;
}

/** Reads two worlds, batch by batch, and tells of each episode that differs, once. */
export class Twins {
  readonly returns = new Returns();
  /** Episodes that opened in the measured period and are the same in both worlds: of people, of background work. */
  readonly unchanged: [number, number] = [0, 0];
  private readonly table: TwinTable;
  private readonly stories: Stories;
  private readonly accounts: VisitAccounts;
  private readonly hazards: HazardEdits;
  private readonly classes: Classes;
  private readonly episode: TwinEpisode;
  /** Rows of background work whose episodes are not looked for yet. */
  private readonly loose: readonly [LooseRows, LooseRows] = [new LooseRows(), new LooseRows()];
  /** Outcomes that have been read, while some of their visits may still be in the log. */
  private readonly ended: readonly [OutcomeQueue, OutcomeQueue] = [new OutcomeQueue(), new OutcomeQueue()];
  /** Scratch of a batch: rows of a log, the rows of their episodes, and where they are kept. */
  private rows = new Int32Array(0);
  private entries = new Int32Array(0);
  private places = new Int32Array(0);

  constructor(
    private readonly pair: Pair,
    private readonly hear: (episode: TwinEpisode) => void,
  ) {
    this.table = spare.get(pair) ?? new TwinTable();
    spare.delete(pair);
    this.stories = new Stories(pair);
    this.accounts = new VisitAccounts(pair);
    this.hazards = new HazardEdits(pair);
    this.classes = new Classes(this.table, this.hazards);
    this.episode = new TwinEpisode(this.accounts.visits);
  }

  /** Bytes that all it holds takes, episodes and visits that wait to be compared. */
  get bytes(): number {
    return this.table.keys.bytes + this.table.kept.bytes;
  }

  /** Reads a batch of one world's visits. */
  visits(side: Side, { own: log }: VisitBatch): void {
    this.makeRoom(log.count);
    this.readPeople(side, log);
    this.readBackground(side, log);
    // Visits are logged before the outcome: with this batch, those of all outcomes read before it are complete.
    this.settle(side, false);
  }

  /** Reads a batch of one world's outcomes. */
  outcomes(side: Side, { own: log }: OutcomeBatch): void {
    this.ended[side].add(log);
    const { count, absorbed, parallel, parentHigh, parentLow } = log;
    const view = this.pair.views[side];
    for (let row = 0; row < count; row += 1)
      if (parallel[row] === 0 && (parentHigh[row] !== 0 || parentLow[row] !== 0))
        if (absorbed[row] === 0 && !isRecorded(view, log, row)) this.returns.note(side, log, row);
  }

  private makeRoom(count: number): void {
    if (this.rows.length >= count) return;
    this.rows = new Int32Array(count);
    this.entries = new Int32Array(count);
    this.places = new Int32Array(count);
  }

  /** Lists the rows of visits and decisions of a group (0 people, 1 background), records apart; says how many. */
  private list(side: Side, { count, background, service }: VisitLog, group: number): number {
    const { rows } = this;
    const { record } = this.pair.views[side];
    let listed = 0;
    for (let row = 0; row < count; row += 1) {
      if (background[row] !== group || (service[row] !== NONE && record[service[row]!] === 1)) continue;
      rows[listed] = row;
      listed += 1;
    }
    return listed;
  }

  /** Adds rows of people to their episodes. */
  private readPeople(side: Side, log: VisitLog): void {
    const { table, rows, entries, places } = this;
    const { keyHigh, keyLow, person, need } = log;
    const count = this.list(side, log, 0);
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
          last = table.entry(high, low, person[row]!, 0, this.jointNeed(side, need[row]!));
        table.attach(side, last, places[at]!);
      }
    }
  }

  /** Keeps rows of background work until their outcomes are known, or for a while. */
  private readBackground(side: Side, log: VisitLog): void {
    const { table, rows, places } = this;
    const { keyHigh, keyLow, need } = log;
    const loose = this.loose[side];
    const count = this.list(side, log, 1);
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

  /** Tells of what is left, once both worlds have been read. */
  finish(): void {
    this.settle(BASELINE, true);
    this.settle(POLICY, true);
    const { table, classes } = this;
    const rows = table.keys.rows();
    const [both, alone] = [rows.filter((row) => table.isInBoth(row)), rows.filter((row) => !table.isInBoth(row))];
    const differences: Difference[] = [];
    this.each(both, (entry) => {
      const difference = this.difference(entry);
      differences.push(difference);
      classes.note(entry, difference.cause, difference.fork);
    });
    for (const entry of alone) classes.noteAlone(entry);
    this.each(both, (entry, at) => {
      this.tell(entry, differences[at]!);
    });
    for (const entry of alone)
      this.tell(entry, { cause: table.isIn(BASELINE, entry) ? 'prevented' : 'induced', fork: null });
    table.clear();
    spare.set(this.pair, table);
  }

  /**
   * Closes the episodes whose outcomes wait, and compares those that already were complete in the other world. Throws an
   * InvariantError when two episodes have one key.
   */
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
    const [high, low, background] = [log.keyHigh[row]!, log.keyLow[row]!, log.background[row]!];
    let entry = guessed;
    if (entry === NO_ENTRY)
      entry = table.entry(high, low, log.person[row]!, background, this.jointNeed(side, log.need[row]!));
    if (table.known(side, entry) === Known.complete) {
      const world = this.pair.views[side].world.name;
      throw new InvariantError(`two episodes in ${world} have the key ${table.keys.describe(entry)}`);
    }
    if (background === 1) {
      const kept = this.loose[side].take(high, low);
      if (kept !== NO_KEPT) table.attach(side, entry, kept);
    }
    table.close(side, entry, log, row);
    if (table.known(side === BASELINE ? POLICY : BASELINE, entry) === Known.complete) this.compare(entry);
  }

  private compare(entry: number): void {
    const { table } = this;
    const alike = this.stories.compare(table, entry);
    if (alike === Alike.wholly) {
      const { from, to } = this.pair.views[POLICY].window;
      const opened = table.opened(BASELINE, entry);
      if (opened >= from && opened < to) this.unchanged[table.isBackground(entry) ? 1 : 0] += 1;
    } else if (table.person(entry) === NOBODY && !table.hasParent(entry)) {
      const difference = alike === Alike.route ? this.timing(entry) : this.difference(entry);
      this.classes.note(entry, difference.cause, difference.fork);
      this.tell(entry, difference);
    } else {
      table.keys.setNote(entry, alike);
      return;
    }
    table.remove(entry);
  }

  /** Does something with each of some episodes, whose rows are fetched before, some episodes at once. */
  private each(entries: readonly number[], act: (entry: number, at: number) => void): void {
    entries.forEach((entry, at) => {
      if (at % AT_ONCE === 0) this.table.fetchAll(entries, at, Math.min(at + AT_ONCE, entries.length));
      act(entry, at);
    });
  }

  private timing(entry: number): Difference {
    const { table } = this;
    const [own, other] = [table.closed(BASELINE, entry), table.closed(POLICY, entry)];
    if (own !== other) return { cause: other > own ? 'later' : 'earlier', fork: null };
    const late = table.opened(POLICY, entry) - table.opened(BASELINE, entry);
    return { cause: late < 0 ? 'earlier' : 'later', fork: null };
  }

  private difference(entry: number): Difference {
    const { pair, table } = this;
    const known = table.keys.note(entry);
    if ((known === NOT_COMPARED ? this.stories.compare(table, entry) : known) === Alike.route)
      return this.timing(entry);
    const whose = { need: table.need(entry), cohort: table.cohort(entry) };
    const fork = findFork(pair, this.hazards, whose, this.route(BASELINE, entry), this.route(POLICY, entry));
    return fork === null ? this.timing(entry) : { cause: fork.cause, fork };
  }

  private route(side: Side, entry: number) {
    return routeOf(this.pair, this.table, side, entry);
  }

  private tell(entry: number, { cause, fork }: Difference): void {
    const { episode, table, classes } = this;
    const isAlone = cause === 'prevented' || cause === 'induced';
    this.accounts.read(table, entry);
    episode.person = table.person(entry);
    episode.isBackground = table.isBackground(entry);
    episode.need = table.need(entry);
    episode.cohort = table.cohort(entry);
    episode.severity = table.severity(entry);
    for (const side of [BASELINE, POLICY] as const) episode.outcome[side] = table.outcome(side, entry);
    episode.high = table.keys.high(entry);
    episode.low = table.keys.low(entry);
    episode.opened = table.opened(cause === 'induced' ? POLICY : BASELINE, entry);
    episode.closed[BASELINE] = table.closed(BASELINE, entry);
    episode.closed[POLICY] = table.closed(POLICY, entry);
    episode.cause = cause;
    episode.fork = fork;
    episode.base = classes.classOf(entry, isAlone);
    episode.owner = isAlone ? classes.owner(entry) : null;
    episode.routes = () => [this.route(BASELINE, entry), this.route(POLICY, entry)];
    this.hear(episode);
  }
}
