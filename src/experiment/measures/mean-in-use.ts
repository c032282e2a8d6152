import { measure } from '../measure.js';
import { HOUR } from '../window.js';

/** Units in use, averaged over time [units]. */
export const meanInUse = measure({
  id: 'mean-in-use',
  label: 'Units in use',
  unit: 'units',
  dimensions: ['service'],
  better: 'neither',
  description: 'Units in use, averaged over time.',
  adds: 'own',
  absent: 0,
  fold: ({ view, cells }) => ({
    levels: ({ log, measured }) => {
      for (let at = 0; at < measured.count; at += 1) {
        const row = measured.rows[at]!;
        cells[log.service[row]!]! += log.inUse[row]!;
      }
    },
    finish: () => {
      const seconds = HOUR * (view.window.lastHour - view.window.firstHour);
      for (let cell = 0; cell < cells.length; cell += 1) cells[cell]! /= seconds;
    },
  }),
});
