import type { DistributionSpec, World } from '../../sim/index.js';
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

function meanOf(spec: DistributionSpec): number {
  switch (spec.kind) {
    case 'deterministic':
      return spec.value;
    case 'exponential':
    case 'erlang':
      return spec.mean;
    case 'lognormal':
      return Math.exp(spec.mu + (spec.sigma * spec.sigma) / 2);
    case 'triangular':
      return (spec.low + spec.mode + spec.high) / 3;
    case 'uniform':
      return (spec.low + spec.high) / 2;
    case 'empirical':
      return spec.values.reduce((sum, value, index) => sum + value * (spec.shares[index] ?? 0), 0);
  }
}
