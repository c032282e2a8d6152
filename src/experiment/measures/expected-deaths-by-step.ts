import { EXPECTED_DEATHS, foldDeaths } from '../expected-deaths.js';
import { fatalSteps } from '../fatal-chance.js';
import { measure } from '../measure.js';

/** Deaths to be expected of those who were at risk, by need and the step that decides [a week]. */
export const expectedDeathsByStep = measure({
  id: 'expected-deaths-by-step',
  label: 'Deaths expected, by step',
  unit: 'deaths expected a week',
  dimensions: ['need', 'step'],
  better: 'lower',
  description: EXPECTED_DEATHS,
  isSparse: true,
  only: (view) => {
    const steps = [...new Set(fatalSteps(view).map((step) => view.stepOf(step)))];
    return view.names.needs.flatMap((_, need) => steps.map((step) => need * view.names.steps.length + step));
  },
  fold: ({ view, cells }) =>
    foldDeaths(view, (need, step, chance) => {
      cells[need * view.names.steps.length + step]! += chance;
    }),
});
