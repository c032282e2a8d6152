import { measure } from '../measure.js';
import { foldReturns } from '../spells.js';

/** Share of people who are back with the same need within a day, a week, and so on, by how the last episode ended. */
export const repeat = measure({
  id: 'repeat',
  label: 'Back with the same need',
  unit: 'share',
  dimensions: ['need', 'after', 'within'],
  better: 'lower',
  description:
    'Share of episodes closed in the measured period, with that outcome, that the same person followed with another of the same need within the span. Only closings whose span ends by the horizon count.',
  estimator: 'ratio',
  isSparse: true,
  fold: (sums) => foldReturns(sums, 'same need', (need, outcome) => need * sums.view.unmet.length + outcome),
});
