import { Finish, NEVER } from '../../sim/index.js';
import { measure } from '../measure.js';

/** Share of visits that started within their service's standard, of those that started or gave up waiting. */
export const withinStandard = measure({
  id: 'within-standard',
  label: 'Seen within the standard',
  unit: 'share',
  dimensions: ['service'],
  better: 'higher',
  description:
    'Share of visits, background work included, that started within the standard of the service, of those that started or gave up waiting.',
  estimator: 'ratio',
  fold: ({ view, cells, over }) => ({
    visits: ({ log, all: { sought } }) => {
      for (let at = 0; at < sought.count; at += 1) {
        const row = sought.rows[at]!;
        const within = view.within[log.service[row]!]!;
        const hasStarted = log.started[row]! < NEVER;
        if (Number.isNaN(within) || !(hasStarted || log.finish[row] === Finish.reneged)) continue;
        if (log.started[row]! - log.joined[row]! <= within) cells[log.service[row]!]! += 1;
        over[log.service[row]!]! += 1;
      }
    },
  }),
});
