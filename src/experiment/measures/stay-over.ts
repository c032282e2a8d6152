import { THRESHOLDS } from '../dimensions.js';
import { measure } from '../measure.js';
import type { VisitTotals } from '../visit-totals.js';

/** Share of visits whose time in the service, from joining to release, is over 4, 12 and 24 hours. */
export const stayOver = measure({
  id: 'stay-over',
  label: 'Stays over a threshold',
  unit: 'share',
  dimensions: ['service', 'threshold', 'group'],
  better: 'lower',
  description: 'Share of the visits that started whose time from joining to release was longer than the threshold.',
  estimator: 'ratio',
  fold: ({ cells, over }) => {
    let totals: VisitTotals | null = null;
    const cellOf = (group: number, threshold: number) =>
      2 * (THRESHOLDS.length * (group >> 1) + threshold) + (group & 1);
    return {
      visits: ({ log, serviceGroup, all: { concluded }, totals: sums }) => {
        totals = sums;
        for (let at = 0; at < concluded.count; at += 1) {
          const row = concluded.rows[at]!;
          const stay = log.released[row]! - log.joined[row]!;
          // Thresholds rise: most stays are longer than none of them.
          for (let threshold = 0; threshold < THRESHOLDS.length && stay > THRESHOLDS[threshold]!; threshold += 1)
            cells[cellOf(serviceGroup[row]!, threshold)]! += 1;
        }
      },
      finish: () => {
        totals?.concluded.forEach((count, group) => {
          for (let threshold = 0; threshold < THRESHOLDS.length; threshold += 1) over[cellOf(group, threshold)] = count;
        });
      },
    };
  },
});
