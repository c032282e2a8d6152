import { THRESHOLDS } from '../dimensions.js';
import { measure } from '../measure.js';

/** Share of visits whose time in the service, from joining to release, is over 4, 12 and 24 hours. */
export const stayOver = measure({
  id: 'stay-over',
  label: 'Stays over a threshold',
  unit: 'share',
  dimensions: ['service', 'threshold', 'group'],
  better: 'lower',
  description: 'Share of the visits that started whose time from joining to release was longer than the threshold.',
  estimator: 'ratio',
  fold: ({ cells, over }) => ({
    visits: ({ log, all: { concluded } }) => {
      for (let at = 0; at < concluded.count; at += 1) {
        const row = concluded.rows[at]!;
        const stay = log.released[row]! - log.joined[row]!;
        const first = 2 * THRESHOLDS.length * log.service[row]! + log.background[row]!;
        for (let threshold = 0; threshold < THRESHOLDS.length; threshold += 1) {
          if (stay > THRESHOLDS[threshold]!) cells[first + 2 * threshold]! += 1;
          over[first + 2 * threshold]! += 1;
        }
      }
    },
  }),
});
