import { type Case, WEEK } from '../support/claim.js';
import { solveTogether } from '../support/joint.js';

const exact = solveTogether({
  units: [3, 2],
  room: [3, 2],
  arrivals: { t: 24, a: 40, b: 20 },
  rates: { t: 30, a: 40, b: 30 },
});
const source = 'finite chain, solved by elimination (Grassmann, Taksar & Heyman 1985)';

export const together: Case = {
  world: 'together',
  claims: [
    {
      says: 'mean wait of those who need both',
      measure: 'step-wait',
      cell: { step: 'escorts.serve' },
      exact: exact.wait.t,
      source,
    },
    {
      says: 'mean wait of those who need an officer',
      measure: 'step-wait',
      cell: { step: 'patrols.serve' },
      exact: exact.wait.a,
      source,
    },
    {
      says: 'mean wait of those who need a suite',
      measure: 'step-wait',
      cell: { step: 'guests.serve' },
      exact: exact.wait.b,
      source,
    },
    {
      says: 'people turned away by officers a week',
      measure: 'declined',
      cell: { service: 'officers', reason: 'full' },
      exact: exact.declinedAtA * WEEK,
      source,
    },
    {
      says: 'officers in use',
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
