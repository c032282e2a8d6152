import { resumeClocks } from '../clocks.js';
import type { Operation } from '../operations.js';
import { type EpisodeId, NO_ROW, type PersonRow } from '../rows.js';
import type { State } from '../state.js';
import { changeState } from '../states.js';
import { NONE } from '../world.js';

/** Changes the person's states, and the severity of this episode. */
export function mark(state: State, episode: EpisodeId, operation: Operation): number {
  const { episodes } = state;
  const person = episodes.person[episode] as PersonRow;
  if (person !== NO_ROW) for (const { variable, value } of operation.sets) changeState(state, person, variable, value);
  if (operation.severity !== NONE) {
    episodes.severity[episode] = operation.severity;
    if (episodes.firstClock[episode] !== NO_ROW) resumeClocks(state, episode);
  }
  return operation.then;
}
