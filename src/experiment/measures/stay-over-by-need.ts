import { NONE } from '../../sim/index.js';
import { THRESHOLDS } from '../dimensions.js';
import { measure } from '../measure.js';

/** Share of people's visits whose time in the service is over 4, 12 and 24 hours, by need. */
export const stayOverByNeed = measure({
  id: 'stay-over-by-need',
  label: 'Stays over a threshold, by need',
  unit: 'share',
  dimensions: ['service', 'need', 'threshold'],
  better: 'lower',
  description:
    'Share of the visits by people with the need that started whose time from joining to release was longer than the threshold.',
  estimator: 'ratio',
  isSparse: true,
  fold: ({ view, cells, over }) => {
    const needs = view.names.needs.length;
    return {
      visits: ({ log, people: { concluded } }) => {
        for (let at = 0; at < concluded.count; at += 1) {
          const row = concluded.rows[at]!;
          if (log.need[row] === NONE) continue;
          const stay = log.released[row]! - log.joined[row]!;
          const first = THRESHOLDS.length * (needs * log.service[row]! + log.need[row]!);
          for (let threshold = 0; threshold < THRESHOLDS.length; threshold += 1) {
            if (stay > THRESHOLDS[threshold]!) cells[first + threshold]! += 1;
            over[first + threshold]! += 1;
          }
        }
      },
    };
  },
});
