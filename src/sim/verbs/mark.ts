import { resumeClocks } from '../clocks.js';
import type { Episode } from '../episodes.js';
import type { Operation } from '../operations.js';
import { NO_ROW, type PersonRow } from '../rows.js';
import type { State } from '../state.js';
import { changeState } from '../states.js';
import { NONE } from '../world.js';

/** Changes the person's states, and the severity of this episode. */
export function mark(state: State, episode: Episode, operation: Operation): number {
  const person = episode.person as PersonRow;
  if (person !== NO_ROW) for (const { variable, value } of operation.sets) changeState(state, person, variable, value);
  if (operation.severity !== NONE) {
    episode.severity = operation.severity;
    if (episode.firstClock !== NO_ROW) resumeClocks(state, episode);
  }
  return operation.then;
}
