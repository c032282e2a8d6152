import { dutyHours } from '../bill.js';
import { comparison } from '../comparison.js';

/** Change in the hours for which units of each service are on duty, used or not [unit hours a week]. */
export const dutyHoursChange = comparison({
  id: 'duty-hours',
  label: 'Change in unit hours on duty',
  unit: 'unit hours a week',
  dimensions: ['service'],
  description:
    'Units on duty (staff, or beds and rooms) times the hours, used or not, in the policy world less in the baseline, over the measured period; overtime is not counted. Services with the same hours on duty in both worlds, and those without limit in either, have no row.',
  isSparse: true,
  cells: ({ services }) => services.names.map((service) => ({ service })),
  begin: () => ({ finish: dutyHours }),
});
