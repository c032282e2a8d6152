import { NEVER } from '../../sim/index.js';
import { measure } from '../measure.js';
import { WEEK } from '../window.js';

/** Mean wait of people whose visit started, by the week in which they joined [hours]. */
export const weeklyWait = measure({
  id: 'weekly-wait',
  label: 'Mean wait of people, by week',
  unit: 'hours',
  dimensions: ['service', 'week'],
  better: 'lower',
  description:
    'Mean wait from joining to start of visits that started, by the week of joining, background work apart. The last weeks of a run hold only waits that ended before it did.',
  estimator: 'ratio',
  adds: 'own',
  fold: ({ view, cells, over }) => ({
    visits: ({ log: { service, joined, started }, people: { first } }) => {
      for (let at = 0; at < first.count; at += 1) {
        const row = first.rows[at]!;
        if (started[row] === NEVER) continue;
        const week = Math.floor(joined[row]! / WEEK);
        if (week < 0 || week >= view.weeks) continue;
        const cell = service[row]! * view.weeks + week;
        cells[cell]! += started[row]! - joined[row]!;
        over[cell]! += 1;
      }
    },
  }),
});
