import { waitQuantile } from '../wait-quantile.js';

/** Wait that half of the visits that started did not exceed [hours]. */
export const waitMedian = waitQuantile('wait-median', 'Median wait', 0.5);
