import { type Case, MINUTE, WEEK } from '../support/claim.js';
import { erlangB } from '../support/erlang.js';

const units = 10;
const arrivals = 48;
const load = arrivals * 10 * MINUTE;
const blocked = erlangB(units, load);

/** The loss formula holds for any law of service with the same mean, here a lognormal one. */
export const mgcc: Case = {
  world: 'mgcc',
  claims: [
    {
      says: 'patients turned away a week',
      measure: 'declined',
      cell: { service: 'beds', reason: 'full' },
      exact: arrivals * blocked * WEEK,
      source: 'Erlang (1917); insensitivity: Sevastyanov (1957)',
    },
    {
      says: 'beds in use',
      measure: 'mean-in-use',
      cell: { service: 'beds' },
      exact: load * (1 - blocked),
      source: 'Erlang (1917); Little (1961)',
    },
  ],
};
