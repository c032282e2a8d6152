import { type Case, MINUTE } from '../support/claim.js';
import { erlangC, meanWait } from '../support/erlang.js';

const units = 3;
const arrivals = 60 / 1.5;
const service = 3.15 * MINUTE;

export const mmc: Case = {
  world: 'mmc',
  claims: [
    {
      says: 'mean wait',
      measure: 'wait-mean',
      cell: { service: 'doctors', group: 'people' },
      exact: meanWait(units, arrivals, service),
      source: 'Erlang (1917); Cooper (1981) chapter 3',
    },
    {
      says: 'share of time with all doctors busy',
      measure: 'full-share',
      cell: { service: 'doctors' },
      exact: erlangC(units, arrivals * service),
      source: 'Erlang C; Cooper (1981) chapter 3',
    },
    {
      says: 'doctors busy',
      measure: 'mean-in-use',
      cell: { service: 'doctors' },
      exact: arrivals * service,
      source: 'Little (1961)',
    },
  ],
};
