/** Changes of a person's state: hazards change with it. */
import { retimePerson } from './clocks.js';
import { widenStrips } from './points.js';
import type { PersonRow } from './rows.js';
import type { State } from './state.js';

/** Sets a state variable of a person. */
export function changeState(state: State, person: PersonRow, variable: number, value: number): void {
  const { people } = state;
  const at = person * people.variables + variable;
  if (people.states[at] === value) return;
  people.states[at] = value;
  retimePerson(state, person);
  widenStrips(state, person);
}
