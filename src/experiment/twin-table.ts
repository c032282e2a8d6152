/** Episodes of two worlds under one key each, with all that was logged of them, while they wait to be compared. */
import { NEVER, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { KeptRows, NO_KEPT } from './kept-rows.js';
import { KeyTable, moreFloats, moreInts, NO_ENTRY } from './key-table.js';
import type { Side } from './pair.js';

/** How much of an episode has been read in one world. */
export const Known = {
  absent: 0,
  /** Some of its visits. */
  open: 1,
  /** Its outcome; visits may still be in the log. */
  closed: 2,
  /** All of it. */
  complete: 3,
} as const;

/** Words of an episode: four of each world, then whose it is. Sixteen, so that they lie in one line of the cache. */
const WORDS = 16;
const SIDE_WORDS = 4;
const Word = {
  known: 0,
  head: 1,
  tail: 2,
  outcome: 3,
  person: 8,
  background: 9,
  need: 10,
  cohort: 11,
  parentHigh: 12,
  parentLow: 13,
  parallel: 14,
  severity: 15,
} as const;
/** Hours of an episode: two of each world. */
const HOURS = 4;

/** Rows of episodes. */
export class TwinTable {
  readonly keys = new KeyTable();
  readonly kept = new KeptRows();
  private words = new Int32Array(WORDS * this.keys.room);
  private hours = new Float64Array(HOURS * this.keys.room);

  /** The row of an episode, a new one if need be. `need` under its joint index. */
  entry(high: number, low: number, person: number, background: number, need: number): number {
    const present = this.keys.find(high, low, 0);
    if (present !== NO_ENTRY) return present;
    const entry = this.keys.add(high, low, 0);
    if (WORDS * entry >= this.words.length) {
      this.words = moreInts(this.words, WORDS * this.keys.room);
      this.hours = moreFloats(this.hours, HOURS * this.keys.room);
    }
    const { words, hours } = this;
    const at = WORDS * entry;
    for (let side = at; side < at + 2 * SIDE_WORDS; side += SIDE_WORDS) {
      words[side + Word.known] = Known.absent;
      words[side + Word.head] = NO_KEPT;
      words[side + Word.tail] = NO_KEPT;
      words[side + Word.outcome] = NONE;
    }
    words[at + Word.person] = person;
    words[at + Word.background] = background;
    words[at + Word.need] = need;
    words[at + Word.cohort] = 0;
    words[at + Word.parentHigh] = 0;
    words[at + Word.parentLow] = 0;
    words[at + Word.parallel] = 0;
    words[at + Word.severity] = 0;
    for (let hour = HOURS * entry; hour < HOURS * entry + HOURS; hour += 1) hours[hour] = NEVER;
    return entry;
  }

  /** Keeps a visit or decision of an episode. */
  append(side: Side, entry: number, log: VisitLog, row: number): void {
    const { words } = this;
    const at = WORDS * entry + SIDE_WORDS * side;
    if (words[at + Word.known] === Known.absent) words[at + Word.known] = Known.open;
    const kept = this.kept.keep(log, row);
    if (words[at + Word.head] === NO_KEPT) words[at + Word.head] = kept;
    else this.kept.link(words[at + Word.tail]!, kept);
    words[at + Word.tail] = kept;
  }

  /** Notes the outcome of an episode. */
  close(side: Side, entry: number, log: OutcomeLog, row: number): void {
    const { words, hours } = this;
    const at = WORDS * entry;
    // The baseline's word on severity holds, whichever world is read first.
    if (side === 0 || words[at + Word.known]! < Known.closed) words[at + Word.severity] = log.severity[row]!;
    words[at + SIDE_WORDS * side + Word.known] = Known.closed;
    words[at + SIDE_WORDS * side + Word.outcome] = log.outcome[row]!;
    words[at + Word.cohort] = log.cohort[row]!;
    words[at + Word.parentHigh] = log.parentHigh[row]!;
    words[at + Word.parentLow] = log.parentLow[row]!;
    words[at + Word.parallel] = log.parallel[row]!;
    hours[HOURS * entry + 2 * side] = log.opened[row]!;
    hours[HOURS * entry + 2 * side + 1] = log.closed[row]!;
  }

  /** How much of an episode has been read in a world. */
  known(side: Side, entry: number): number {
    return this.words[WORDS * entry + SIDE_WORDS * side + Word.known]!;
  }

  setKnown(side: Side, entry: number, known: number): void {
    this.words[WORDS * entry + SIDE_WORDS * side + Word.known] = known;
  }

  /** Whether a world has the episode. */
  isIn(side: Side, entry: number): boolean {
    return this.known(side, entry) !== Known.absent;
  }

  /** Whether both worlds have it. */
  isInBoth(entry: number): boolean {
    return this.isIn(0, entry) && this.isIn(1, entry);
  }

  /** First of the kept visits and decisions, or NO_KEPT. */
  head(side: Side, entry: number): number {
    return this.words[WORDS * entry + SIDE_WORDS * side + Word.head]!;
  }

  /** Outcome in the world's own order, or NONE. */
  outcome(side: Side, entry: number): number {
    return this.words[WORDS * entry + SIDE_WORDS * side + Word.outcome]!;
  }

  /** Hour at which an episode opened in a world, or NEVER. */
  opened(side: Side, entry: number): number {
    return this.hours[HOURS * entry + 2 * side]!;
  }

  /** Hour at which an episode was over in a world, or NEVER. */
  closed(side: Side, entry: number): number {
    return this.hours[HOURS * entry + 2 * side + 1]!;
  }

  /** Person, or NOBODY. */
  person(entry: number): number {
    return this.words[WORDS * entry + Word.person]!;
  }

  isBackground(entry: number): boolean {
    return this.words[WORDS * entry + Word.background] === 1;
  }

  /** Joint index of its need, or NONE. */
  need(entry: number): number {
    return this.words[WORDS * entry + Word.need]!;
  }

  /** Severity at the end of the episode, in the baseline where that has it. */
  severity(entry: number): number {
    return this.words[WORDS * entry + Word.severity]!;
  }

  cohort(entry: number): number {
    return this.words[WORDS * entry + Word.cohort]!;
  }

  /** High word of the key of the episode that it came from; 0, like the low one, where there is none. */
  parentHigh(entry: number): number {
    return this.words[WORDS * entry + Word.parentHigh]!;
  }

  parentLow(entry: number): number {
    return this.words[WORDS * entry + Word.parentLow]!;
  }

  hasParent(entry: number): boolean {
    return this.parentHigh(entry) !== 0 || this.parentLow(entry) !== 0;
  }

  /** Whether another episode started it beside itself. */
  isParallel(entry: number): boolean {
    return this.words[WORDS * entry + Word.parallel] === 1;
  }

  /** Forgets an episode. */
  remove(entry: number): void {
    this.kept.giveBack(this.head(0, entry));
    this.kept.giveBack(this.head(1, entry));
    this.keys.remove(entry);
  }
}
