import { type Case, MINUTE, WEEK } from '../support/claim.js';
import { meanWait } from '../support/erlang.js';

/** Each patient sees a doctor 1 / (1 − 0.4) times. */
const toDoctors = 54 / (1 - 0.4);
const toLaboratory = 0.4 * toDoctors;
const source = 'Jackson (1957), Operations Research 5, 518-521';

export const jackson: Case = {
  world: 'jackson',
  claims: [
    {
      says: 'mean wait for a doctor',
      measure: 'wait-mean',
      cell: { service: 'doctors', group: 'people' },
      exact: meanWait(2, toDoctors, 1 * MINUTE),
      source,
    },
    {
      says: 'people waiting for the laboratory',
      measure: 'mean-waiting',
      cell: { service: 'laboratory' },
      exact: toLaboratory * meanWait(1, toLaboratory, 1 * MINUTE),
      source,
    },
    {
      says: 'tests a week',
      measure: 'served',
      cell: { service: 'laboratory', group: 'people' },
      exact: toLaboratory * WEEK,
      source,
    },
  ],
};
