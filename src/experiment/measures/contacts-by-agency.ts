import { measure } from '../measure.js';

/** Contacts that an agency's services serve [contacts a week]. */
export const contactsByAgency = measure({
  id: 'contacts-by-agency',
  label: 'Contacts served, by agency',
  unit: 'contacts a week',
  dimensions: ['agency'],
  better: 'neither',
  description:
    'Contacts that joined in the measured period and were served, at all services of the agency; records are none.',
  fold: ({ view, cells }) => ({
    visits: ({ log, started }) => {
      for (let at = 0; at < started.count; at += 1) {
        const service = log.service[started.rows[at]!]!;
        if (view.record[service] === 0) cells[view.agency[service]!]! += 1;
      }
    },
  }),
});
