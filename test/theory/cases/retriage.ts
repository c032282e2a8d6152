import { type Case, MINUTE, WEEK } from '../support/claim.js';
import { solveRetriage } from '../support/retriage-chain.js';

const exact = solveRetriage({
  arrivals: [18, 9],
  rates: [1 / MINUTE, 1 / (3 * MINUTE)],
  room: 4,
  promotion: 1 / (4 * MINUTE),
});
const source = 'chain of the line as it stands, solved by elimination (Grassmann, Taksar & Heyman 1985)';
const service = 'clinicians';

export const retriage: Case = {
  world: 'retriage',
  claims: [
    { says: 'mean wait, urgent', measure: 'step-wait', cell: { step: 'urgent.see' }, exact: exact.urgentWait, source },
    {
      says: 'mean wait, routine',
      measure: 'step-wait',
      cell: { step: 'routine.see' },
      exact: exact.routineWait,
      source,
    },
    { says: 'waiting', measure: 'mean-waiting', cell: { service }, exact: exact.waiting, source },
    {
      says: 'turned away a week',
      measure: 'declined',
      cell: { service, reason: 'full' },
      exact: exact.refused * WEEK,
      source,
    },
  ],
};
