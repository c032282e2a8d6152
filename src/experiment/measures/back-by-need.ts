import { measure } from '../measure.js';
import { foldReturns } from '../spells.js';

/** Share of people who are back with the same need within a day, a week, and so on, however the last episode ended. */
export const backByNeed = measure({
  id: 'back-by-need',
  label: 'Back with the same need, all endings',
  unit: 'share',
  dimensions: ['need', 'within'],
  better: 'lower',
  description:
    'Share of episodes closed in the measured period that the same person followed with another of the same need within the span. Only closings whose span ends by the horizon count: a span that none has the time for is not seen, and is left out.',
  estimator: 'ratio',
  isSparse: true,
  fold: (sums) => foldReturns(sums, 'same need', (need) => need),
});
