import { startWaitingClocks } from '../clocks.js';
import { derive, deriveNumber, key, nameHash } from '../draws.js';
import { Mark } from '../episodes.js';
import { makeParallel, openEpisode } from '../opening.js';
import type { Operation } from '../operations.js';
import type { EpisodeId } from '../rows.js';
import type { State } from '../state.js';

/** Opens a parallel contact of the same person, which goes its way before this episode goes on. */
export function start(state: State, episode: EpisodeId, operation: Operation): number {
  const { episodes } = state;
  const name = nameHash(operation.name);
  derive(episodes.keyHigh[episode], episodes.keyLow[episode], name.high, name.low);
  deriveNumber(key.high, key.low, episodes.count(episode, operation.slot));
  const contact = openEpisode(state, key.high, key.low, episodes.person[episode], episodes.need[episode]);
  makeParallel(state, contact);
  episodes.mark(contact, Mark.child);
  episodes.parentHigh[contact] = episodes.keyHigh[episode];
  episodes.parentLow[contact] = episodes.keyLow[episode];
  episodes.severity[contact] = episodes.severity[episode];
  episodes.channel[contact] = episodes.channel[episode];
  episodes.background[contact] = episodes.background[episode];
  if (episodes.need[contact] >= 0) startWaitingClocks(state, contact);
  state.startedEpisode = contact;
  return operation.then;
}
