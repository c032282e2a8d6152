import { NOBODY, NONE } from '../sim/index.js';
import type { OutcomeBatch } from './batch.js';
import type { WorldView } from './view.js';

/** An episode of somebody who can come back. */
interface Spell {
  readonly opened: number;
  readonly closed: number;
  readonly outcome: number;
}

/** Keeps what is needed of persons' episodes to see who comes back with the same need. */
export class Spells {
  /** Episodes of each person and need. */
  private readonly spells = new Map<number, Spell[]>();
  private readonly needs: number;

  constructor(private readonly view: WorldView) {
    this.needs = view.names.needs.length;
  }

  /** Keeps the episodes of persons that closed in the window or opened after its start. */
  read({ log, people }: OutcomeBatch): void {
    const { from } = this.view.window;
    const { person, need, opened, closed, outcome } = log;
    for (let at = 0; at < people.count; at += 1) {
      const row = people.rows[at]!;
      if (closed[row]! < from || person[row] === NOBODY || need[row] === NONE) continue;
      const spell = { opened: opened[row]!, closed: closed[row]!, outcome: outcome[row]! };
      const who = person[row]! * this.needs + need[row]!;
      const own = this.spells.get(who);
      if (own === undefined) this.spells.set(who, [spell]);
      else own.push(spell);
    }
  }

  /**
   * Tells each closing in the window, with the time until the same person's next episode of that need opened (Infinity
   * when none did). A contact that opens while an episode of the need is open runs beside it and is not a return.
   */
  eachReturn(tell: (need: number, outcome: number, closed: number, gap: number) => void): void {
    const { from, to } = this.view.window;
    for (const [who, spells] of this.spells) {
      spells.sort((a, b) => a.opened - b.opened || b.closed - a.closed);
      const openings = openingsOf(spells);
      for (const { outcome, closed } of spells) {
        if (outcome === NONE || closed < from || closed >= to) continue;
        const next = openings.find((opened) => opened > closed);
        tell(who % this.needs, outcome, closed, next === undefined ? Number.POSITIVE_INFINITY : next - closed);
      }
    }
  }
}

/** Hours at which episodes open while no other of them is open, in order. */
function openingsOf(spells: readonly Spell[]): number[] {
  const openings: number[] = [];
  let openUntil = Number.NEGATIVE_INFINITY;
  for (const { opened, closed } of spells) {
    if (opened >= openUntil) {
      openings.push(opened);
      openUntil = closed;
    }
  }
  return openings;
}
