import { type Case, MINUTE } from '../support/claim.js';
import { cobham } from '../support/cobham.js';

const arrivals = 42;
const varying = cobham([{ rate: arrivals, mean: 1 * MINUTE, variation: 0.75 }])[0]!;
const fixed = cobham([{ rate: arrivals, mean: 1 * MINUTE, variation: 0 }])[0]!;
const source = 'Pollaczek (1930) and Khinchine (1932): one class in Cobham (1954) eq. 3';

export const mg1: Case = {
  world: 'mg1',
  claims: [
    {
      says: 'mean wait, lognormal visits',
      measure: 'wait-mean',
      cell: { service: 'varying', group: 'people' },
      exact: varying,
      source,
    },
    {
      says: 'people waiting, lognormal visits',
      measure: 'mean-waiting',
      cell: { service: 'varying' },
      exact: arrivals * varying,
      source,
    },
    {
      says: 'mean wait, fixed visits',
      measure: 'wait-mean',
      cell: { service: 'fixed', group: 'people' },
      exact: fixed,
      source,
    },
  ],
};
