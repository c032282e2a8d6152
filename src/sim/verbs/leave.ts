import type { Episode } from '../episodes.js';
import { closeEpisode } from '../opening.js';
import type { Operation } from '../operations.js';
import type { State } from '../state.js';
import { PAUSED } from '../visiting.js';

/** Ends the episode with an outcome; everything held is given back. */
export function leave(state: State, episode: Episode, operation: Operation): number {
  closeEpisode(state, episode, operation.outcome);
  return PAUSED;
}
