import { type Case, WEEK } from '../support/claim.js';
import { solveHoldFirst } from '../support/joint.js';

const exact = solveHoldFirst({
  units: [3, 1],
  room: [3, Infinity],
  arrivals: { t: 20, a: 40, b: 0 },
  rates: { t: 40, a: 40, b: 0 },
});
const source = 'finite chain, solved by elimination (Grassmann, Taksar & Heyman 1985)';

export const holdFirst: Case = {
  world: 'hold-first',
  claims: [
    {
      says: 'mean wait for an officer',
      measure: 'wait-mean',
      cell: { service: 'officers', group: 'people' },
      exact: exact.waitForA,
      source,
    },
    {
      says: 'mean wait for a suite, holding an officer',
      measure: 'wait-mean',
      cell: { service: 'suites', group: 'people' },
      exact: exact.waitForB,
      source,
    },
    {
      says: 'people turned away a week',
      measure: 'declined',
      cell: { service: 'officers', reason: 'full' },
      exact: exact.declined * WEEK,
      source,
    },
    {
      says: 'officers held',
      measure: 'mean-in-use',
      cell: { service: 'officers' },
      exact: exact.inUseA,
      source,
    },
  ],
};
