import { type Case, WEEK } from '../support/claim.js';
import { solveHoldWaiting } from '../support/hold-waiting.js';

const exact = solveHoldWaiting({
  units: [3, 2],
  room: [3, 3],
  arrivals: { t: 30, a: 30, b: 30 },
  rates: { t: 60, a: 30, b: 40 },
});
const source = 'finite chain, solved by elimination (Grassmann, Taksar & Heyman 1985)';

export const holdWaiting: Case = {
  world: 'hold-waiting',
  claims: [
    {
      says: 'mean wait for an officer',
      measure: 'wait-mean',
      cell: { service: 'officers', group: 'people' },
      exact: exact.waitForA,
      source,
    },
    {
      says: 'mean wait with an officer for a suite',
      measure: 'step-wait',
      cell: { step: 'escorts.admit' },
      exact: exact.escortWait,
      source,
    },
    {
      says: 'officer hours a week held at a full suite',
      measure: 'time-blocked',
      cell: { service: 'officers' },
      exact: exact.blocked * WEEK,
      source,
    },
    {
      says: 'people turned away from suites a week',
      measure: 'declined',
      cell: { service: 'suites', reason: 'full' },
      exact: exact.declinedAtB * WEEK,
      source,
    },
    {
      says: 'officers held',
      measure: 'mean-in-use',
      cell: { service: 'officers' },
      exact: exact.inUseA,
      source,
    },
    {
      says: 'suites in use',
      measure: 'mean-in-use',
      cell: { service: 'suites' },
      exact: exact.inUseB,
      source,
    },
  ],
};
