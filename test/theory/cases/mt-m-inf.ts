import type { Case, Claim } from '../support/claim.js';
import { DAYS, HOURS, JUDGED } from '../support/mt-calendar.js';
import { exponentialStay, meanInUse, weekly } from '../support/mt-infinity.js';

const rates = weekly(20, HOURS, DAYS);
const stay = exponentialStay(6);
const source = 'Eick, Massey & Whitt (1993) theorem 1';

/** Occupancy is asked for, as it is known by the hour: of 400 beds, which are never all in use. */
export const mtMInf: Case = {
  world: 'mt-m-inf',
  claims: [
    { says: 'beds in use', measure: 'mean-in-use', cell: { service: 'beds' }, exact: 20 * 6, source: 'Little (1961)' },
    ...Object.entries(JUDGED).map(
      ([name, hour]): Claim => ({
        says: `share of 400 beds in use, ${name}`,
        measure: 'occupancy-by-hour',
        cell: { service: 'beds', hour: String(hour) },
        exact: meanInUse(rates, hour, stay) / 400,
        source,
      }),
    ),
  ],
};
