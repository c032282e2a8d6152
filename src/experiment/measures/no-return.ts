import { measure } from '../measure.js';
import { foldReturns } from '../spells.js';

/** Share of people who are not back with any need within a day, a week, and so on, by how the last episode ended. */
export const noReturn = measure({
  id: 'no-return',
  label: 'Not back with any need',
  unit: 'share',
  dimensions: ['need', 'after', 'within'],
  better: 'higher',
  description:
    'Share of episodes of the need closed in the measured period, with that outcome, that the same person did not follow with another of any need within the span. Only closings whose span ends by the horizon count.',
  estimator: 'ratio',
  isSparse: true,
  fold: (sums) => foldReturns(sums, 'any need', (need, outcome) => need * sums.view.unmet.length + outcome, false),
});
