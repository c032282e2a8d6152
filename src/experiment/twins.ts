/**
 * Matches the episodes of two worlds by key. One that is over in both and the same is forgotten at once; one that differs
 * is told of: background work at once, and that of persons, whose class rests on all that they met, at the end.
 */
import { NOBODY } from '../sim/index.js';
import { Alike, Stories } from './alike.js';
import type { OutcomeBatch, VisitBatch } from './batch.js';
import { Classes } from './classes.js';
import type { Cause } from './differences.js';
import { type Fork, findFork } from './fork.js';
import { HazardEdits } from './hazards.js';
import { AT_ONCE, NO_ENTRY } from './key-table.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { Returns } from './returns.js';
import { routeOf } from './routes.js';
import { SingleTwins } from './single-twins.js';
import { TwinEpisode } from './twin-episode.js';
import { TwinReading } from './twin-reading.js';
import { TwinTable } from './twin-table.js';
import { VisitAccounts } from './visit-accounts.js';

/** Note of an episode that has not been compared, as of a new one. */
const NOT_COMPARED = 0;

/** The table of a pair's last replication, to be used again: memory that is new has to be cleared and collected. */
const spare = new WeakMap<Pair, TwinTable>();

/** Why an episode differs, and where its routes part if they do. */
interface Difference {
  readonly cause: Cause;
  readonly fork: Fork | null;
}

const LATER: Difference = { cause: 'later', fork: null };
const EARLIER: Difference = { cause: 'earlier', fork: null };
const PREVENTED: Difference = { cause: 'prevented', fork: null };
const INDUCED: Difference = { cause: 'induced', fork: null };

/** Reads two worlds, batch by batch, and tells of each episode that differs, once. */
export class Twins {
  readonly returns = new Returns();
  /** Episodes that opened in the measured period and are the same in both worlds: of people, of background work. */
  readonly unchanged: [number, number] = [0, 0];
  private readonly table: TwinTable;
  private readonly reading: TwinReading;
  private readonly stories: Stories;
  private readonly accounts: VisitAccounts;
  private readonly hazards: HazardEdits;
  private readonly classes: Classes;
  private readonly episode: TwinEpisode;
  /** Row of the episode that is told of. */
  private told = NO_ENTRY;
  /** Why episodes differ that are told of at the end: the note of each is one more than its place here. */
  private readonly differences: Difference[] = [];

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
    this.episode = new TwinEpisode(this.accounts.visits, () => [
      this.route(BASELINE, this.told),
      this.route(POLICY, this.told),
    ]);
    const singles = new SingleTwins(pair, this.table.singles, this.accounts, this.episode, this.unchanged, hear);
    this.reading = new TwinReading(
      pair,
      this.table,
      this.returns,
      (entry) => this.compare(entry),
      (baseline, policy) => singles.compare(baseline, policy),
    );
  }

  /** Bytes that all it holds takes, episodes and visits that wait to be compared. */
  get bytes(): number {
    return this.table.bytes + this.reading.bytes;
  }

  /** Reads a batch of one world's visits. Throws an InvariantError when two episodes have one key. */
  visits(side: Side, { own }: VisitBatch): void {
    this.reading.visits(side, own);
  }

  /** Reads a batch of one world's outcomes. */
  outcomes(side: Side, { own }: OutcomeBatch): void {
    this.reading.outcomes(side, own);
  }

  /** Tells of what is left, once both worlds have been read. Throws an InvariantError when two episodes have one key. */
  finish(): void {
    this.reading.finish();
    const { table, classes } = this;
    const both: number[] = [];
    const alone: number[] = [];
    for (const entry of table.keys.rows()) (table.isInBoth(entry) ? both : alone).push(entry);
    for (const entry of both)
      if (table.keys.note(entry) === NOT_COMPARED) this.note(entry, this.stories.compare(table, entry));
    for (const entry of alone) classes.noteAlone(entry);
    for (const [at, entry] of both.entries()) {
      if (at % AT_ONCE === 0) table.fetchAll(both, at, Math.min(at + AT_ONCE, both.length));
      this.tell(entry, this.differences[table.keys.note(entry) - 1]!);
    }
    for (const entry of alone) this.tell(entry, table.isIn(BASELINE, entry) ? PREVENTED : INDUCED);
    table.clear();
    spare.set(this.pair, table);
  }

  private compare(entry: number): void {
    const { table } = this;
    const alike = this.stories.compare(table, entry);
    if (alike === Alike.wholly) {
      const { from, to } = this.pair.views[POLICY].window;
      const opened = table.opened(BASELINE, entry);
      if (opened >= from && opened < to) this.unchanged[table.isBackground(entry) ? 1 : 0] += 1;
    } else {
      const difference = this.note(entry, alike);
      if (table.person(entry) !== NOBODY || table.hasParent(entry)) return;
      this.tell(entry, difference);
    }
    table.remove(entry);
  }

  /** Notes why an episode differs, which is found out while its rows are at hand. */
  private note(entry: number, alike: number): Difference {
    const difference = alike === Alike.route ? this.timing(entry) : this.difference(entry);
    this.classes.note(entry, difference.cause, difference.fork);
    this.table.keys.setNote(entry, this.differences.push(difference));
    return difference;
  }

  private timing(entry: number): Difference {
    const { table } = this;
    const [own, other] = [table.closed(BASELINE, entry), table.closed(POLICY, entry)];
    if (own !== other) return other > own ? LATER : EARLIER;
    return table.opened(POLICY, entry) < table.opened(BASELINE, entry) ? EARLIER : LATER;
  }

  private difference(entry: number): Difference {
    const { pair, table } = this;
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
    this.told = entry;
    this.hear(episode);
  }
}
