import { measure } from '../measure.js';

/** Mean wait of people's visits that started, by how severe their need is [hours]. */
export const waitBySeverity = measure({
  id: 'wait-by-severity',
  label: 'Mean wait, by severity',
  unit: 'hours',
  dimensions: ['service', 'severity'],
  better: 'lower',
  description:
    'Hours from joining to start, over the visits by people that started, by the severity of their need when they joined; background work is left out.',
  estimator: 'ratio',
  isSparse: true,
  fold: ({ view, cells, over }) => {
    const severities = view.world.severities.length;
    return {
      visits: ({ log, people: { started } }) => {
        for (let at = 0; at < started.count; at += 1) {
          const row = started.rows[at]!;
          const cell = log.service[row]! * severities + log.severity[row]!;
          cells[cell]! += log.started[row]! - log.joined[row]!;
          over[cell]! += 1;
        }
      },
    };
  },
});
