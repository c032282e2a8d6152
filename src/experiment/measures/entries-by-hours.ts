import { PARTS_OF_WEEK } from '../dimensions.js';
import { measure } from '../measure.js';
import { WEEK } from '../window.js';

const DAY = 24;
const WORKING_DAYS = 5;
/** Place of each hour of the week among its parts. */
const PART_OF_HOUR = Uint8Array.from({ length: WEEK }, (_, hour) => {
  const ofDay = hour % DAY;
  return hour < WORKING_DAYS * DAY && ofDay >= 9 && ofDay < 17 ? 0 : 1;
});

/** How often people come to a step that seeks a service, in working hours (Monday to Friday, 09:00 to 17:00) and out of them [a week]. */
export const entriesByHours = measure({
  id: 'entries-by-hours',
  label: 'Entries to a step in and out of hours',
  unit: 'entries a week',
  dimensions: ['step', 'part-of-week'],
  better: 'neither',
  description:
    'People who sought the service of the step in the measured period, once for each visit, told apart by whether they came in working hours (Monday to Friday, 09:00 to 17:00) or out of hours.',
  isSparse: true,
  fold: ({ view, cells }) => ({
    visits: ({ log, people: { sought } }) => {
      for (let at = 0; at < sought.count; at += 1) {
        const row = sought.rows[at]!;
        const step = log.step[row]!;
        if (view.lead[step * view.serviceCount + log.service[row]!] === 0) continue;
        cells[PARTS_OF_WEEK.length * step + PART_OF_HOUR[(log.joined[row]! | 0) % WEEK]!]! += 1;
      }
    },
  }),
});
