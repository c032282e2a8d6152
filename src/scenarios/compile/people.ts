import { mean as meanOf, type World } from '../../sim/index.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Compiling } from './context.js';
import { compileShares } from './shares-by-name.js';

/** Cohort of everybody, in a scenario that declares none. */
export const ONE_COHORT = 'everyone';

/** Traits and states of the people of the area. */
export function compilePeople(
  draft: ScenarioDraft,
  compiling: Compiling,
): Pick<World, 'frailty' | 'cohorts' | 'states'> {
  const { people } = draft;
  const { names } = compiling;
  const frailty = people?.frailty ?? null;
  const mean = frailty === null ? 1 : meanOf(frailty);
  if (Math.abs(mean - 1) > 1e-6) {
    compiling.problem(['people', 'frailty'], {
      message: 'Frailty has to have a mean of 1, so that rates stay what they say.',
      expected: `a mean of 1 (this one has ${Number(mean.toPrecision(4))})`,
      next: 'Divide it by its mean.',
    });
  }
  const shares = compileShares(people?.cohorts, names.cohorts, 'cohort', ['people', 'cohorts'], compiling);
  return {
    frailty,
    cohorts: names.cohorts.list.map((name, index) => ({ name, share: shares[index] ?? 0 })),
    states: Object.entries(people?.states ?? {}).map(([name, state]) => {
      const path = ['people', 'states', name];
      const values = names.stateValues.get(name) ?? names.states;
      for (const cohort of Object.keys(state['by-cohort'] ?? {})) {
        compiling.index(names.cohorts, 'cohort', cohort, [...path, 'by-cohort', cohort]);
      }
      const initial = names.cohorts.list.map((cohort) => {
        const own = state['by-cohort']?.[cohort];
        return own === undefined
          ? compileShares(state.initial, values, `value of \`${name}\``, [...path, 'initial'], compiling)
          : compileShares(own, values, `value of \`${name}\``, [...path, 'by-cohort', cohort], compiling);
      });
      return { name, values: values.list, initial };
    }),
  };
}
