import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** How episodes of people that end in the measured period end, by need [a week]. */
export const endings = measure({
  id: 'endings',
  label: 'Endings',
  unit: 'episodes a week',
  dimensions: ['need', 'outcome'],
  better: 'neither',
  description:
    'Episodes of people that ended in the measured period, whenever they opened and people present at the start included, by how they ended.',
  isSparse: true,
  fold: ({ view, cells }) => {
    const { from, to } = view.window;
    return {
      outcomes: ({ log, people }) => {
        for (let at = 0; at < people.count; at += 1) {
          const row = people.rows[at]!;
          if (log.need[row] === NONE || log.outcome[row] === NONE) continue;
          if (log.closed[row]! >= from && log.closed[row]! < to)
            cells[view.unmet.length * log.need[row]! + log.outcome[row]!]! += 1;
        }
      },
    };
  },
});
