/** How long something lasts for somebody: one draw at its address. */

import { uniform } from './draws.js';
import type { Episode } from './episodes.js';
import type { LengthPlan } from './operations.js';
import type { State } from './state.js';

/** A length's k-th quantile for an episode [hours]. */
export function lengthAt(state: State, episode: Episode, length: LengthPlan, k: number): number {
  const { salts, distributions } = state;
  const row = length.rows[episode.severity];
  if (distributions.isFixed(row)) return distributions.at(row, 0.5);
  const { address } = length;
  const u = uniform(episode.keyHigh, episode.keyLow, salts.high[address], salts.low[address], k);
  return distributions.at(row, u);
}
