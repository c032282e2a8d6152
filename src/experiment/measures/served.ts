import { measure } from '../measure.js';
import { foldTotals } from '../visit-totals.js';

/** Visits that started at each service [a week]. */
export const served = measure({
  id: 'served',
  label: 'Served contacts',
  unit: 'contacts a week',
  dimensions: ['service', 'group'],
  better: 'higher',
  description: 'Visits that were sought in the measured period and started, then or later.',
  fold: (sums) => foldTotals(sums, 'started', (service, group) => 2 * service + group),
});
