import { measure } from '../measure.js';
import { HOUR, WEEK, weekOf } from '../window.js';

/** Units in use in each week of the run, averaged over its hours [units]. */
export const weeklyInUse = measure({
  id: 'weekly-in-use',
  label: 'Units in use, by week',
  unit: 'units',
  dimensions: ['service', 'week'],
  better: 'neither',
  description: 'Units in use, averaged over each whole week of the run from hour 0, warm-up and follow-up included.',
  adds: 'own',
  absent: 0,
  fold: ({ view, cells }) => ({
    levels: ({ log }) => {
      const { count, service, hour, inUse } = log;
      for (let row = 0; row < count; row += 1) {
        const week = weekOf(hour[row]!);
        if (week < view.weeks) cells[service[row]! * view.weeks + week]! += inUse[row]! / (HOUR * WEEK);
      }
    },
  }),
});
