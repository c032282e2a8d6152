import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

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
  fold: ({ view, cells }) => ({
    visits: ({ log, started }) => {
      for (let at = 0; at < started.count; at += 1) {
        const service = log.service[started.rows[at]!]!;
        const budget = view.costs.budget[service]!;
        if (budget !== NONE && view.costs.isByHour[service] === 0) cells[budget]! += 1;
      }
    },
  }),
});
