/** Episodes of two worlds under one key each, with all that was logged of them, while they wait to be compared. */
import { NEVER, NONE, type OutcomeLog } from '../sim/index.js';
import { KeptRows, NO_KEPT } from './kept-rows.js';
import { AT_ONCE, KEY_WORDS, KeyTable, NO_ENTRY } from './key-table.js';
import type { Side } from './pair.js';
import { singleTable } from './single-rows.js';

/** How much of an episode has been read in one world. */
export const Known = {
  absent: 0,
  /** Some of its visits. */
  open: 1,
  /** All of it. */
  complete: 2,
} as const;

/** Words of an episode's row: its key's, four of each world, whose it is, and four hours. */
const WORDS = 28;
/** Words of a world, the baseline's first. */
const SIDE_WORDS = 4;
const Own = { known: KEY_WORDS, head: 5, tail: 6, outcome: 7 } as const;
const Word = {
  person: KEY_WORDS + 2 * SIDE_WORDS,
  background: 13,
  need: 14,
  cohort: 15,
  parentHigh: 16,
  parentLow: 17,
  parallel: 18,
  severity: 19,
} as const;
/** The same row as hours: where those of the episode begin, two of each world (opened, closed). */
const FLOATS = WORDS / 2;
const FIRST_HOUR = 10;
const HOURS = 4;

/** Rows of episodes. */
export class TwinTable {
  readonly keys = new KeyTable(1024, WORDS);
  readonly kept = new KeptRows();
  /** Background work of one row in either world so far, apart from all others. */
  readonly singles = singleTable();
  /** Scratch: the first rows kept of some episodes, and what was read of them when they were fetched. */
  private heads = new Int32Array(2 * AT_ONCE);
  fetched = 0;

  /** The row of an episode, a new one if need be. `need` under its joint index. */
  entry(high: number, low: number, person: number, background: number, need: number): number {
    const present = this.keys.find(high, low, 0);
    return present === NO_ENTRY ? this.add(high, low, person, background, need) : present;
  }

  private add(high: number, low: number, person: number, background: number, need: number): number {
    const entry = this.keys.add(high, low, 0);
    const { words, floats } = this.keys;
    const at = WORDS * entry;
    for (let side = at; side < at + 2 * SIDE_WORDS; side += SIDE_WORDS) {
      words[side + Own.known] = Known.absent;
      words[side + Own.head] = NO_KEPT;
      words[side + Own.tail] = NO_KEPT;
      words[side + Own.outcome] = NONE;
    }
    words[at + Word.person] = person;
    words[at + Word.background] = background;
    words[at + Word.need] = need;
    words[at + Word.cohort] = 0;
    words[at + Word.parentHigh] = 0;
    words[at + Word.parentLow] = 0;
    words[at + Word.parallel] = 0;
    words[at + Word.severity] = 0;
    const hours = FLOATS * entry + FIRST_HOUR;
    for (let hour = hours; hour < hours + HOURS; hour += 1) floats[hour] = NEVER;
    return entry;
  }

  /** Adds a row that is kept to the end of those of its episode. */
  attach(side: Side, entry: number, row: number): void {
    const { words } = this.keys;
    const own = WORDS * entry + SIDE_WORDS * side;
    if (words[own + Own.known] === Known.absent) words[own + Own.known] = Known.open;
    if (words[own + Own.head] === NO_KEPT) words[own + Own.head] = row;
    else this.kept.link(words[own + Own.tail]!, row);
    words[own + Own.tail] = row;
  }

  /** Notes the outcome of an episode. */
  close(side: Side, entry: number, log: OutcomeLog, row: number): void {
    const { words, floats } = this.keys;
    const at = WORDS * entry;
    const own = at + SIDE_WORDS * side;
    // The baseline's word on severity holds, whichever world is read first.
    if (side === 0 || words[at + Own.known]! < Known.complete) words[at + Word.severity] = log.severity[row]!;
    words[own + Own.known] = Known.complete;
    words[own + Own.outcome] = log.outcome[row]!;
    words[at + Word.cohort] = log.cohort[row]!;
    words[at + Word.parentHigh] = log.parentHigh[row]!;
    words[at + Word.parentLow] = log.parentLow[row]!;
    words[at + Word.parallel] = log.parallel[row]!;
    const hour = FLOATS * entry + FIRST_HOUR + 2 * side;
    floats[hour] = log.opened[row]!;
    floats[hour + 1] = log.closed[row]!;
  }

