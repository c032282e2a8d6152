import { NOBODY, NONE } from '../sim/index.js';
import type { OutcomeBatch } from './batch.js';
import type { WorldView } from './view.js';

/** How an episode of somebody who can come back was closed. */
interface Closing {
  readonly outcome: number;
  readonly closed: number;
}

/** Hears of a closing, and of the time until the same person's next episode of that need opened: Infinity when none did. */
export type TellReturn = (need: number, outcome: number, closed: number, gap: number) => void;

/**
 * Sees who comes back with the same need. A contact that a pathway starts runs beside an episode and is no return; the
 * other episodes of a person and need follow one another (a need that arises meanwhile is absorbed), so that each settles
 * the closings before it. Only those are kept that nobody has come back from yet: a few for each person, however long the run.
 */
export class Spells {
  /** Closings of each person and need that nobody has come back from. */
  private readonly waiting = new Map<number, Closing[]>();
  private readonly needs: number;

  constructor(
    private readonly view: WorldView,
    private readonly tell: TellReturn,
  ) {
    this.needs = view.names.needs.length;
  }

  /** Takes the episodes of persons in, as they come: in the order of their closings. */
  read({ log, people }: OutcomeBatch): void {
    const { from, to } = this.view.window;
    const { person, need, opened, closed, outcome, parallel } = log;
    for (let at = 0; at < people.count; at += 1) {
      const row = people.rows[at]!;
      if (closed[row]! < from || person[row] === NOBODY || need[row] === NONE) continue;
      const who = person[row]! * this.needs + need[row]!;
      if (parallel[row] === 0) this.settle(who, opened[row]!);
      if (outcome[row] === NONE || closed[row]! >= to) continue;
      const closing = { outcome: outcome[row]!, closed: closed[row]! };
      const own = this.waiting.get(who);
      if (own === undefined) this.waiting.set(who, [closing]);
      else own.push(closing);
    }
  }

  /** After the last episode: nobody came back from what is left. */
  finish(): void {
    for (const who of this.waiting.keys()) this.settle(who, Number.POSITIVE_INFINITY);
  }

  /** Somebody is back at an hour: tells the closings before it. */
  private settle(who: number, back: number): void {
    const own = this.waiting.get(who) ?? [];
    let left = 0;
    for (const closing of own) {
      if (closing.closed < back) this.tell(who % this.needs, closing.outcome, closing.closed, back - closing.closed);
      else own[left++] = closing;
    }
    own.length = left;
  }
}
