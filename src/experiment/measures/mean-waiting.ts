import { measure } from '../measure.js';
import { HOUR } from '../window.js';

/** People in the waiting line, averaged over time [people]. */
export const meanWaiting = measure({
  id: 'mean-waiting',
  label: 'People waiting',
  unit: 'people',
  dimensions: ['service'],
  better: 'lower',
  description: 'People in the waiting line, averaged over time.',
  adds: 'own',
  absent: 0,
  fold: ({ view, cells }) => ({
    levels: ({ log, measured }) => {
      for (let at = 0; at < measured.count; at += 1) {
        const row = measured.rows[at]!;
        cells[log.service[row]!]! += log.waiting[row]!;
      }
    },
    finish: () => {
      const seconds = HOUR * (view.window.lastHour - view.window.firstHour);
      for (let cell = 0; cell < cells.length; cell += 1) cells[cell]! /= seconds;
    },
  }),
});
