/** Who comes back, and after how long. */
import { NEVER, NOBODY, NONE } from '../sim/index.js';
import type { OutcomeBatch } from './batch.js';
import { WITHIN } from './dimensions.js';
import { KeyTable, moreFloats, moreInts, NO_ENTRY } from './key-table.js';
import type { Fold, Sums } from './measure.js';
import type { WorldView } from './view.js';

/** What counts as coming back. */
export type Back = 'same need' | 'any need';

/** Hears of a closing, and of the time until the same person's next episode opened: Infinity when none did. */
export type TellReturn = (need: number, outcome: number, closed: number, gap: number) => void;

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
 * What is settled is told and forgotten.
 */
export class Spells {
  /** By person, or by person and need: the first of the closings that are not settled, as the note. */
  private readonly people = new KeyTable();
  /** Columns of closings; the first row stands for none. */
  private words = new Int32Array(WORDS * 1024);
  private hours = new Float64Array(HOURS * 1024);
  private used = NO_CLOSING + 1;
  private free = NO_CLOSING;

  constructor(
    private readonly view: WorldView,
    private readonly back: Back,
    private readonly tell: TellReturn,
  ) {}

  /** Takes the episodes of persons in, as they come: in the order of their closings. */
  read({ log, people }: OutcomeBatch): void {
    const { from, to } = this.view.window;
    const { person, need, opened, closed, outcome, parallel, besideFrom } = log;
    for (let at = 0; at < people.count; at += 1) {
      const row = people.rows[at]!;
      if (closed[row]! < from || person[row] === NOBODY || need[row] === NONE) continue;
      const line = this.back === 'any need' ? 0 : need[row]!;
      let who = this.people.find(0, person[row]!, line);
      if (who !== NO_ENTRY && parallel[row] === 0) this.settle(who, opened[row]!, besideFrom[row]!);
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
  }

  /** After the last episode: nobody is known to have come back sooner. */
  finish(): void {
    for (let who = 0; who < this.people.size; who += 1) {
      for (let at = this.people.note(who); at !== NO_CLOSING; at = this.words[WORDS * at + Word.after]!) this.say(at);
      this.people.setNote(who, NO_CLOSING);
    }
  }

  /**
   * Somebody is back at an hour: tells the closings before it that are settled, when of what else is under way for them the
   * latest began at another hour (NEVER: nothing is).
   */
  private settle(who: number, back: number, besideFrom: number): void {
    const { words, hours } = this;
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
    const { words, hours } = this;
    const word = WORDS * closing;
    const hour = HOURS * closing;
    this.tell(
      words[word + Word.need]!,
      words[word + Word.outcome]!,
      hours[hour + Hour.closed]!,
      hours[hour + Hour.gap]!,
    );
  }
}

/** Counts by need, outcome and span who came back with the same need or with any, or (`isBack` false) who did not. */
export function foldReturns({ view, cells, over }: Sums, back: Back, isBack = true): Fold {
  const spans = Object.values(WITHIN);
  const spells = new Spells(view, back, (need, outcome, closed, gap) => {
    spans.forEach((span, at) => {
      if (closed + span > view.world.horizon) return;
      const cell = (need * view.unmet.length + outcome) * spans.length + at;
      if (gap <= span === isBack) cells[cell]! += 1;
      over[cell]! += 1;
    });
  });
  return { outcomes: (batch) => spells.read(batch), finish: () => spells.finish() };
}
