import { NONE } from '../../sim/index.js';
import { REASON_OF_FINISH, REASONS } from '../dimensions.js';
import { measure } from '../measure.js';

/** Contacts of people that a service declined, or that gave up waiting for it [a week]. */
export const declined = measure({
  id: 'declined',
  label: 'Declined contacts',
  unit: 'contacts a week',
  dimensions: ['service', 'reason'],
  better: 'lower',
  description:
    'Visits sought by people that never started: the line was full, the service was closed, a gridlock was broken, or the person gave up waiting.',
  fold: ({ cells }) => ({
    visits: ({ log, sought }) => {
      for (let at = 0; at < sought.count; at += 1) {
        const row = sought.rows[at]!;
        const reason = REASON_OF_FINISH[log.finish[row]!]!;
        if (reason !== NONE && log.background[row] === 0) cells[REASONS.length * log.service[row]! + reason]! += 1;
      }
    },
  }),
});
