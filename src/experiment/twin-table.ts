/** Episodes of two worlds under one key each, with a digest of what happened, while they wait to be compared. */
import { NEVER, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import type { Digest } from './digest.js';
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

/** Words of an episode: six of each world, then whose it is. Sixteen, so that they lie in one line of the cache. */
const WORDS = 16;
const SIDE_WORDS = 6;
const Word = { known: 0, high: 1, low: 2, head: 3, tail: 4, outcome: 5, person: 12, background: 13 } as const;
/** Hours of an episode: two of each world. */
const HOURS = 4;

/** Rows of episodes. */
export class TwinTable {
  readonly keys = new KeyTable();
  readonly kept = new KeptRows();
  private words = new Int32Array(WORDS * this.keys.room);
  private hours = new Float64Array(HOURS * this.keys.room);

  /** Whether an episode is in the table. */
  has(high: number, low: number): boolean {
    return this.keys.find(high, low, 0) !== NO_ENTRY;
  }

  /** The row of an episode, a new one if need be. */
  entry(high: number, low: number, person: number, background: number): number {
    const present = this.keys.find(high, low, 0);
    if (present !== NO_ENTRY) return present;
    const entry = this.keys.add(high, low, 0);
    if (WORDS * entry >= this.words.length) {
      this.words = moreInts(this.words, WORDS * this.keys.room);
      this.hours = moreFloats(this.hours, HOURS * this.keys.room);
    }
    for (let at = WORDS * entry; at < WORDS * entry + 2 * SIDE_WORDS; at += SIDE_WORDS) {
      this.words[at + Word.known] = Known.absent;
      this.words[at + Word.high] = 0;
      this.words[at + Word.low] = 0;
      this.words[at + Word.head] = NO_KEPT;
      this.words[at + Word.tail] = NO_KEPT;
      this.words[at + Word.outcome] = NONE;
    }
    for (let at = HOURS * entry; at < HOURS * entry + HOURS; at += 1) this.hours[at] = NEVER;
    this.words[WORDS * entry + Word.person] = person;
    this.words[WORDS * entry + Word.background] = background;
    return entry;
  }

  /** Takes a visit or decision of an episode into its digest, and keeps it where it may be asked for. */
  append(side: Side, entry: number, digest: Digest, log: VisitLog, row: number, isKept: boolean): void {
    const { words } = this;
    const at = WORDS * entry + SIDE_WORDS * side;
    if (words[at + Word.known] === Known.absent) words[at + Word.known] = Known.open;
    digest.high = words[at + Word.high]!;
    digest.low = words[at + Word.low]!;
    digest.add(side, log, row);
    words[at + Word.high] = digest.high;
    words[at + Word.low] = digest.low;
    if (!isKept) return;
    const kept = this.kept.keep(log, row);
    if (words[at + Word.head] === NO_KEPT) words[at + Word.head] = kept;
    else this.kept.link(words[at + Word.tail]!, kept);
    words[at + Word.tail] = kept;
  }

  /** Notes the outcome of an episode. */
  close(side: Side, entry: number, log: OutcomeLog, row: number): void {
    this.setKnown(side, entry, Known.closed);
    this.words[WORDS * entry + SIDE_WORDS * side + Word.outcome] = log.outcome[row]!;
    this.hours[HOURS * entry + 2 * side] = log.opened[row]!;
    this.hours[HOURS * entry + 2 * side + 1] = log.closed[row]!;
  }

  /** How much of an episode has been read in a world. */
  known(side: Side, entry: number): number {
    return this.words[WORDS * entry + SIDE_WORDS * side + Word.known]!;
  }

  setKnown(side: Side, entry: number, known: number): void {
    this.words[WORDS * entry + SIDE_WORDS * side + Word.known] = known;
  }

  /** First of the kept visits, or NO_KEPT. */
  head(side: Side, entry: number): number {
    return this.words[WORDS * entry + SIDE_WORDS * side + Word.head]!;
  }

  /** Outcome in the world's own order, or NONE. */
  outcome(side: Side, entry: number): number {
    return this.words[WORDS * entry + SIDE_WORDS * side + Word.outcome]!;
  }

  /** Hour at which an episode opened in a world. */
  opened(side: Side, entry: number): number {
    return this.hours[HOURS * entry + 2 * side]!;
  }

  /** Person, or NOBODY. */
  person(entry: number): number {
    return this.words[WORDS * entry + Word.person]!;
  }

  isBackground(entry: number): boolean {
    return this.words[WORDS * entry + Word.background] === 1;
  }

  /** Whether all that was read of an episode is the same in both worlds, times included, but for the outcome. */
  isSame(entry: number): boolean {
    const { words, hours } = this;
    const [own, other, hour] = [WORDS * entry, WORDS * entry + SIDE_WORDS, HOURS * entry];
    if (words[own + Word.high] !== words[other + Word.high]) return false;
    if (words[own + Word.low] !== words[other + Word.low]) return false;
    return hours[hour] === hours[hour + 2] && hours[hour + 1] === hours[hour + 3];
  }

  /** Forgets an episode. */
  remove(entry: number): void {
    this.kept.giveBack(this.head(0, entry));
    this.kept.giveBack(this.head(1, entry));
    this.keys.remove(entry);
  }
}
