/**
 * Matches background work that is nobody's. Nearly all of it is one visit each, which is over when its episode is: rows and outcomes
 * stand in the same order in their logs, and are put together without looking for them. Of two worlds only the episode that comes
 * first is held, in one place, where the other's is compared with it. Whatever is more than one row goes the way of people.
 */
import { Finish, InvariantError, NEVER, NOBODY, NONE, OutcomeLog, VisitLog } from '../sim/index.js';
import { jointly } from './alike.js';
import { episodeId } from './episode-id.js';
import { NO_KEPT } from './kept-rows.js';
import { AT_ONCE, NO_ENTRY } from './key-table.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import {
  cohortIn,
  MOST_UNITS,
  markOf,
  NO_ROW,
  type Records,
  RowQueue,
  SINGLE_FLOATS,
  SINGLE_WORDS,
  Single,
  SingleHour,
  serviceIn,
  severityIn,
  sideIn,
  soughtOf,
  unitsIn,
} from './single-rows.js';
import type { TwinTable } from './twin-table.js';

/** Places for the keys of episodes that are more than one row, by the end of the key. */
const APART = 0x10000;

/** What becomes of episodes of background work. */
export interface BackgroundEars {
  /** One of one row goes the same way in both worlds, whenever that is: the record of each. */
  readonly alike: (baseline: Records, own: number, policy: Records, other: number) => void;
  /** The outcome of an episode in the table of twins is known in a world. */
  readonly close: (side: Side, entry: number, log: OutcomeLog, row: number) => void;
}

/** Rows of background work under way from the logs to where they are compared. */
export class BackgroundReading {
  private readonly queues: readonly [RowQueue, RowQueue] = [new RowQueue(), new RowQueue()];
  /** 1 where the table of twins may have an episode of such a key. */
  private readonly apart = new Uint8Array(APART);
  /** Scratch: one row of each log, the list of that row, and where it is kept. */
  private readonly visit = new VisitLog(1);
  private readonly outcome = new OutcomeLog(1);
  private readonly only = new Int32Array(1);
  private readonly place = new Int32Array(1);

  constructor(
    private readonly pair: Pair,
    private readonly table: TwinTable,
    private readonly ears: BackgroundEars,
  ) {}

  /** Bytes that rows which wait take. */
  get bytes(): number {
    return this.queues[BASELINE].bytes + this.queues[POLICY].bytes;
  }

  /** Takes in some rows of a batch of visits and decisions. */
  visits(side: Side, log: VisitLog, rows: Int32Array, count: number): void {
    const queue = this.queues[side];
    const { words, floats } = queue;
    const { keyHigh, keyLow, step, next, service, units, need, joined, started, released, requested } = log;
    const { pair } = this;
    const steps = pair.steps.of[side];
    const services = pair.services.of[side];
    const needs = pair.needs.of[side];
    for (let at = 0; at < count; at += 1) {
      const row = rows[at]!;
      if (queue.isFull) this.setAside(side);
      // Rows come as they are over; should one not, those before it could not be told by their hour.
      if (released[row]! < queue.latest) this.setAllAside(side);
      queue.latest = released[row]!;
      const record = queue.add();
      const word = SINGLE_WORDS * record;
      const hour = SINGLE_FLOATS * record;
      words[word] = keyLow[row]!;
      words[word + Single.high] = keyHigh[row]!;
      words[word + Single.need] = need[row] === NONE ? NONE : needs[need[row]!]!;
      floats[hour + SingleHour.released] = released[row]!;
      if (!isPlain(log, row)) {
        words[word + Single.mark] = this.keep(log, row);
        continue;
      }
      words[word + Single.mark] = NO_KEPT;
      words[word + Single.step] = steps[step[row]!]!;
      words[word + Single.next] = next[row] === NONE ? NONE : steps[next[row]!]!;
      words[word + Single.sought] = soughtOf(services[service[row]!]!, units[row]!);
      floats[hour + SingleHour.joined] = joined[row]!;
      floats[hour + SingleHour.started] = started[row]!;
      floats[hour + SingleHour.requested] = requested[row]!;
    }
  }

