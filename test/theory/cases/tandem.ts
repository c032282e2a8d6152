import { type Case, WEEK } from '../support/claim.js';
import { solveTandem } from '../support/tandem.js';

const exact = solveTandem({ arrivals: 20, firstUnits: 2, firstRate: 15, room: 3, secondUnits: 2, secondRate: 15 });
const source = 'chain of Hunt (1956), solved by elimination (Grassmann, Taksar & Heyman 1985)';

export const tandem: Case = {
  world: 'tandem',
  claims: [
    {
      says: 'mean wait for triage',
      measure: 'wait-mean',
      cell: { service: 'triage', group: 'people' },
      exact: exact.firstWait,
      source,
    },
    {
      says: 'mean wait in the triage room for a cubicle',
      measure: 'step-wait',
      cell: { step: 'visit.treat' },
      exact: exact.secondWait,
      source,
    },
    {
      says: 'room hours a week blocked',
      measure: 'time-blocked',
      cell: { service: 'triage' },
      exact: exact.blocked * WEEK,
      source,
    },
    {
      says: 'patients turned away a week',
      measure: 'declined',
      cell: { service: 'triage', reason: 'full' },
      exact: exact.declined * WEEK,
      source,
    },
    {
      says: 'rooms held',
      measure: 'mean-in-use',
      cell: { service: 'triage' },
      exact: exact.firstInUse,
      source,
    },
    {
      says: 'cubicles in use',
      measure: 'mean-in-use',
      cell: { service: 'cubicles' },
      exact: exact.secondInUse,
      source,
    },
  ],
};
