import { Status } from '../episodes.js';
import { Kind } from '../events.js';
import { lengthAt } from '../lengths.js';
import type { LengthPlan, Operation } from '../operations.js';
import type { EpisodeId } from '../rows.js';
import type { State } from '../state.js';
import { PAUSED } from '../visiting.js';

/** Lets time pass, with whatever is held kept. */
export function delay(state: State, episode: EpisodeId, operation: Operation): number {
  const { episodes, calendar } = state;
  const length = operation.length as LengthPlan;
  const due = calendar.now + lengthAt(state, episode, length, episodes.count(episode, length.slot));
  episodes.status[episode] = Status.delayed;
  episodes.due[episode] = due;
  const epoch = ++episodes.epoch[episode];
  calendar.schedule(due, Kind.delayEnd, episode, epoch, episodes.keyHigh[episode], episodes.keyLow[episode]);
  return PAUSED;
}