  /** Takes in some rows of a batch of outcomes, all of whose visits have been taken in. */
  outcomes(side: Side, log: OutcomeLog, rows: Int32Array, count: number): void {
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, count);
      this.table.singles.fetch(log.keyLow, rows, from, to);
      for (let at = from; at < to; at += 1) this.close(side, log, rows[at]!);
    }
  }

  /** Hands all that is left on to the table of twins, once both worlds have been read. */
  finish(): void {
    this.setAllAside(BASELINE);
    this.setAllAside(POLICY);
    const { singles } = this.table;
    // What stood in the slots after one that is emptied may have moved up.
    for (let slot = 0; slot < singles.slots; )
      if (singles.words[SINGLE_WORDS * slot + Single.mark] === 0) slot += 1;
      else this.release(slot);
  }

  /**
   * The row of an episode of nobody in the table of twins, to which it is moved where it is held as one of one row.
   * @param background Of an episode that is new: 1 for background work.
   */
  entry(high: number, low: number, background: number, need: number): number {
    const { table } = this;
    this.apart[low & (APART - 1)] = 1;
    const known = table.keys.find(high, low, 0);
    if (known !== NO_ENTRY) return known;
    const slot = table.singles.find(high, low);
    return slot < 0 ? table.entry(high, low, NOBODY, background, need) : this.release(slot);
  }

  private close(side: Side, log: OutcomeLog, row: number): void {
    const queue = this.queues[side];
    const [high, low, closed] = [log.keyHigh[row]!, log.keyLow[row]!, log.closed[row]!];
    // The episodes of what was over before go on.
    while (!queue.isEmpty && queue.hourOf(queue.oldest) < closed) this.setAside(side);
    let own = queue.find(high, low, closed);
    if (own !== NO_ROW && this.isSingle(queue, own, log, row)) {
      this.match(side, own, log, row);
      queue.take(own);
      return;
    }
    for (; own !== NO_ROW; own = queue.find(high, low, closed)) this.bind(side, own);
    this.ears.close(side, this.entry(high, low, 1, jointly(this.pair.needs, side, log.need[row]!)), log, row);
  }

  /** Whether a row that waits is all that there is of an episode. */
  private isSingle(queue: RowQueue, record: number, log: OutcomeLog, row: number): boolean {
    return (
      queue.words[SINGLE_WORDS * record + Single.mark] === NO_KEPT &&
      queue.floats[SINGLE_FLOATS * record + SingleHour.joined] === log.opened[row] &&
      this.apart[log.keyLow[row]! & (APART - 1)] === 0 &&
      log.parallel[row] === 0 &&
      log.parentHigh[row] === 0 &&
      log.parentLow[row] === 0 &&
      queue.isAlone(record)
    );
  }

  /** Compares an episode of one row with that of the other world, or holds it until that comes. */
  private match(side: Side, record: number, log: OutcomeLog, row: number): void {
    const { singles } = this.table;
    const { words } = this.queues[side];
    const word = SINGLE_WORDS * record;
    const [high, low] = [words[word + Single.high]!, words[word]!];
    words[word + Single.outcome] = jointly(this.pair.outcomes, side, log.outcome[row]!);
    words[word + Single.mark] = markOf(side, log.severity[row]!, log.cohort[row]!);
    const slot = singles.find(high, low);
    if (slot < 0) {
      singles.put(-1 - slot, words, record);
      return;
    }
    if (sideIn(singles.words[SINGLE_WORDS * slot + Single.mark]!) === side)
      throw new InvariantError(
        `two episodes in ${this.pair.views[side].world.name} have the key ${episodeId(high, low)}`,
      );
    if (isSameRoute(words, word, singles.words, SINGLE_WORDS * slot)) {
      if (side === BASELINE) this.ears.alike(this.queues[side], record, singles, slot);
      else this.ears.alike(singles, slot, this.queues[side], record);
      singles.remove(slot);
      return;
    }
    const entry = this.entry(high, low, 1, words[word + Single.need]!);
    this.table.attach(side, entry, this.keepRecord(side, this.queues[side], record));
    this.ears.close(side, entry, log, row);
  }

  /** Hands the oldest row on. */
  private setAside(side: Side): void {
    this.bind(side, this.queues[side].oldest);
  }

  private setAllAside(side: Side): void {
    while (!this.queues[side].isEmpty) this.setAside(side);
  }

  /** Adds a row that waits to its episode in the table of twins. */
  private bind(side: Side, record: number): void {
    const queue = this.queues[side];
    const { words } = queue;
    const word = SINGLE_WORDS * record;
    const mark = words[word + Single.mark]!;
    const kept = mark === NO_KEPT ? this.keepRecord(side, queue, record) : mark;
    queue.take(record);
    this.table.attach(side, this.entry(words[word + Single.high]!, words[word]!, 1, words[word + Single.need]!), kept);
  }

  /** Moves an episode of one row to the table of twins, and says which row it has there. */
  private release(slot: number): number {
    const { table, outcome } = this;
    const { singles } = table;
    const { words, floats } = singles;
    const word = SINGLE_WORDS * slot;
    const hour = SINGLE_FLOATS * slot;
    const own = words[word + Single.outcome]!;
    const mark = words[word + Single.mark]!;
    const side = sideIn(mark);
    const entry = table.entry(words[word + Single.high]!, words[word]!, NOBODY, 1, words[word + Single.need]!);
    table.attach(side, entry, this.keepRecord(side, singles, slot));
    outcome.outcome[0] = own === NONE ? NONE : this.pair.outcomes.own[side][own]!;
    outcome.severity[0] = severityIn(mark);
    outcome.cohort[0] = cohortIn(mark);
    outcome.opened[0] = floats[hour + SingleHour.joined]!;
    outcome.closed[0] = floats[hour + SingleHour.released]!;
    singles.remove(slot);
    this.ears.close(side, entry, outcome, 0);
    return entry;
  }

  /** Keeps what a record says as a row of the log. */
  private keepRecord(side: Side, { words, floats }: Records, record: number): number {
    const { visit, pair } = this;
    const word = SINGLE_WORDS * record;
    const hour = SINGLE_FLOATS * record;
    const next = words[word + Single.next]!;
    const sought = words[word + Single.sought]!;
    visit.step[0] = pair.steps.own[side][words[word + Single.step]!]!;
    visit.next[0] = next === NONE ? NONE : pair.steps.own[side][next]!;
    visit.service[0] = pair.services.own[side][serviceIn(sought)]!;
    visit.units[0] = unitsIn(sought);
    visit.decision[0] = NONE;
    visit.finish[0] = Finish.released;
    visit.joined[0] = floats[hour + SingleHour.joined]!;
    visit.started[0] = floats[hour + SingleHour.started]!;
    visit.ended[0] = floats[hour + SingleHour.released]!;
    visit.released[0] = floats[hour + SingleHour.released]!;
    visit.requested[0] = floats[hour + SingleHour.requested]!;
    return this.keep(visit, 0);
  }

  /** Keeps a row of the log, and says where. */
  private keep(log: VisitLog, row: number): number {
    this.only[0] = row;
    this.table.kept.keep(log, this.only, 0, 1, this.place);
    return this.place[0]!;
  }
}

/** Whether a row is a visit that was served at one go, of which a record says all. */
function isPlain({ service, finish, part, visit, started, ended, released, units }: VisitLog, row: number): boolean {
  return (
    finish[row] === Finish.released &&
    service[row] !== NONE &&
    part[row] === 0 &&
    visit[row] === 0 &&
    started[row]! < NEVER &&
    ended[row] === released[row] &&
    units[row]! <= MOST_UNITS
  );
}

/** Whether episodes of one row went the same way to the same end. */
function isSameRoute(words: Int32Array, one: number, others: Int32Array, other: number): boolean {
  return (
    words[one + Single.step] === others[other + Single.step] &&
    words[one + Single.next] === others[other + Single.next] &&
    words[one + Single.sought] === others[other + Single.sought] &&
    words[one + Single.outcome] === others[other + Single.outcome]
  );
}
