import { measure } from '../measure.js';
import { foldRisk, riskOf } from '../risk.js';

/** How often each clock that is no cause of death is expected to run out [a week]. */
export const expectedExpiries = measure({
  id: 'expected-expiries',
  label: 'Expiries expected',
  unit: 'expiries expected a week',
  dimensions: ['clock'],
  better: 'neither',
  isSparse: true,
  description:
    'The hazard of a clock (deterioration, relapse, poisoning after treatment), integrated over the hours for which it runs in the measured period, over everybody, whether or not it runs out. What runs out comes to the same on average; of what is rare this is far less noisy than a count.',
  only: (view) => {
    const { names, deaths } = riskOf(view);
    return names.flatMap((_, place) => (deaths.includes(place) ? [] : [place]));
  },
  fold: (sums) => foldRisk(sums, 'hazard'),
});
