/** Totals of one world by service, added up row by row without any matching: what the accounts of twins must come to. */
import { NEVER } from '../sim/index.js';
import type { LevelBatch, VisitBatch } from './batch.js';
import type { WorldView } from './view.js';
import { instant } from './window.js';

/** Totals, by service in the world's own order. */
export class WorldTotals {
  /** Visits that joined in the measured period, and of these the person-seconds in line and the unit-seconds sought. */
  readonly contacts: Float64Array;
  readonly waited: Float64Array;
  readonly sought: Float64Array;
  /** Visits that joined in the measured period and were served. */
  readonly served: Float64Array;
  /** Unit-seconds held in the measured period, by the log of visits and by the log of levels. */
  readonly used: Float64Array;
  readonly inUse: Float64Array;
  /** Unit-seconds on duty; Infinity for ample services. */
  readonly staffed: Float64Array;

  constructor({ serviceCount }: WorldView) {
    this.contacts = new Float64Array(serviceCount);
    this.served = new Float64Array(serviceCount);
    this.waited = new Float64Array(serviceCount);
    this.sought = new Float64Array(serviceCount);
    this.used = new Float64Array(serviceCount);
    this.inUse = new Float64Array(serviceCount);
    this.staffed = new Float64Array(serviceCount);
  }

  visits({ log, all: { sought }, totals }: VisitBatch): void {
    const { service, joined, started, released, requested } = log;
    for (let at = 0; at < sought.count; at += 1) {
      const row = sought.rows[at]!;
      const own = service[row]!;
      this.sought[own]! += requested[row]!;
      const left = started[row]! < NEVER ? started[row]! : released[row]!;
      this.waited[own]! += instant(left) - instant(joined[row]!);
    }
    const ofBoth = (groups: Float64Array, own: number) => groups[2 * own]! + groups[2 * own + 1]!;
    for (let own = 0; own < this.contacts.length; own += 1) {
      this.contacts[own] = ofBoth(totals.sought, own);
      this.served[own] = ofBoth(totals.started, own);
      this.used[own] = ofBoth(totals.heldSeconds, own);
    }
  }

  levels({ log, measured }: LevelBatch): void {
    const { service, inUse, staffed } = log;
    for (let at = 0; at < measured.count; at += 1) {
      const row = measured.rows[at]!;
      this.inUse[service[row]!]! += inUse[row]!;
      this.staffed[service[row]!]! += staffed[row]!;
    }
  }
}
