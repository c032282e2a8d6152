import { measure } from '../measure.js';

/** Mean time for which a step holds its service, from start to release [hours]. */
export const timeHeld = measure({
  id: 'time-held',
  label: 'Time held',
  unit: 'hours',
  dimensions: ['step'],
  better: 'lower',
  description:
    'Mean hours from start to release of the first service that the step seizes, over the visits by people that started there. Stays that the end of the run cuts count as far as they are seen, so long stays come out too short.',
  estimator: 'ratio',
  isSparse: true,
  fold: ({ view, cells, over }) => ({
    visits: ({ log, people: { stretches } }) => {
      for (let at = 0; at < stretches.count; at += 1) {
        const row = stretches.rows[at]!;
        const step = log.step[row]!;
        if (view.lead[step * view.serviceCount + log.service[row]!] === 0) continue;
        cells[step]! += log.released[row]! - log.started[row]!;
        if (log.part[row] === 0) over[step]! += 1;
      }
    },
  }),
});
