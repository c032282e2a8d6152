import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** How often people come to a step that seeks a service, or leave at a step [a week]. */
export const stepEntries = measure({
  id: 'step-entries',
  label: 'Entries to a step',
  unit: 'entries a week',
  dimensions: ['step'],
  better: 'neither',
  description:
    'People who sought the service of the step in the measured period, once for each visit however many services it needs; for a leaving step, people who left there.',
  isSparse: true,
  fold: ({ view, cells }) => ({
    visits: ({ log, people: { sought } }) => {
      for (let at = 0; at < sought.count; at += 1) {
        const row = sought.rows[at]!;
        const step = log.step[row]!;
        if (view.lead[step * view.serviceCount + log.service[row]!] === 1) cells[step]! += 1;
      }
    },
    outcomes: ({ log, people }) => {
      const { from, to } = view.window;
      for (let at = 0; at < people.count; at += 1) {
        const row = people.rows[at]!;
        const isOver = log.outcome[row] !== NONE && log.closed[row]! >= from && log.closed[row]! < to;
        if (isOver && log.step[row] !== NONE) cells[log.step[row]!]! += 1;
      }
    },
  }),
});
