import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';
import { foldTotals } from '../visit-totals.js';

/** Unit hours that a budget pays by the hour [unit hours a week]. */
export const hoursByBudget = measure({
  id: 'hours-by-budget',
  label: 'Hours paid by the hour, by budget',
  unit: 'unit hours a week',
  dimensions: ['budget'],
  better: 'neither',
  description:
    'Hours that units (staff, or beds and rooms) are held in the measured period, over the services that the budget pays by the hour.',
  adds: 'seconds',
  isSparse: true,
  fold: (sums) =>
    foldTotals(sums, 'heldSeconds', (service) =>
      sums.view.costs.isByHour[service] === 1 ? sums.view.costs.budget[service]! : NONE,
    ),
});
