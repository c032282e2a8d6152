import { measure } from '../measure.js';

/** Mean time from joining to release at a step [hours]. */
export const timeInSystem = measure({
  id: 'time-in-system',
  label: 'Time in system',
  unit: 'hours',
  dimensions: ['step'],
  better: 'lower',
  description:
    'Mean hours from joining to release of the first service that the step seizes, over the visits by people that started there. Stays that the end of the run cuts count as far as they are seen, so long stays come out too short.',
  estimator: 'ratio',
  isSparse: true,
  fold: ({ view, cells, over }) => ({
    visits: ({ log, people: { concluded } }) => {
      for (let at = 0; at < concluded.count; at += 1) {
        const row = concluded.rows[at]!;
        const step = log.step[row]!;
        if (view.lead[step * view.serviceCount + log.service[row]!] === 0) continue;
        cells[step]! += log.released[row]! - log.joined[row]!;
        over[step]! += 1;
      }
    },
  }),
});
