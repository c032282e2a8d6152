import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** Episodes whose need was not met [a week]. */
export const unmet = measure({
  id: 'unmet',
  label: 'Unmet need',
  unit: 'episodes a week',
  dimensions: [],
  better: 'lower',
  description:
    'Episodes of people that opened in the measured period and ended with an outcome that is marked as unmet.',
  fold: ({ view, cells }) => ({
    outcomes: ({ log, opened }) => {
      for (let at = 0; at < opened.count; at += 1) {
        const row = opened.rows[at]!;
        const outcome = log.outcome[row]!;
        if (outcome !== NONE && view.unmet[outcome] === 1) cells[0]! += 1;
      }
    },
  }),
});
