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
  bothOf,
  cohortIn,
  lowerIn,
  MOST_UNITS,
  NO_ROW,
  noteOf,
  RowQueue,
  SINGLE_FLOATS,
  SINGLE_WORDS,
  Single,
  SingleHour,
  severityIn,
  sideIn,
  upperIn,
} from './single-rows.js';
import type { TwinTable } from './twin-table.js';

/** Places for the keys of episodes that are more than one row, a bit each, by the end of the key. */
const APART = 0x10000;

/** What becomes of episodes of background work. */
export interface BackgroundEars {
  /** One of one row goes the same way in both worlds, whenever that is: the row of each. */
  readonly alike: (baseline: number, policy: number) => void;
  /** The outcome of an episode in the table of twins is known in a world. */
  readonly close: (side: Side, entry: number, log: OutcomeLog, row: number) => void;
}

/** Rows of background work under way from the logs to where they are compared. */
export class BackgroundReading {
  private readonly queues: readonly [RowQueue, RowQueue];
  /** Where the table of twins may have an episode of such a key. */
  private readonly apart = new Int32Array(APART >>> 5);
  /** Scratch: one row of each log, the list of that row, and where it is kept. */
  private readonly visit = new VisitLog(1);
  private readonly outcome = new OutcomeLog(1);
  private readonly only = new Int32Array(1);
  private readonly place = new Int32Array(1);

  constructor(
    private readonly pair: Pair,
    private readonly table: TwinTable,
    private readonly ears: BackgroundEars,
  ) {
    this.queues = [new RowQueue(table.singles), new RowQueue(table.singles)];
  }

  /** Bytes that rows which wait take. */
  get bytes(): number {
    return this.queues[BASELINE].bytes + this.queues[POLICY].bytes;
  }

  /** Takes in some rows of a batch of visits and decisions. */
  visits(side: Side, log: VisitLog, rows: Int32Array, count: number): void {
    const queue = this.queues[side];
    const { pair } = this;
    const { singles } = this.table;
    singles.reserve(count);
    const { words, floats } = singles;
    const { keyHigh, keyLow, step, next, service, units, need, joined, started, released, requested } = log;
    const steps = pair.steps.of[side];
    const services = pair.services.of[side];
    const needs = pair.needs.of[side];
    for (let at = 0; at < count; at += 1) {
      const row = rows[at]!;
      if (queue.isFull) this.setAside(side);
      // Rows come as they are over; should one not, those before it could not be told by their hour.
      if (released[row]! < queue.latest) this.setAllAside(side);
      queue.latest = released[row]!;
      const single = singles.take(keyHigh[row]!, keyLow[row]!, 0);
      queue.add(single);
      const word = SINGLE_WORDS * single;
      const hour = SINGLE_FLOATS * single;
      words[word + Single.whose] = need[row] === NONE ? NONE : needs[need[row]!]!;
      floats[hour + SingleHour.released] = released[row]!;
      if (!isPlain(log, row)) {
        singles.setNote(single, this.keep(log, row));
        continue;
      }
      singles.setNote(single, NO_KEPT);
      words[word + Single.step] = steps[step[row]!]!;
      words[word + Single.next] = next[row] === NONE ? NONE : steps[next[row]!]!;
      words[word + Single.sought] = bothOf(services[service[row]!]!, units[row]!);
      floats[hour + SingleHour.joined] = joined[row]!;
      floats[hour + SingleHour.started] = started[row]!;
      floats[hour + SingleHour.requested] = requested[row]!;
    }
  }

