import { measure } from '../measure.js';

/** Visits that started at each service [a week]. */
export const served = measure({
  id: 'served',
  label: 'Served contacts',
  unit: 'contacts a week',
  dimensions: ['service', 'group'],
  better: 'higher',
  description: 'Visits that were sought in the measured period and started, then or later.',
  fold: ({ cells }) => ({
    visits: ({ serviceGroup, started }) => {
      for (let at = 0; at < started.count; at += 1) {
        const row = started.rows[at]!;
        cells[serviceGroup[row]!]! += 1;
      }
    },
  }),
});
