/** Who comes back, and after how long. */
import { NEVER, NOBODY, NONE } from '../sim/index.js';
import type { OutcomeBatch } from './batch.js';
import { WITHIN } from './dimensions.js';
import type { Fold, Sums } from './measure.js';
import type { WorldView } from './view.js';

/** What counts as coming back. */
export type Back = 'same need' | 'any need';

/** How an episode of somebody who can come back was closed, and the time until the first return that is known of. */
interface Closing {
  readonly need: number;
  readonly outcome: number;
  readonly closed: number;
  gap: number;
}

/** Hears of a closing, and of the time until the same person's next episode opened: Infinity when none did. */
export type TellReturn = (need: number, outcome: number, closed: number, gap: number) => void;

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
  /** Closings that are not settled, of each person, or of each person and need. */
  private readonly waiting = new Map<number, Closing[]>();
  private readonly lines: number;

  constructor(
    private readonly view: WorldView,
    private readonly back: Back,
    private readonly tell: TellReturn,
  ) {
    this.lines = back === 'any need' ? 1 : view.names.needs.length;
  }

  /** Takes the episodes of persons in, as they come: in the order of their closings. */
  read({ log, people }: OutcomeBatch): void {
    const { from, to } = this.view.window;
    const { person, need, opened, closed, outcome, parallel, besideFrom } = log;
    for (let at = 0; at < people.count; at += 1) {
      const row = people.rows[at]!;
      if (closed[row]! < from || person[row] === NOBODY || need[row] === NONE) continue;
      const who = person[row]! * this.lines + (this.back === 'any need' ? 0 : need[row]!);
      if (parallel[row] === 0) this.settle(who, opened[row]!, besideFrom[row]!);
      if (outcome[row] === NONE || closed[row]! >= to) continue;
      const closing = {
        need: need[row]!,
        outcome: outcome[row]!,
        closed: closed[row]!,
        gap: NEVER,
      };
      const own = this.waiting.get(who);
      if (own === undefined) this.waiting.set(who, [closing]);
      else own.push(closing);
    }
  }

  /** After the last episode: nobody is known to have come back sooner. */
  finish(): void {
    for (const own of this.waiting.values()) for (const closing of own) this.say(closing);
    this.waiting.clear();
  }

  /**
   * Somebody is back at an hour: tells the closings before it that are settled, when of what else is under way for them the
   * latest began at another hour (NEVER: nothing is).
   */
  private settle(who: number, back: number, besideFrom: number): void {
    const own = this.waiting.get(who) ?? [];
    let left = 0;
    for (const closing of own) {
      if (closing.closed < back) closing.gap = Math.min(closing.gap, back - closing.closed);
      const isOnlyBack = this.back === 'same need' || besideFrom === NEVER || besideFrom <= closing.closed;
      if (closing.gap <= SOONEST || (closing.gap < NEVER && isOnlyBack)) this.say(closing);
      else own[left++] = closing;
    }
    own.length = left;
  }

  private say({ need, outcome, closed, gap }: Closing): void {
    this.tell(need, outcome, closed, gap);
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
