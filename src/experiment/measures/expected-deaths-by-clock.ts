import { measure } from '../measure.js';
import { foldRisk, riskOf } from '../risk.js';

/** Deaths to be expected of those at risk, where a clock may end a life [a week]. */
export const expectedDeathsByClock = measure({
  id: 'expected-deaths-by-clock',
  label: 'Deaths expected, by clock',
  unit: 'deaths expected a week',
  dimensions: ['clock'],
  better: 'lower',
  isSparse: true,
  description:
    'The hazard of death of every person who has come to notice, integrated over the hours for which they are at risk in the measured period, whether or not they die: the hazard of all causes together, by what the person’s state is from hour to hour. Persons without an onset, a contact or a place at the start are not at risk here, as their deaths are not seen either.',
  only: (view) => riskOf(view).deaths,
  fold: (sums) => foldRisk(sums, 'hazard'),
});
