import { startWaitingClocks } from '../clocks.js';
import { derive, deriveNumber, key, nameHash } from '../draws.js';
import { type Episode, Mark } from '../episodes.js';
import { makeParallel, openEpisode } from '../opening.js';
import type { Operation } from '../operations.js';
import type { State } from '../state.js';

/** Opens a parallel contact of the same person, which goes its way before this episode goes on. */
export function start(state: State, episode: Episode, operation: Operation): number {
  const { episodes } = state;
  const name = nameHash(operation.name);
  derive(episode.keyHigh, episode.keyLow, name.high, name.low);
  deriveNumber(key.high, key.low, episodes.count(episode, operation.slot));
  const contact = openEpisode(state, key.high, key.low, episode.person, episode.need);
  makeParallel(state, contact);
  contact.mark(Mark.child);
  contact.parentHigh = episode.keyHigh;
  contact.parentLow = episode.keyLow;
  contact.severity = episode.severity;
  contact.channel = episode.channel;
  contact.background = episode.background;
  if (contact.need >= 0) startWaitingClocks(state, contact);
  state.startedEpisode = contact;
  return operation.then;
}
