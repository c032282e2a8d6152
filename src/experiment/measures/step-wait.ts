import { measure } from '../measure.js';

/** Mean wait at a step [hours]. */
export const stepWait = measure({
  id: 'step-wait',
  label: 'Wait at a step',
  unit: 'hours',
  dimensions: ['step'],
  better: 'lower',
  description:
    'Mean hours from joining to start for the first service that the step seizes, over the visits by people that started there.',
  estimator: 'ratio',
  isSparse: true,
  fold: ({ view, cells, over }) => ({
    visits: ({ log, people: { started } }) => {
      for (let at = 0; at < started.count; at += 1) {
        const row = started.rows[at]!;
        const step = log.step[row]!;
        if (view.lead[step * view.serviceCount + log.service[row]!] === 0) continue;
        cells[step]! += log.started[row]! - log.joined[row]!;
        over[step]! += 1;
      }
    },
  }),
});
