import { measure } from '../measure.js';
import { WEEK } from '../window.js';

/** Share of the unit hours on duty that are in use, by hour of the week from Monday midnight. */
export const occupancyByHour = measure({
  id: 'occupancy-by-hour',
  label: 'Occupancy by hour of the week',
  unit: 'share',
  dimensions: ['service', 'hour'],
  better: 'neither',
  description: 'Occupancy in each hour of the week; hour 0 begins on Monday at 00:00.',
  estimator: 'ratio',
  fold: ({ cells, over }) => ({
    levels: ({ log, measured }) => {
      for (let at = 0; at < measured.count; at += 1) {
        const row = measured.rows[at]!;
        const staffed = log.staffed[row]!;
        if (staffed === Number.POSITIVE_INFINITY) continue;
        const cell = WEEK * log.service[row]! + (log.hour[row]! % WEEK);
        cells[cell]! += Math.min(log.inUse[row]!, staffed);
        over[cell]! += staffed;
      }
    },
  }),
});
