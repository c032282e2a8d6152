import { meets } from '../conditions.js';
import { FIRST_OPTION, SEVERITY_SHIFT } from '../decisions.js';
import type { Episode } from '../episodes.js';
import { InvariantError } from '../invariant.js';
import type { Operation, Race } from '../operations.js';
import { runRace } from '../race.js';
import { recordDecision } from '../record.js';
import type { State } from '../state.js';

/**
 * Decides which way: the first case that holds, else a race over the options by name.
 * @returns the step to go on with.
 */
export function branch(state: State, episode: Episode, operation: Operation): number {
  const { episodes, salts, severities } = state;
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
  const winner = runRace(race, severity, severities, salts, episode.keyHigh, episode.keyLow, k);
  if (winner < 0) throw new InvariantError(`no way out of ${operation.name} for severity ${severity}`);
  state.chosenOption = race.order[winner];
  recordDecision(state, episode, step, FIRST_OPTION + race.order[winner], inputs, race.to[winner]);
  return race.to[winner];
}
