/** What is known of each capacity that was tried: in which replications the target was met. */
import { type Bounds, chanceBounds } from './binomial.js';

/** Whether a target was met in a replication; null where the replication has nothing to judge by. */
export type Met = boolean | null;

/** Whether the chance of meeting the target is at least a level: clearly, clearly not, or not decided yet. */
export type Verdict = 'yes' | 'no' | 'open';

/**
 * Tells whether the target is met with so many units more (Infinity: ample), in replications `from` up to but without
 * `to`. The same replication has the same people and luck whatever the capacity. Null when the work was stopped.
 */
export type Judge = (added: number, from: number, to: number) => Promise<readonly Met[] | null>;

/** Chances that one of the two decisions about an answer is wrong: 5% for both together, as said of the answer. */
const ERROR = 0.05 / 2;

/** All that was tried, replication by replication. */
export class Tries {
  private readonly met = new Map<number, Met[]>();

  constructor(
    private readonly looks: readonly number[],
    private readonly judge: Judge,
  ) {}

  /** Capacities tried, in order; Infinity is last. */
  get added(): number[] {
    return [...this.met.keys()].sort((one, other) => one - other);
  }

  /** Answers of a capacity, by replication; none when it was not tried. */
  of(added: number): readonly Met[] {
    return this.met.get(added) ?? [];
  }

  /** Runs a capacity up to its next look; false when it is at its last, null when the work was stopped. */
  async grow(added: number): Promise<boolean | null> {
    const known = this.of(added);
    const next = this.looks.find((look) => look > known.length);
    if (next === undefined) return false;
    const answers = await this.judge(added, known.length, next);
    if (answers === null) return null;
    this.met.set(added, [...known, ...answers]);
    return true;
  }

  /** May this capacity be run further? */
  canGrow(added: number): boolean {
    return this.of(added).length < this.looks.at(-1)!;
  }

  /** How often the target was met, of the replications that can be judged. */
  count(added: number): { readonly met: number; readonly of: number } {
    const judged = this.of(added).filter((one) => one !== null);
    return { met: judged.filter(Boolean).length, of: judged.length };
  }

  /** Share of replications in which the target was met; NaN where none can be judged. */
  share(added: number): number {
    const { met, of } = this.count(added);
    return met / of;
  }

  /** 95% interval of the chance that the target is met, the looks paid for: when to stop hangs on what was seen. */
  interval(added: number): Bounds {
    const { met, of } = this.count(added);
    return of === 0 ? { low: 0, high: 1 } : chanceBounds(met, of, ERROR / this.looks.length);
  }

  /** Whether the chance of meeting the target is at least a level; the error is shared by all looks. */
  verdict(added: number, level: number): Verdict {
    const { met, of } = this.count(added);
    if (of === 0) return 'open';
    const { low, high } = chanceBounds(met, of, ERROR / this.looks.length);
    if (low >= level) return 'yes';
    return high < level ? 'no' : 'open';
  }
}
