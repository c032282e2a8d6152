import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';
import { foldTotals } from '../visit-totals.js';

/** Contacts that an agency's services serve [contacts a week]. */
export const contactsByAgency = measure({
  id: 'contacts-by-agency',
  label: 'Contacts served, by agency',
  unit: 'contacts a week',
  dimensions: ['agency'],
  better: 'neither',
  description:
    'Contacts that joined in the measured period and were served, at all services of the agency; records are none.',
  fold: (sums) =>
    foldTotals(sums, 'started', (service) => (sums.view.record[service] === 0 ? sums.view.agency[service]! : NONE)),
});
