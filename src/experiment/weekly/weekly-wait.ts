import { NEVER } from '../../sim/index.js';
import { measure } from '../measure.js';
import { weekOf } from '../window.js';

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
        // People who were in line when the run began joined before hour 0.
        if (started[row] === NEVER || joined[row]! < 0) continue;
        const week = weekOf(joined[row]!);
        if (week >= view.weeks) continue;
        const cell = service[row]! * view.weeks + week;
        cells[cell]! += started[row]! - joined[row]!;
        over[cell]! += 1;
      }
    },
  }),
});
