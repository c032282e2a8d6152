/** A changed episode in both worlds, or in one of them, as comparisons see it: one object, read anew for each. */
import { NONE } from '../sim/index.js';
import { type Cause, Class, type Owner } from './differences.js';
import type { Fork, Route } from './fork.js';
import { BASELINE, POLICY, type Side } from './pair.js';
import type { VisitColumns } from './visit-columns.js';

/** Says whose an episode is and what its visits come to. */
export class TwinEpisode {
  /** Person, or NOBODY. */
  person = NONE;
  isBackground = false;
  /** Joint index of its need, or NONE; cohort of the person; severity at its end, in the baseline where that has it. */
  need = NONE;
  cohort = 0;
  severity = 0;
  /** Outcome by side, in that world's own order; NONE while under way at the horizon, or where a world has no such episode. */
  readonly outcome: [number, number] = [NONE, NONE];
  /** Key, as two words. */
  high = 0;
  low = 0;
  /** Hour at which it opened: in the baseline, or in the policy world if only that has it. */
  opened = 0;
  /** Hour at which it was over, by side. */
  readonly closed: [number, number] = [0, 0];
  cause: Cause = 'later';
  fork: Fork | null = null;
  /** Class of what a fork of its own does not touch. */
  base: Class = Class.bystander;
  /** To what an episode of one world only is owed; null where both have it. */
  owner: Owner | null = null;
  /** @param routes Works its routes out; of an episode whose routes part at a fork. */
  constructor(
    readonly visits: VisitColumns,
    readonly routes: () => readonly [Route, Route],
  ) {}

  /** Class of the episode: touched where a rule parted it. */
  get class(): Class {
    return this.cause === 'rule' ? Class.touched : this.base;
  }

  /** Class of one of its visits: touched from the fork on, that is unless it was over by then in both worlds. */
  classOf(visit: number): Class {
    if (this.cause !== 'rule') return this.base;
    return this.isAfter(visit, BASELINE) || this.isAfter(visit, POLICY) ? Class.touched : this.base;
  }

  private isAfter(visit: number, side: Side): boolean {
    const { visits, fork } = this;
    if (!visits.isIn(visit, side)) return false;
    const hour = fork!.hours[side];
    return visits.joined[2 * visit + side]! >= hour || visits.released[2 * visit + side]! > hour;
  }
}
