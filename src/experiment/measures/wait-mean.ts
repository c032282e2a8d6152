import { measure } from '../measure.js';

/** Mean wait of visits that started [hours]. */
export const waitMean = measure({
  id: 'wait-mean',
  label: 'Mean wait',
  unit: 'hours',
  dimensions: ['service', 'group'],
  better: 'lower',
  description: 'Hours from joining to start, over the visits that started.',
  estimator: 'ratio',
  fold: ({ cells, over }) => ({
    visits: ({ log, serviceGroup, all: { started } }) => {
      for (let at = 0; at < started.count; at += 1) {
        const row = started.rows[at]!;
        const cell = serviceGroup[row]!;
        cells[cell]! += log.started[row]! - log.joined[row]!;
        over[cell]! += 1;
      }
    },
  }),
});
