import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** Hours that people with a need spend in line, not yet served, by severity [hours a week]. */
export const untreatedHours = measure({
  id: 'untreated-hours',
  label: 'Hours untreated, in line',
  unit: 'person hours a week',
  dimensions: ['need', 'severity'],
  better: 'lower',
  description:
    'Hours from joining a line to starting, or to leaving it unserved, of people’s contacts that joined in the measured period, by need and severity at that time. Time untreated outside of lines, such as after a refusal, is no part of it.',
  isSparse: true,
  fold: ({ view, cells }) => {
    const severities = view.world.severities.length;
    return {
      visits: ({ log, people: { sought } }) => {
        for (let at = 0; at < sought.count; at += 1) {
          const row = sought.rows[at]!;
          const need = log.need[row]!;
          if (need === NONE) continue;
          if (view.lead[log.step[row]! * view.serviceCount + log.service[row]!] === 0) continue;
          const left = Math.min(log.started[row]!, log.released[row]!);
          cells[need * severities + log.severity[row]!]! += left - log.joined[row]!;
        }
      },
    };
  },
});
