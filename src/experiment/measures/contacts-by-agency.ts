import { measure } from '../measure.js';

/** Contacts that an agency's services serve [contacts a week]. */
export const contactsByAgency = measure({
  id: 'contacts-by-agency',
  label: 'Contacts served, by agency',
  unit: 'contacts a week',
  dimensions: ['agency'],
  better: 'neither',
  description: 'Contacts that joined in the measured period and were served, at all services of the agency.',
  fold: ({ view, cells }) => ({
    visits: ({ log, started }) => {
      for (let at = 0; at < started.count; at += 1) cells[view.agency[log.service[started.rows[at]!]!]!]! += 1;
    },
  }),
});
