import { type Episode, Status } from '../episodes.js';
import { Kind } from '../events.js';
import type { LengthPlan } from '../lengths.js';
import type { Operation } from '../operations.js';
import type { State } from '../state.js';
import { PAUSED } from '../visiting.js';

/** Lets time pass, with whatever is held kept. */
export function delay(state: State, episode: Episode, operation: Operation): number {
  const { episodes, calendar } = state;
  const length = operation.length as LengthPlan;
  const due = calendar.now + length.drawn(episode, episodes.count(episode, length.slot));
  episode.status = Status.delayed;
  episode.due = due;
  const epoch = ++episode.epoch;
  calendar.schedule(due, Kind.delayEnd, episode.row, epoch, episode.keyHigh, episode.keyLow);
  return PAUSED;
}
