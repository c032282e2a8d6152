import { measure } from '../measure.js';

/** Hours that units of a service are held [hours a week]. */
export const unitHours = measure({
  id: 'unit-hours',
  label: 'Unit hours held',
  unit: 'unit hours a week',
  dimensions: ['service', 'group'],
  better: 'neither',
  description: 'Units times the hours for which they were held in the measured period, in service or kept.',
  adds: 'seconds',
  fold: ({ cells }) => ({
    visits: ({ serviceGroup, held, heldSeconds }) => {
      for (let at = 0; at < held.count; at += 1) {
        const row = held.rows[at]!;
        cells[serviceGroup[row]!]! += heldSeconds[row]!;
      }
    },
  }),
});
