/** How the totals of two worlds differ, under joint names. */
import { InvariantError, NONE } from '../sim/index.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import type { VisitSums } from './visit-sums.js';
import type { WorldTotals } from './world-totals.js';

/** A total by service. */
type Total = 'contacts' | 'served' | 'waited' | 'sought' | 'used' | 'inUse' | 'staffed';

/** Totals of both worlds of a pair, and how many episodes in them are the same. */
export class PairTotals {
  constructor(
    readonly pair: Pair,
    private readonly worlds: readonly [WorldTotals, WorldTotals],
    /** Episodes that opened in the measured period and are the same in both: of people, of background work. */
    readonly unchanged: readonly [number, number],
    /** What the visits of all other episodes come to. */
    readonly visits: VisitSums,
  ) {}

  /** A total of a service in a world; 0 where that world has no such service. */
  of(side: Side, total: Total, service: number): number {
    const own = this.pair.services.own[side][service]!;
    return own === NONE ? 0 : this.worlds[side][total][own]!;
  }

  /** Policy world less baseline. */
  change(total: Total, service: number): number {
    return this.of(POLICY, total, service) - this.of(BASELINE, total, service);
  }

  /** Refuses an account that does not close to the unit. @throws InvariantError naming the account and both sums. */
  close(account: string, parts: number, whole: string, sum: number): void {
    if (parts === sum) return;
    throw new InvariantError(
      `${this.pair.views[POLICY].world.name}: ${account} ${parts}, but ${whole} ${sum}: the account does not close`,
    );
  }
}
