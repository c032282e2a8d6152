import { measure } from '../measure.js';
import { HOUR } from '../window.js';

/** Share of the time on duty during which a service has no idle unit. */
export const fullShare = measure({
  id: 'full-share',
  label: 'Share of time full',
  unit: 'share',
  dimensions: ['service'],
  better: 'lower',
  description: 'Share of the hours with anybody on duty during which all units on duty were in use.',
  estimator: 'ratio',
  fold: ({ cells, over }) => ({
    levels: ({ log, measured }) => {
      for (let at = 0; at < measured.count; at += 1) {
        const row = measured.rows[at]!;
        if (log.staffed[row] === 0) continue;
        cells[log.service[row]!]! += log.full[row]!;
        over[log.service[row]!]! += HOUR;
      }
    },
  }),
});
