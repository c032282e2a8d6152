import { type Case, MINUTE } from '../support/claim.js';
import { meanWait } from '../support/erlang.js';

const arrivals = 42;
const service = 1 * MINUTE;
const wait = meanWait(1, arrivals, service);

export const mm1: Case = {
  world: 'mm1',
  claims: [
    {
      says: 'mean wait',
      measure: 'wait-mean',
      cell: { service: 'clerk', group: 'people' },
      exact: wait,
      source: 'Erlang (1917); Kleinrock (1975) section 3.2',
    },
    {
      says: 'people waiting',
      measure: 'mean-waiting',
      cell: { service: 'clerk' },
      exact: arrivals * wait,
      source: 'Little (1961)',
    },
    {
      says: 'share of time busy',
      measure: 'occupancy',
      cell: { service: 'clerk' },
      exact: arrivals * service,
      source: 'load = arrival rate × mean service time',
    },
  ],
};
