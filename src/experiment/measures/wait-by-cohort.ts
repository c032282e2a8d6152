import { NOBODY } from '../../sim/index.js';
import { measure } from '../measure.js';

/** Mean wait of people's visits that started, by their cohort [hours]. */
export const waitByCohort = measure({
  id: 'wait-by-cohort',
  label: 'Mean wait, by cohort',
  unit: 'hours',
  dimensions: ['service', 'cohort'],
  better: 'lower',
  description:
    'Hours from joining to start, over the visits by people of the area that started, by cohort; passers-by have none, and background work is left out. Told where the scenario has two cohorts or more.',
  estimator: 'ratio',
  isSparse: true,
  only: ({ world, serviceCount }) =>
    world.cohorts.length < 2 ? [] : Array.from({ length: serviceCount * world.cohorts.length }, (_, cell) => cell),
  fold: ({ view, cells, over }) => {
    const cohorts = view.world.cohorts.length;
    return {
      visits: ({ log, people: { started } }) => {
        if (cohorts < 2) return;
        for (let at = 0; at < started.count; at += 1) {
          const row = started.rows[at]!;
          if (log.person[row] === NOBODY) continue;
          const cell = log.service[row]! * cohorts + log.cohort[row]!;
          cells[cell]! += log.started[row]! - log.joined[row]!;
          over[cell]! += 1;
        }
      },
    };
  },
});
