import { type Case, WEEK } from '../support/claim.js';
import { fixedPatience } from '../support/patience-fixed.js';

const arrivals = 81;
const exact = fixedPatience(3, arrivals, 30, 2 / 60);
const source = 'Barrer (1957); Zeltyn & Mandelbaum (2005) section 4';

export const mmcD: Case = {
  world: 'mmc-d',
  claims: [
    {
      says: 'callers who hang up a week',
      measure: 'declined',
      cell: { service: 'handlers', reason: 'reneged' },
      exact: arrivals * exact.reneging * WEEK,
      source,
    },
    {
      says: 'mean wait of those answered',
      measure: 'wait-mean',
      cell: { service: 'handlers', group: 'people' },
      exact: exact.waitOfServed,
      source,
    },
    {
      says: 'callers waiting',
      measure: 'mean-waiting',
      cell: { service: 'handlers' },
      exact: exact.waiting,
      source,
    },
  ],
};
