import { measure } from '../measure.js';

/** Unit hours that a budget pays by the hour [unit hours a week]. */
export const hoursByBudget = measure({
  id: 'hours-by-budget',
  label: 'Hours paid by the hour, by budget',
  unit: 'unit hours a week',
  dimensions: ['budget'],
  better: 'neither',
  description:
    'Hours that units (staff, or beds and rooms) are held in the measured period, over the services that the budget pays by the hour.',
  adds: 'seconds',
  isSparse: true,
  fold: ({ view, cells }) => ({
    visits: ({ log, held, heldSeconds }) => {
      for (let at = 0; at < held.count; at += 1) {
        const row = held.rows[at]!;
        const service = log.service[row]!;
        if (view.costs.isByHour[service] === 1) cells[view.costs.budget[service]!]! += heldSeconds[row]!;
      }
    },
  }),
});
