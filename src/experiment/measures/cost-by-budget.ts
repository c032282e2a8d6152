import { foldCosts } from '../costs.js';
import { measure } from '../measure.js';

/** What a budget pays, whichever agency runs the services [GBP a week]. */
export const costByBudget = measure({
  id: 'cost-by-budget',
  label: 'Cost, by budget',
  unit: 'GBP a week',
  dimensions: ['budget'],
  better: 'neither',
  description:
    'Hours held, or contacts served, times their unit cost, over the services that the budget pays for, in prices of the base year. It values time and contacts: it is not money that anybody saves or spends on the day.',
  isSparse: true,
  fold: (sums) => foldCosts(sums, (service) => sums.view.costs.budget[service]!),
});
