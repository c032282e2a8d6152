import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';
import { foldTotals } from '../visit-totals.js';

/** Contacts that a budget pays by the contact [contacts a week]. */
export const contactsByBudget = measure({
  id: 'contacts-by-budget',
  label: 'Contacts paid by the contact, by budget',
  unit: 'contacts a week',
  dimensions: ['budget'],
  better: 'neither',
  description:
    'Contacts that joined in the measured period and were served, over the services that the budget pays by the contact.',
  isSparse: true,
  fold: (sums) =>
    foldTotals(sums, 'started', (service) =>
      sums.view.costs.isByHour[service] === 0 ? sums.view.costs.budget[service]! : NONE,
    ),
});
