import { solveBirthDeath } from '../support/birth-death.js';
import type { Case } from '../support/claim.js';

const machines = 6;
const exact = solveBirthDeath({ top: machines, units: 2, birth: (down) => (machines - down) * 7.5, service: 30 });
const source = 'machine repair: Palm (1947); Gross & Harris (1998) section 2.6';

export const closed: Case = {
  world: 'closed',
  claims: [
    {
      says: 'machines waiting',
      measure: 'mean-waiting',
      cell: { service: 'fitters' },
      exact: exact.waiting,
      source,
    },
    {
      says: 'fitters at work',
      measure: 'mean-in-use',
      cell: { service: 'fitters' },
      exact: exact.inUse,
      source,
    },
    {
      says: 'mean wait for a fitter',
      measure: 'wait-mean',
      cell: { service: 'fitters', group: 'people' },
      exact: exact.wait,
      source,
    },
  ],
};