  /** Takes in some rows of a batch of outcomes, all of whose visits have been taken in. */
  outcomes(side: Side, log: OutcomeLog, rows: Int32Array, count: number): void {
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, count);
      this.table.singles.fetch(log.keyLow, null, rows, from, to);
      for (let at = from; at < to; at += 1) this.close(side, log, rows[at]!);
    }
  }

  /** Hands all that is left on to the table of twins, once both worlds have been read. */
  finish(): void {
    this.setAllAside(BASELINE);
    this.setAllAside(POLICY);
    for (const single of this.table.singles.rows()) this.release(single);
  }

  /**
   * The row of an episode of nobody in the table of twins, to which it is moved where it is held as one of one row.
   * @param background Of an episode that is new: 1 for background work.
   */
  entry(high: number, low: number, background: number, need: number): number {
    const { table } = this;
    this.apart[(low & (APART - 1)) >>> 5]! |= 1 << (low & 31);
    const known = table.keys.find(high, low, 0);
    if (known !== NO_ENTRY) return known;
    const single = table.singles.find(high, low, 0);
    return single === NO_ENTRY ? table.entry(high, low, NOBODY, background, need) : this.release(single);
  }

  private close(side: Side, log: OutcomeLog, row: number): void {
    const queue = this.queues[side];
    const [high, low, closed] = [log.keyHigh[row]!, log.keyLow[row]!, log.closed[row]!];
    // The episodes of what was over before go on.
    while (!queue.isEmpty && queue.earliest < closed) this.setAside(side);
    let place = queue.find(high, low, closed);
    if (place !== NO_ROW && this.isSingle(queue, place, log, row)) {
      const single = queue.at(place);
      queue.take(place);
      this.match(side, single, log, row);
      return;
    }
    for (; place !== NO_ROW; place = queue.find(high, low, closed)) this.bind(side, place);
    this.ears.close(side, this.entry(high, low, 1, jointly(this.pair.needs, side, log.need[row]!)), log, row);
  }

  /** Whether a row that waits is all that there is of an episode. */
  private isSingle(queue: RowQueue, place: number, log: OutcomeLog, row: number): boolean {
    const { singles } = this.table;
    const single = queue.at(place);
    const [high, low] = [log.keyHigh[row]!, log.keyLow[row]!];
    return (
      singles.note(single) === NO_KEPT &&
      singles.floats[SINGLE_FLOATS * single + SingleHour.joined] === log.opened[row] &&
      (this.apart[(low & (APART - 1)) >>> 5]! & (1 << (low & 31))) === 0 &&
      log.parallel[row] === 0 &&
      log.parentHigh[row] === 0 &&
      log.parentLow[row] === 0 &&
      queue.find(high, low, log.closed[row]!, place + 1) === NO_ROW
    );
  }

  /** Compares an episode of one row with that of the other world, or holds it until that comes. */
  private match(side: Side, single: number, log: OutcomeLog, row: number): void {
    const { singles } = this.table;
    const { words } = singles;
    const whose = SINGLE_WORDS * single + Single.whose;
    words[whose] = bothOf(jointly(this.pair.outcomes, side, log.outcome[row]!), words[whose]!);
    singles.setNote(single, noteOf(side, log.severity[row]!, log.cohort[row]!));
    const [high, low] = [singles.high(single), singles.low(single)];
    const other = singles.find(high, low, 0);
    if (other === NO_ENTRY) {
      singles.enter(single);
      return;
    }
    if (sideIn(singles.note(other)) === side)
      throw new InvariantError(
        `two episodes in ${this.pair.views[side].world.name} have the key ${episodeId(high, low)}`,
      );
    if (isSameRoute(words, single, other)) {
      if (side === BASELINE) this.ears.alike(single, other);
      else this.ears.alike(other, single);
      singles.remove(other);
    } else {
      const entry = this.entry(high, low, 1, upperIn(words[whose]!));
      this.table.attach(side, entry, this.keepSingle(side, single));
      this.ears.close(side, entry, log, row);
    }
    singles.giveBack(single);
  }

  /** Hands the oldest row on. */
  private setAside(side: Side): void {
    this.bind(side, this.queues[side].oldest);
  }

  private setAllAside(side: Side): void {
    while (!this.queues[side].isEmpty) this.setAside(side);
  }

  /** Adds a row that waits to its episode in the table of twins. */
  private bind(side: Side, place: number): void {
    const queue = this.queues[side];
    const { singles } = this.table;
    const single = queue.at(place);
    const note = singles.note(single);
    const kept = note === NO_KEPT ? this.keepSingle(side, single) : note;
    const need = singles.words[SINGLE_WORDS * single + Single.whose]!;
    queue.take(place);
    this.table.attach(side, this.entry(singles.high(single), singles.low(single), 1, need), kept);
    singles.giveBack(single);
  }

  /** Moves an episode of one row to the table of twins, and says which row it has there. */
  private release(single: number): number {
    const { table, outcome } = this;
    const { singles } = table;
    const hour = SINGLE_FLOATS * single;
    const whose = singles.words[SINGLE_WORDS * single + Single.whose]!;
    const own = lowerIn(whose);
    const note = singles.note(single);
    const side = sideIn(note);
    const entry = table.entry(singles.high(single), singles.low(single), NOBODY, 1, upperIn(whose));
    table.attach(side, entry, this.keepSingle(side, single));
    outcome.outcome[0] = own === NONE ? NONE : this.pair.outcomes.own[side][own]!;
    outcome.severity[0] = severityIn(note);
    outcome.cohort[0] = cohortIn(note);
    outcome.opened[0] = singles.floats[hour + SingleHour.joined]!;
    outcome.closed[0] = singles.floats[hour + SingleHour.released]!;
    singles.remove(single);
    this.ears.close(side, entry, outcome, 0);
    return entry;
  }

  /** Keeps what such a row says as a row of the log. */
  private keepSingle(side: Side, single: number): number {
    const { visit, pair } = this;
    const { words, floats } = this.table.singles;
    const word = SINGLE_WORDS * single;
    const hour = SINGLE_FLOATS * single;
    const next = words[word + Single.next]!;
    const sought = words[word + Single.sought]!;
    visit.step[0] = pair.steps.own[side][words[word + Single.step]!]!;
    visit.next[0] = next === NONE ? NONE : pair.steps.own[side][next]!;
    visit.service[0] = pair.services.own[side][lowerIn(sought)]!;
    visit.units[0] = upperIn(sought);
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
function isSameRoute(words: Int32Array, single: number, other: number): boolean {
  const [one, two] = [SINGLE_WORDS * single, SINGLE_WORDS * other];
  return (
    words[one + Single.step] === words[two + Single.step] &&
    words[one + Single.next] === words[two + Single.next] &&
    words[one + Single.sought] === words[two + Single.sought] &&
    words[one + Single.whose] === words[two + Single.whose]
  );
}
