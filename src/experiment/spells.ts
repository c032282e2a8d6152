/** Who comes back, and after how long. */
import { NEVER, NONE, type OutcomeLog } from '../sim/index.js';
import type { OutcomeBatch } from './batch.js';
import { WITHIN } from './dimensions.js';
import { AT_ONCE, KeyTable, moreFloats, moreInts, NO_ENTRY } from './key-table.js';
import type { Fold, Sums } from './measure.js';
import type { WorldView } from './view.js';

/** What counts as coming back. */
export type Back = 'same need' | 'any need';

/** Closings that are settled, in columns: `gap` is the time until the same person's next episode opened, Infinity when none did. */
export class Closings {
  count = 0;
  need = new Int32Array(64);
  outcome = new Int32Array(64);
  /** [hours] */
  closed = new Float64Array(64);
  gap = new Float64Array(64);

  /** Makes room for one more. */
  reserve(): void {
    const room = 2 * this.need.length;
    if (this.count < this.need.length) return;
    this.need = moreInts(this.need, room);
    this.outcome = moreInts(this.outcome, room);
    this.closed = moreFloats(this.closed, room);
    this.gap = moreFloats(this.gap, room);
  }
}

/** End of a list of closings. */
const NO_CLOSING = 0;
/** Words of a closing: how its episode was closed, and the closing after it in its list or in that of free ones. */
const Word = { need: 0, outcome: 1, after: 2 } as const;
const WORDS = 3;
/** Hours of a closing: when it was, and the time until the first return that is known of. */
const Hour = { closed: 0, gap: 1 } as const;
const HOURS = 2;

/** Nothing is asked of a return that is sooner [hours]. */
const SOONEST = Math.min(...Object.values(WITHIN));

/**
 * Sees who comes back. A contact that a pathway starts runs beside an episode and is no return. The other episodes of a
 * person and need follow one another (a need that arises meanwhile is absorbed), so that each settles the closings before
 * it; of those of any need a longer one may have opened before and close later, so that a closing whose return is known is
 * settled once no episode that opened after it is under way, or by a return within the shortest span that is asked for.
 * What is settled is said and forgotten.
 */
export class Spells {
  /** By person, or by person and need: the first of the closings that are not settled, as the note. */
  private readonly people = new KeyTable();
  /** Columns of closings; the first row stands for none. */
  private words = new Int32Array(WORDS * 1024);
  private hours = new Float64Array(HOURS * 1024);
  private used = NO_CLOSING + 1;
  private free = NO_CLOSING;
  /** What the latest batch has settled. */
  private readonly settled = new Closings();

  constructor(
    private readonly view: WorldView,
    private readonly back: Back,
  ) {}

  /** Takes the episodes of persons in, as they come: in the order of their closings. Says which closings that settles. */
  read({ log, persons: { rows, count } }: OutcomeBatch): Closings {
    const { from, to } = this.view.window;
    const { person, need, closed, outcome, parallel } = log;
    this.settled.count = 0;
    const codes = this.back === 'any need' ? null : need;
    for (let at = 0; at < count; at += 1) {
      if (at % AT_ONCE === 0) this.people.fetch(person, codes, rows, at, Math.min(at + AT_ONCE, count));
      const row = rows[at]!;
      if (closed[row]! < from) continue;
      const line = codes === null ? 0 : codes[row]!;
      let who = this.people.find(0, person[row]!, line);
      if (who !== NO_ENTRY && parallel[row] === 0) this.settle(who, log, row);
      if (outcome[row] === NONE || closed[row]! >= to) continue;
      if (who === NO_ENTRY) who = this.people.add(0, person[row]!, line);
      const closing = this.take();
      this.words[WORDS * closing + Word.need] = need[row]!;
      this.words[WORDS * closing + Word.outcome] = outcome[row]!;
      this.words[WORDS * closing + Word.after] = this.people.note(who);
      this.hours[HOURS * closing + Hour.closed] = closed[row]!;
      this.hours[HOURS * closing + Hour.gap] = NEVER;
      this.people.setNote(who, closing);
    }
    return this.settled;
  }

  /** After the last episode, the closings that are left: nobody is known to have come back sooner. */
  finish(): Closings {
    this.settled.count = 0;
    for (let who = 0; who < this.people.size; who += 1)
      for (let at = this.people.note(who); at !== NO_CLOSING; at = this.words[WORDS * at + Word.after]!) this.say(at);
    return this.settled;
  }

  /**
   * Somebody is back with the episode of a row: settles the closings before it that can be, by when of what else is under way
   * for them the latest began (NEVER: nothing is).
   */
  private settle(who: number, log: OutcomeLog, row: number): void {
    const { words, hours } = this;
    const back = log.opened[row]!;
    const besideFrom = log.besideFrom[row]!;
    let before = NO_CLOSING;
    for (let at = this.people.note(who); at !== NO_CLOSING; ) {
      const after = words[WORDS * at + Word.after]!;
      const closed = hours[HOURS * at + Hour.closed]!;
      if (closed < back) hours[HOURS * at + Hour.gap] = Math.min(hours[HOURS * at + Hour.gap]!, back - closed);
      const gap = hours[HOURS * at + Hour.gap]!;
      const isOnlyBack = this.back === 'same need' || besideFrom === NEVER || besideFrom <= closed;
      if (gap <= SOONEST || (gap < NEVER && isOnlyBack)) {
        this.say(at);
        if (before === NO_CLOSING) this.people.setNote(who, after);
        else words[WORDS * before + Word.after] = after;
        words[WORDS * at + Word.after] = this.free;
        this.free = at;
      } else before = at;
      at = after;
    }
  }

  /** A row for a closing. */
  private take(): number {
    if (this.free !== NO_CLOSING) {
      const closing = this.free;
      this.free = this.words[WORDS * closing + Word.after]!;
      return closing;
    }
    if (WORDS * this.used === this.words.length) {
      this.words = moreInts(this.words, 2 * this.words.length);
      this.hours = moreFloats(this.hours, 2 * this.hours.length);
    }
    this.used += 1;
    return this.used - 1;
  }

  private say(closing: number): void {
    const { settled, words, hours } = this;
    settled.reserve();
    const at = settled.count;
    settled.need[at] = words[WORDS * closing + Word.need]!;
    settled.outcome[at] = words[WORDS * closing + Word.outcome]!;
    settled.closed[at] = hours[HOURS * closing + Hour.closed]!;
    settled.gap[at] = hours[HOURS * closing + Hour.gap]!;
    settled.count = at + 1;
  }
}

/**
 * Counts who came back with the same need or with any, or (`isBack` false) who did not, by span.
 * @param groupOf Which group of cells, one for each span, a closing with a need and an outcome belongs to.
 */
export function foldReturns(
  { view, cells, over }: Sums,
  back: Back,
  groupOf: (need: number, outcome: number) => number,
  isBack = true,
): Fold {
  const spans = Object.values(WITHIN);
  const { horizon } = view.world;
  let batch: OutcomeBatch | undefined;
  const count = ({ count, need, outcome, closed, gap }: Closings) => {
    for (let at = 0; at < count; at += 1) {
      const first = spans.length * groupOf(need[at]!, outcome[at]!);
      for (let span = 0; span < spans.length; span += 1) {
        if (closed[at]! + spans[span]! > horizon) continue;
        if (gap[at]! <= spans[span]! === isBack) cells[first + span]! += 1;
        over[first + span]! += 1;
      }
    }
  };
  return {
    outcomes: (read) => {
      batch = read;
      count(read.settled(back));
    },
    finish: () => {
      if (batch !== undefined) count(batch.left(back));
    },
  };
}
