import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** How people's episodes end, by need [a week]. */
export const outcomes = measure({
  id: 'outcomes',
  label: 'Outcomes',
  unit: 'episodes a week',
  dimensions: ['need', 'outcome'],
  better: 'neither',
  description:
    'Episodes of people that opened in the measured period, by how they ended. Contacts that run beside an episode count for themselves.',
  isSparse: true,
  fold: ({ view, cells }) => ({
    outcomes: ({ log, opened }) => {
      for (let at = 0; at < opened.count; at += 1) {
        const row = opened.rows[at]!;
        if (log.need[row] === NONE || log.outcome[row] === NONE) continue;
        cells[view.unmet.length * log.need[row]! + log.outcome[row]!]! += 1;
      }
    },
  }),
});
