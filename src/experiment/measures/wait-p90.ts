import { waitQuantile } from '../wait-quantile.js';

/** Wait that nine in ten of the visits that started did not exceed [hours]. */
export const waitP90 = waitQuantile('wait-p90', 'Wait of nine in ten', 0.9);
