import type { Case } from '../support/claim.js';
import { waitingMDc } from '../support/crommelin.js';

const arrivals = 144;
const waiting = waitingMDc(3, arrivals / 60);
const source = 'Crommelin (1932); Tijms (2003) section 9.6';

export const mdc: Case = {
  world: 'mdc',
  claims: [
    {
      says: 'mean wait',
      measure: 'wait-mean',
      cell: { service: 'clerks', group: 'people' },
      exact: waiting / arrivals,
      source,
    },
    {
      says: 'people waiting',
      measure: 'mean-waiting',
      cell: { service: 'clerks' },
      exact: waiting,
      source,
    },
  ],
};
