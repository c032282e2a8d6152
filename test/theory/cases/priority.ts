import { type Case, MINUTE } from '../support/claim.js';
import { cobham } from '../support/cobham.js';

const [urgent, routine] = cobham([
  { rate: 18, mean: 1 * MINUTE, variation: Math.SQRT1_2 },
  { rate: 12, mean: 2 * MINUTE, variation: 1 },
]) as [number, number];

export const priority: Case = {
  world: 'priority',
  claims: [
    {
      says: 'mean wait, urgent',
      measure: 'step-wait',
      cell: { step: 'urgent.see' },
      exact: urgent,
      source: 'Cobham (1954) eq. 3',
    },
    {
      says: 'mean wait, routine',
      measure: 'step-wait',
      cell: { step: 'routine.see' },
      exact: routine,
      source: 'Cobham (1954) eq. 3',
    },
  ],
};
