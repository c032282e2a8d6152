/** How long something lasts for somebody: one draw at its address. */
import { uniform } from './draws.js';
import type { LengthPlan } from './operations.js';
import type { EpisodeId } from './rows.js';
import type { State } from './state.js';

/** A length's k-th quantile for an episode [hours]. */
export function lengthAt(state: State, episode: EpisodeId, length: LengthPlan, k: number): number {
  const { episodes, salts, distributions } = state;
  const row = length.rows[episodes.severity[episode]];
  if (distributions.isFixed(row)) return distributions.at(row, 0.5);
  const { address } = length;
  const u = uniform(episodes.keyHigh[episode], episodes.keyLow[episode], salts.high[address], salts.low[address], k);
  return distributions.at(row, u);
}
