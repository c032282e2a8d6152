import { Finish, NONE, type VisitLog } from '../../sim/index.js';
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
    'Visits sought by people that never started (the line was full, the service was closed, a gridlock was broken, or the person gave up waiting), or that ended when the place was needed for somebody more urgent.',
  fold: ({ cells }) => {
    const note = (log: VisitLog, row: number): void => {
      const reason = REASON_OF_FINISH[log.finish[row]!]!;
      if (reason !== NONE) cells[REASONS.length * log.service[row]! + reason]! += 1;
    };
    return {
      visits: ({ log, people: { sought, concluded } }) => {
        for (let at = 0; at < sought.count; at += 1) {
          const row = sought.rows[at]!;
          if (log.finish[row] !== Finish.preempted) note(log, row);
        }
        // Those are declined late, when they were being served: perhaps after a shift's end, so not in their first stretch.
        for (let at = 0; at < concluded.count; at += 1) {
          const row = concluded.rows[at]!;
          if (log.finish[row] === Finish.preempted) note(log, row);
        }
      },
    };
  },
});
