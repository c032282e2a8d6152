import { type Case, WEEK } from '../support/claim.js';
import { erlangA } from '../support/erlang-a.js';

const arrivals = 45;
const { reneging, waiting, waitOfServed } = erlangA(5, arrivals, 60 / 6, 60 / 12);

export const mmcM: Case = {
  world: 'mmc-m',
  claims: [
    {
      says: 'mean wait of those answered',
      measure: 'wait-mean',
      cell: { service: 'handlers', group: 'people' },
      exact: waitOfServed,
      source: 'Palm (1957); Garnett, Mandelbaum & Reiman (2002)',
    },
    {
      says: 'callers who hang up a week',
      measure: 'declined',
      cell: { service: 'handlers', reason: 'reneged' },
      exact: arrivals * reneging * WEEK,
      source: 'Palm (1957); Garnett, Mandelbaum & Reiman (2002)',
    },
    {
      says: 'callers waiting',
      measure: 'mean-waiting',
      cell: { service: 'handlers' },
      exact: waiting,
      source: 'Palm (1957); Garnett, Mandelbaum & Reiman (2002)',
    },
  ],
};
