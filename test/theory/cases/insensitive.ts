import { type Case, MINUTE, WEEK } from '../support/claim.js';
import { erlangB } from '../support/erlang.js';

const arrivals = 240;
const declined = arrivals * erlangB(5, arrivals * MINUTE) * WEEK;

/** The same loss in every ward, whatever the law of a stay. */
export const insensitive: Case = {
  world: 'insensitive',
  claims: ['fixed', 'exponential', 'lognormal', 'uniform'].map((law) => ({
    says: `patients turned away a week, ${law} stays`,
    measure: 'declined',
    cell: { service: law, reason: 'full' },
    exact: declined,
    source: 'Erlang (1917); insensitivity: Sevastyanov (1957)',
  })),
};
