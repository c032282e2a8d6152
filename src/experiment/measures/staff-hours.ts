import { NONE } from '../../sim/index.js';
import { staffedIn } from '../agencies.js';
import { measure } from '../measure.js';
import { foldTotals } from '../visit-totals.js';

/** Hours that an agency's staff are held by contacts [hours a week]. */
export const staffHours = measure({
  id: 'staff-hours',
  label: 'Staff hours held',
  unit: 'staff hours a week',
  dimensions: ['agency'],
  better: 'neither',
  description:
    'Hours of staff held by contacts of all kinds, in service or kept waiting with somebody. Beds, rooms and vehicles are left out, and so are agencies none of whose services has staff.',
  adds: 'seconds',
  only: staffedIn,
  fold: (sums) =>
    foldTotals(sums, 'heldSeconds', (service) => (sums.view.staff[service] === 1 ? sums.view.agency[service]! : NONE)),
});
