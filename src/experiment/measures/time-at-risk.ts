import { measure } from '../measure.js';
import { foldRisk } from '../risk.js';

/** Time at risk of each clock [person hours a week]. */
export const timeAtRisk = measure({
  id: 'time-at-risk',
  label: 'Time at risk',
  unit: 'person hours a week',
  dimensions: ['clock'],
  better: 'neither',
  isSparse: true,
  description:
    'Hours in the measured period for which a clock runs at a hazard above 0, added up over everybody; causes of death together. Expiries and deaths expected over these hours are the mean hazard.',
  fold: (sums) => foldRisk(sums, 'hours'),
});
