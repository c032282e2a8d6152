/** Persons: traits, drawn from their own keys, and states, which change. */
import type { World } from '../../../src/sim/world.js';
import { type Chance, drawAt, keyOf, quantile, race } from './chance.js';
import { settlePerson } from './clocks.js';
import { activate } from './points.js';
import { at, type Person, type Run } from './state.js';

/** Everybody, area by area. */
export function populate(world: World, chance: Chance): Person[] {
  const all = (world.areas ?? [world.area]).flatMap(({ name, population }, area) =>
    Array.from({ length: population }, (_, inArea) => ({ name, area, inArea })),
  );
  return all.map(({ name: home, area, inArea }, index) => {
    const key = keyOf('person', home, inArea);
    const frailty = world.frailty === null ? 1 : quantile(world.frailty, drawAt(chance, key, 'frailty', 0));
    const cohorts = world.cohorts.map(({ name, share }) => ({ name, weight: share }));
    const cohort = cohorts.length === 0 ? 0 : race(chance, key, 'cohort', cohorts, 0);
    const states = world.states.map((state) => {
      const shares = at(state.initial, cohort);
      const values = state.values.map((name, value) => ({ name, weight: at(shares, value) }));
      return race(chance, key, `state/${state.name}`, values, 0);
    });
    return { index, area, inArea, key, frailty, cohort, states, alive: true, episodes: [], clocks: [] };
  });
}

/** Changes a person's state, and with it the hazards of their clocks and onsets. */
export function setStates(run: Run, person: Person, sets: readonly { variable: number; value: number }[]): void {
  run.meetings.atPerson(person);
  for (const { variable, value } of sets) person.states[variable] = value;
  settlePerson(run, person);
  for (const stream of run.streams) activate(run, stream);
}
