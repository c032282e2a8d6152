import { solveBirthDeath } from '../support/birth-death.js';
import { type Case, WEEK } from '../support/claim.js';

const arrivals = 81;
const exact = solveBirthDeath({ top: 7, units: 3, birth: () => arrivals, service: 30 });
const source = 'M/M/c/K: Gross & Harris (1998) section 2.4';

export const mmck: Case = {
  world: 'mmck',
  claims: [
    {
      says: 'people turned away a week',
      measure: 'declined',
      cell: { service: 'clerks', reason: 'full' },
      exact: arrivals * exact.full * WEEK,
      source,
    },
    {
      says: 'people waiting',
      measure: 'mean-waiting',
      cell: { service: 'clerks' },
      exact: exact.waiting,
      source,
    },
    {
      says: 'mean wait of those let in',
      measure: 'wait-mean',
      cell: { service: 'clerks', group: 'people' },
      exact: exact.wait,
      source,
    },
  ],
};
