/** Whether twins have the same story, or the same route at other times: their rows side by side, as they were logged. */
import { NONE } from '../sim/index.js';
import { choiceIdentity } from './choices.js';
import { Hour, Int, type KeptRows, NO_KEPT } from './kept-rows.js';
import { BASELINE, type Joined, type Pair, POLICY, type Side } from './pair.js';
import type { TwinTable } from './twin-table.js';

/** How much two stories have in common. */
export const Alike = {
  /** Nothing differs. */
  wholly: 0,
  /** The same visits, decisions and end, row by row; some hour or length differs. */
  route: 1,
  /** Anything else. */
  not: 2,
} as const;

/** Compares the stories of episodes that both worlds have. */
export class Stories {
  /** Numbers of choices at edited steps, whose codes may mean something else in either world. */
  private readonly choices = new Map<string, number>();
  private readonly known = new Map<number, number>();

  /** Joint indexes of each world's own, at hand for the many rows that are compared. */
  private readonly steps: Joined['of'];
  private readonly services: Joined['of'];

  constructor(private readonly pair: Pair) {
    this.steps = pair.steps.of;
    this.services = pair.services.of;
  }

  /** What the two stories of an episode have in common. */
  compare(table: TwinTable, entry: number): number {
    const { kept } = table;
    let isOnTime =
      table.opened(BASELINE, entry) === table.opened(POLICY, entry) &&
      table.closed(BASELINE, entry) === table.closed(POLICY, entry);
    let own = table.head(BASELINE, entry);
    let other = table.head(POLICY, entry);
    for (; own !== NO_KEPT && other !== NO_KEPT; own = kept.after(own), other = kept.after(other)) {
      if (!this.isSameRoute(table, own, other)) return Alike.not;
      isOnTime = isOnTime && kept.isOnTime(own, other);
    }
    if (own !== other || !this.isSameEnd(table, entry)) return Alike.not;
    return isOnTime ? Alike.wholly : Alike.route;
  }

  private isSameEnd(table: TwinTable, entry: number): boolean {
    const { outcomes } = this.pair;
    return (
      jointly(outcomes, BASELINE, table.outcome(BASELINE, entry)) ===
      jointly(outcomes, POLICY, table.outcome(POLICY, entry))
    );
  }

  private isSameRoute({ kept }: TwinTable, own: number, other: number): boolean {
    if (!kept.isAlike(own, other)) return false;
    const [steps, others] = this.steps;
    const step = steps[kept.int(own, Int.step)]!;
    if (step !== others[kept.int(other, Int.step)]) return false;
    if (!isSameIn(this.services, kept.int(own, Int.service), kept.int(other, Int.service))) return false;
    if (!isSameIn(this.steps, kept.int(own, Int.next), kept.int(other, Int.next))) return false;
    const decision = kept.int(own, Int.decision);
    const twin = kept.int(other, Int.decision);
    if (decision === NONE || twin === NONE || !this.pair.isEverEdited(step)) return decision === twin;
    return this.choice(BASELINE, kept, own) === this.choice(POLICY, kept, other);
  }

  /** The number of a choice, the same for the same choice in either world. */
  private choice(side: Side, kept: KeptRows, row: number): number {
    const { views, steps } = this.pair;
    const epoch = views[side].epochAt(kept.hour(row, Hour.joined));
    const step = kept.int(row, Int.step);
    const decision = kept.int(row, Int.decision);
    const at = ((2 * epoch + side) * steps.names.length + step) * 0x10000 + decision;
    const known = this.known.get(at);
    if (known !== undefined) return known;
    const name = choiceIdentity(views[side].world.epochs[epoch]!.tables.steps[step]!, decision);
    const number = this.choices.get(name) ?? this.choices.size + 1;
    this.choices.set(name, number);
    this.known.set(at, number);
    return number;
  }
}

/** Whether two indexes of the worlds' own have one name. */
function isSameIn([baseline, policy]: Joined['of'], own: number, other: number): boolean {
  return (own === NONE ? NONE : baseline[own]) === (other === NONE ? NONE : policy[other]);
}

/** A joint index of one of a world's own, NONE for NONE. */
export function jointly(names: Joined, side: Side, own: number): number {
  return own === NONE ? NONE : names.of[side][own]!;
}
