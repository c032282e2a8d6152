import { measure } from '../measure.js';
import { foldTotals } from '../visit-totals.js';

/** Hours that units of a service are held [hours a week]. */
export const unitHours = measure({
  id: 'unit-hours',
  label: 'Unit hours held',
  unit: 'unit hours a week',
  dimensions: ['service', 'group'],
  better: 'neither',
  description: 'Units times the hours for which they were held in the measured period, in service or kept.',
  adds: 'seconds',
  fold: (sums) => foldTotals(sums, 'heldSeconds', (service, group) => 2 * service + group),
});
