/** What a pathway step can do. */
import type { Episode } from '../episodes.js';
import { type Operation, Verb } from '../operations.js';
import type { State } from '../state.js';
import { branch } from './branch.js';
import { delay } from './delay.js';
import { leave } from './leave.js';
import { mark } from './mark.js';
import { release } from './release.js';
import { seize } from './seize.js';
import { start } from './start.js';

/** Performs a step for an episode; gives the step to go on with, or PAUSED. Called by name, so that each call is direct. */
export function perform(state: State, episode: Episode, operation: Operation): number {
  switch (operation.verb) {
    case Verb.seize:
      return seize(state, episode, operation);
    case Verb.leave:
      return leave(state, episode, operation);
    case Verb.branch:
      return branch(state, episode, operation);
    case Verb.delay:
      return delay(state, episode, operation);
    case Verb.release:
      return release(state, episode, operation);
    case Verb.mark:
      return mark(state, episode, operation);
    default:
      return start(state, episode, operation);
  }
}
