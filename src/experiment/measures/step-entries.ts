import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** How often people come to a step that seeks a service, or leave at a step [a week]. */
export const stepEntries = measure({
  id: 'step-entries',
  label: 'Entries to a step',
  unit: 'a week',
  dimensions: ['step'],
  better: 'neither',
  description:
    'People who sought the service of the step in the measured period, once for each visit however many services it needs; for a leaving step, people who left there.',
  isSparse: true,
  fold: ({ view, cells }) => ({
    visits: ({ log, sought }) => {
      for (const row of sought.rows) {
        const step = log.step[row]!;
        if (log.background[row] === 0 && view.lead[step * view.serviceCount + log.service[row]!] === 1)
          cells[step]! += 1;
      }
    },
    outcomes: ({ log }) => {
      const { from, to } = view.window;
      for (let row = 0; row < log.count; row += 1) {
        if (log.outcome[row] === NONE || log.step[row] === NONE || log.background[row] === 1) continue;
        if (log.closed[row]! >= from && log.closed[row]! < to) cells[log.step[row]!]! += 1;
      }
    },
  }),
});
