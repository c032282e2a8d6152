import type { Episode } from '../episodes.js';
import type { Operation } from '../operations.js';
import { NO_ROW } from '../rows.js';
import type { State } from '../state.js';
import { giveBack } from '../visiting.js';

/** Gives back the units held of the services named, or of all. */
export function release(state: State, episode: Episode, operation: Operation): number {
  const { services } = operation;
  if (services.length === 0) giveBack(state, episode, NO_ROW);
  for (let at = 0; at < services.length; at++) giveBack(state, episode, services[at]);
  return operation.then;
}
