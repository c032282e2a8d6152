import { solveBirthDeath } from '../support/birth-death.js';
import { type Case, WEEK } from '../support/claim.js';

const residents = 8;
const exact = solveBirthDeath({ top: residents, units: 2, birth: (ill) => (residents - ill) * 6, service: 30 });
const source = 'M/M/c//N: Engset (1918); Gross & Harris (1998) section 2.6';

export const finiteSource: Case = {
  world: 'finite-source',
  claims: [
    {
      says: 'people waiting',
      measure: 'mean-waiting',
      cell: { service: 'nurses' },
      exact: exact.waiting,
      source,
    },
    {
      says: 'mean wait for a nurse',
      measure: 'wait-mean',
      cell: { service: 'nurses', group: 'people' },
      exact: exact.wait,
      source,
    },
    {
      says: 'people treated a week',
      measure: 'served',
      cell: { service: 'nurses', group: 'people' },
      exact: exact.accepted * WEEK,
      source,
    },
  ],
};
