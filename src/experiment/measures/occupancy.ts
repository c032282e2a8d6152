import { measure } from '../measure.js';

/** Share of the unit hours on duty that are in use. */
export const occupancy = measure({
  id: 'occupancy',
  label: 'Occupancy',
  unit: 'share',
  dimensions: ['service'],
  better: 'neither',
  description:
    'Unit hours in use over unit hours on duty, hour by hour; overtime is not counted. Not defined for a service without limit.',
  estimator: 'ratio',
  fold: ({ cells, over }) => ({
    levels: ({ log, measured }) => {
      for (let at = 0; at < measured.count; at += 1) {
        const row = measured.rows[at]!;
        const staffed = log.staffed[row]!;
        if (staffed === Number.POSITIVE_INFINITY) continue;
        cells[log.service[row]!]! += Math.min(log.inUse[row]!, staffed);
        over[log.service[row]!]! += staffed;
      }
    },
  }),
});
