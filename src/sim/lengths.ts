/** How long something lasts for somebody: one draw at its address. */
import type { Addresses, Slots } from './addresses.js';
import type { Salts } from './draws.js';
import { Duration } from './durations.js';
import type { Episode } from './episodes.js';
import { NEVER } from './log.js';
import type { Length } from './world.js';

/** A length laid out: a distribution for each severity, the address of its draws, and the counter slot of these. */
export class LengthPlan {
  declare readonly bySeverity: readonly Duration[];
  declare readonly address: number;
  declare readonly slot: number;
  /** The salt of its address, known once the replication's salts are. */
  declare private saltHigh: number;
  declare private saltLow: number;
  /** What was drawn last [hours], as by its distributions. */
  declare hours: number;

  /** @param step at which it is counted. */
  constructor(length: Length, name: string, step: number, addresses: Addresses, slots: Slots) {
    this.bySeverity = length.bySeverity.map((spec) => new Duration(spec));
    this.address = addresses.row(name);
    this.slot = slots.slot(step, name);
    this.saltHigh = 0;
    this.saltLow = 0;
    this.hours = NEVER;
  }

  /** Takes its salt from those of the replication. */
  salt(salts: Salts): void {
    this.saltHigh = salts.high[this.address];
    this.saltLow = salts.low[this.address];
  }

  /** Draws the k-th quantile for an episode, into `hours`. */
  draw(episode: Episode, k: number): void {
    const duration = this.bySeverity[episode.severity];
    duration.draw(episode.keyHigh, episode.keyLow, this.saltHigh, this.saltLow, k);
    this.hours = duration.hours;
  }
}