  /** How much of an episode has been read in a world. */
  known(side: Side, entry: number): number {
    return this.keys.words[WORDS * entry + SIDE_WORDS * side + Own.known]!;
  }

  setKnown(side: Side, entry: number, known: number): void {
    this.keys.words[WORDS * entry + SIDE_WORDS * side + Own.known] = known;
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
    return this.keys.words[WORDS * entry + SIDE_WORDS * side + Own.head]!;
  }

  /** Outcome in the world's own order, or NONE. */
  outcome(side: Side, entry: number): number {
    return this.keys.words[WORDS * entry + SIDE_WORDS * side + Own.outcome]!;
  }

  /** Hour at which an episode opened in a world, or NEVER. */
  opened(side: Side, entry: number): number {
    return this.keys.floats[FLOATS * entry + FIRST_HOUR + 2 * side]!;
  }

  /** Hour at which an episode was over in a world, or NEVER. */
  closed(side: Side, entry: number): number {
    return this.keys.floats[FLOATS * entry + FIRST_HOUR + 2 * side + 1]!;
  }

  /** Person, or NOBODY. */
  person(entry: number): number {
    return this.keys.words[WORDS * entry + Word.person]!;
  }

  isBackground(entry: number): boolean {
    return this.keys.words[WORDS * entry + Word.background] === 1;
  }

  /** Joint index of its need, or NONE. */
  need(entry: number): number {
    return this.keys.words[WORDS * entry + Word.need]!;
  }

  /** Severity at the end of the episode, in the baseline where that has it. */
  severity(entry: number): number {
    return this.keys.words[WORDS * entry + Word.severity]!;
  }

  cohort(entry: number): number {
    return this.keys.words[WORDS * entry + Word.cohort]!;
  }

  /** High word of the key of the episode that it came from; 0, like the low one, where there is none. */
  parentHigh(entry: number): number {
    return this.keys.words[WORDS * entry + Word.parentHigh]!;
  }

  parentLow(entry: number): number {
    return this.keys.words[WORDS * entry + Word.parentLow]!;
  }

  hasParent(entry: number): boolean {
    return this.parentHigh(entry) !== 0 || this.parentLow(entry) !== 0;
  }

  /** Whether another episode started it beside itself. */
  isParallel(entry: number): boolean {
    return this.keys.words[WORDS * entry + Word.parallel] === 1;
  }

  /** Fetches some episodes and the first rows kept of them, from one place of a list up to another (NO_ENTRY: of any). */
  fetch(entries: Int32Array, from: number, to: number): void {
    const { heads } = this;
    const { words } = this.keys;
    let sum = 0;
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const word = WORDS * Math.max(entries[at]!, 0);
      heads[count] = words[word + Own.head]!;
      heads[count + 1] = words[word + SIDE_WORDS + Own.head]!;
      sum = (sum + words[word + WORDS - 1]!) | 0;
      count += 2;
    }
    this.fetched = (sum + this.kept.fetch(heads, count)) | 0;
  }

  /** Fetches all rows kept of some episodes, from one place of a list up to another: the first of each, then the second of each, and so on. */
  fetchAll(entries: readonly number[], from: number, to: number): void {
    const { heads } = this;
    let left = 0;
    for (let at = from; at < to; at += 1) {
      heads[left++] = this.head(0, entries[at]!);
      heads[left++] = this.head(1, entries[at]!);
    }
    while (left > 0) left = this.kept.fetchNext(heads, left);
  }

  /** Bytes that it takes. */
  get bytes(): number {
    return this.keys.bytes + this.kept.bytes + this.singles.bytes;
  }

  /** Forgets all episodes, and keeps the room. */
  clear(): void {
    this.keys.clear();
    this.kept.clear();
    this.singles.clear();
  }

  /** Forgets an episode. */
  remove(entry: number): void {
    this.kept.giveBack(this.head(0, entry));
    this.kept.giveBack(this.head(1, entry));
    this.keys.remove(entry);
  }
}
