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
  length.draw(episode, episodes.count(episode, length.slot));
  const due = calendar.now + length.hours;
  episode.status = Status.delayed;
  episode.due = due;
  const epoch = ++episode.epoch;
  calendar.due = due;
  calendar.enter(Kind.delayEnd, episode.row, epoch, episode.keyHigh, episode.keyLow);
  return PAUSED;
}
