import { measure } from '../measure.js';

/** Visits sought at each service [a week]. */
export const contacts = measure({
  id: 'contacts',
  label: 'Contacts',
  unit: 'contacts a week',
  dimensions: ['service', 'group'],
  better: 'neither',
  description: 'Visits that were sought, served or not, counted when they joined.',
  fold: ({ cells }) => ({
    visits: ({ serviceGroup, sought }) => {
      for (let at = 0; at < sought.count; at += 1) {
        const row = sought.rows[at]!;
        cells[serviceGroup[row]!]! += 1;
      }
    },
  }),
});
