import { measure } from '../measure.js';
import { foldTotals } from '../visit-totals.js';

/** Visits sought at each service [a week]. */
export const contacts = measure({
  id: 'contacts',
  label: 'Contacts',
  unit: 'contacts a week',
  dimensions: ['service', 'group'],
  better: 'neither',
  description: 'Visits that were sought, served or not, counted when they joined.',
  fold: (sums) => foldTotals(sums, 'sought', (service, group) => 2 * service + group),
});
