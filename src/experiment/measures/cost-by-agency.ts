import { foldCosts } from '../costs.js';
import { measure } from '../measure.js';

/** What an agency's services cost, whoever pays [GBP a week]. */
export const costByAgency = measure({
  id: 'cost-by-agency',
  label: 'Cost, by agency',
  unit: 'GBP a week',
  dimensions: ['agency'],
  better: 'neither',
  description:
    'Hours held, or contacts served, times their unit cost, over the services of the agency that state one, in prices of the base year. It values time and contacts: it is not money that anybody saves or spends on the day.',
  isSparse: true,
  fold: (sums) => foldCosts(sums, (service) => sums.view.agency[service]!),
});
