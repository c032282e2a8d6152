import { measure } from '../measure.js';
import { HOUR, WEEK, weekOf } from '../window.js';

/** People in the waiting line in each week of the run, averaged over its hours [people]. */
export const weeklyWaiting = measure({
  id: 'weekly-waiting',
  label: 'People waiting, by week',
  unit: 'people',
  dimensions: ['service', 'week'],
  better: 'lower',
  description:
    'People in the waiting line, averaged over each whole week of the run from hour 0, warm-up and follow-up included.',
  adds: 'own',
  absent: 0,
  fold: ({ view, cells }) => ({
    levels: ({ log }) => {
      const { count, service, hour, waiting } = log;
      for (let row = 0; row < count; row += 1) {
        const week = weekOf(hour[row]!);
        if (week < view.weeks) cells[service[row]! * view.weeks + week]! += waiting[row]! / (HOUR * WEEK);
      }
    },
  }),
});
