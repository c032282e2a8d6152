import { measure } from '../measure.js';
import { weekOf } from '../window.js';

/** Visits that people sought at each service in each week of the run [contacts a week]. */
export const weeklyContacts = measure({
  id: 'weekly-contacts',
  label: 'Contacts of people, by week',
  unit: 'contacts a week',
  dimensions: ['service', 'week'],
  better: 'neither',
  description:
    'Visits that were sought in each whole week of the run, served or not, background work apart; warm-up and follow-up included.',
  adds: 'own',
  absent: 0,
  fold: ({ view, cells }) => ({
    visits: ({ log: { service, joined }, people: { first } }) => {
      for (let at = 0; at < first.count; at += 1) {
        const row = first.rows[at]!;
        // People who were in line when the run began joined before hour 0.
        if (joined[row]! < 0) continue;
        const week = weekOf(joined[row]!);
        if (week < view.weeks) cells[service[row]! * view.weeks + week]! += 1;
      }
    },
  }),
});
