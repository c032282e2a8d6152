import { meets } from '../conditions.js';
import { FIRST_OPTION, SEVERITY_SHIFT } from '../decisions.js';
import type { Episode } from '../episodes.js';
import { InvariantError } from '../invariant.js';
import type { Operation } from '../operations.js';
import { type Race, runRace } from '../race.js';
import { recordDecision } from '../record.js';
import type { State } from '../state.js';

/**
 * Decides which way: the first case that holds, else a race over the options by name.
 * @returns the step to go on with.
 */
export function branch(state: State, episode: Episode, operation: Operation): number {
  const { episodes } = state;
  const { cases } = operation;
  const severity = episode.severity;
  const step = episode.step;
  const k = episodes.count(episode, operation.slot);
  let inputs = severity << SEVERITY_SHIFT;
  let held = -1;
  for (let at = 0; at < cases.length; at++) {
    if (!meets(state, episode, cases[at].when)) continue;
    inputs |= 1 << at;
    if (held < 0) held = at;
  }
  if (held >= 0) {
    state.chosenOption = -1;
    recordDecision(state, episode, step, held, inputs, cases[held].to);
    return cases[held].to;
  }
  const race = operation.race as Race;
  const winner = runRace(race, severity, episode.keyHigh, episode.keyLow, k);
  if (winner === null) throw new InvariantError(`no way out of ${operation.name} for severity ${severity}`);
  const { place, to } = winner;
  state.chosenOption = place;
  recordDecision(state, episode, step, FIRST_OPTION + place, inputs, to);
  return to;
}
