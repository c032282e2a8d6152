import { NEVER } from '../../sim/index.js';
import { measure } from '../measure.js';
import { instant } from '../window.js';

/** Hours that units are kept after the service time is over, because the next place is not ready [hours a week]. */
export const timeBlocked = measure({
  id: 'time-blocked',
  label: 'Hours blocked',
  unit: 'unit hours a week',
  dimensions: ['service'],
  better: 'lower',
  description: 'Units times the hours in the measured period between the end of the service time and their release.',
  adds: 'seconds',
  fold: ({ view, cells }) => {
    const { fromSecond, toSecond } = view.window;
    return {
      visits: ({ log, all: { held } }) => {
        for (let at = 0; at < held.count; at += 1) {
          const row = held.rows[at]!;
          if (log.ended[row]! === NEVER || log.ended[row]! === log.released[row]!) continue;
          const from = Math.max(instant(log.ended[row]!), fromSecond);
          const to = Math.min(instant(log.released[row]!), toSecond);
          if (to > from) cells[log.service[row]!]! += log.units[row]! * (to - from);
        }
      },
    };
  },
});
