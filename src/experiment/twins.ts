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
import { NO_ENTRY } from './key-table.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { Returns } from './returns.js';
import { routeOf } from './routes.js';
import { TwinEpisode } from './twin-episode.js';
import { AT_ONCE, Known, TwinTable } from './twin-table.js';
import { VisitAccounts } from './visit-accounts.js';

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
  private readonly table = new TwinTable();
  private readonly stories: Stories;
  private readonly accounts: VisitAccounts;
  private readonly hazards: HazardEdits;
  private readonly classes: Classes;
  private readonly episode: TwinEpisode;
  /** Rows of the table whose outcome has been read, while some of their visits may still be in the log. */
  private readonly closing: readonly [number[], number[]] = [[], []];
  /** Scratch of a batch. */
  private entries = new Int32Array(0);

  constructor(
    private readonly pair: Pair,
    private readonly hear: (episode: TwinEpisode) => void,
  ) {
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
    const { count } = log;
    const entries = this.roomFor(count);
    // Some rows of the table are found before the first is written to, so that the look-ups need not wait for one another.
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, count);
      this.find(side, log, from, to, entries);
      this.table.append(side, log, from, to, entries);
    }
    // Visits are logged before the outcome: with this batch, those of all outcomes read before it are complete.
    this.settle(side);
  }

  /** Finds the row of the episode of each visit and decision from one up to another; NO_ENTRY for records. */
  private find(side: Side, log: VisitLog, from: number, to: number, entries: Int32Array): void {
    const { table } = this;
    const needs = this.pair.needs.of[side];
    const { record } = this.pair.views[side];
    const { background, keyHigh, keyLow, person, need, service } = log;
    table.keys.guess(keyHigh, keyLow, from, to, entries);
    let last = NO_ENTRY;
    for (let row = from; row < to; row += 1) {
      if (service[row] !== NONE && record[service[row]!] === 1) entries[row] = NO_ENTRY;
      else if (entries[row] === NO_ENTRY) {
        // A visit and the decision that follows it stand together: one look-up does for both.
        const [high, low, own] = [keyHigh[row]!, keyLow[row]!, need[row]!];
        if (last === NO_ENTRY || !table.keys.holds(last, high, low))
          last = table.entry(high, low, person[row]!, background[row]!, own === NONE ? NONE : needs[own]!);
        entries[row] = last;
      }
    }
  }

  /** Reads a batch of one world's outcomes. Throws an InvariantError when two episodes have one key. */
  outcomes(side: Side, { own: log }: OutcomeBatch): void {
    const { count, absorbed, parallel, parentHigh, parentLow, keyHigh, keyLow } = log;
    const view = this.pair.views[side];
    const entries = this.roomFor(count);
    for (let row = 0; row < count; row += 1) {
      if (row % AT_ONCE === 0) this.table.keys.guess(keyHigh, keyLow, row, Math.min(row + AT_ONCE, count), entries);
      if (absorbed[row] === 1 || isRecorded(view, log, row)) continue;
      this.close(side, log, row, entries[row]!);
      if (parallel[row] === 0 && (parentHigh[row] !== 0 || parentLow[row] !== 0)) this.returns.note(side, log, row);
    }
  }

  /** Scratch for the rows of the episodes of a batch. */
  private roomFor(count: number): Int32Array {
    if (this.entries.length < count) this.entries = new Int32Array(count);
    return this.entries;
  }

  /** @param guessed Row of the episode, or NO_ENTRY where it has to be looked for. */
  private close(side: Side, log: OutcomeLog, row: number, guessed: number): void {
    const { table } = this;
    const own = log.need[row]!;
    const need = own === NONE ? NONE : this.pair.needs.of[side][own]!;
    let entry = guessed;
    if (entry === NO_ENTRY)
      entry = table.entry(log.keyHigh[row]!, log.keyLow[row]!, log.person[row]!, log.background[row]!, need);
    if (table.known(side, entry) >= Known.closed) {
      const world = this.pair.views[side].world.name;
      throw new InvariantError(`two episodes in ${world} have the key ${table.keys.describe(entry)}`);
    }
    table.close(side, entry, log, row);
    this.closing[side].push(entry);
  }

  /** Tells of what is left, once both worlds have been read. */
  finish(): void {
    this.settle(BASELINE);
    this.settle(POLICY);
    const { table, classes } = this;
    const rows = table.keys.rows();
    const [both, alone] = [rows.filter((row) => table.isInBoth(row)), rows.filter((row) => !table.isInBoth(row))];
    const differences = both.map((entry) => this.difference(entry));
    both.forEach((entry, at) => {
      classes.note(entry, differences[at]!.cause, differences[at]!.fork);
    });
    for (const entry of alone) classes.noteAlone(entry);
    both.forEach((entry, at) => {
      this.tell(entry, differences[at]!);
    });
    for (const entry of alone)
      this.tell(entry, { cause: table.isIn(BASELINE, entry) ? 'prevented' : 'induced', fork: null });
  }

  /** Compares the episodes that are complete in this world and already were in the other. */
  private settle(side: Side): void {
    const { table } = this;
    const other = side === BASELINE ? POLICY : BASELINE;
    const ready = this.roomFor(this.closing[side].length);
    let count = 0;
    for (const entry of this.closing[side]) {
      table.setKnown(side, entry, Known.complete);
      if (table.known(other, entry) === Known.complete) ready[count++] = entry;
    }
    this.closing[side].length = 0;
    for (let at = 0; at < count; at += 1) {
      if (at % AT_ONCE === 0) table.fetch(ready, at, Math.min(at + AT_ONCE, count));
      this.compare(ready[at]!);
    }
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
    } else return;
    table.remove(entry);
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
    if (this.stories.compare(table, entry) === Alike.route) return this.timing(entry);
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
    episode.routes = cause === 'rule' ? [this.route(BASELINE, entry), this.route(POLICY, entry)] : null;
    this.hear(episode);
  }
}
