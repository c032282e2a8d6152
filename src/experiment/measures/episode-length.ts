import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** Mean time from the opening of an episode to its end, by need and severity [hours]. */
export const episodeLength = measure({
  id: 'episode-length',
  label: 'Length of episodes',
  unit: 'hours',
  dimensions: ['need', 'severity'],
  better: 'lower',
  description:
    'Mean hours from opening to end of the episodes of people that opened in the measured period, by their severity at the end. Episodes that the end of the run cuts count as far as they are seen.',
  estimator: 'ratio',
  isSparse: true,
  fold: ({ view, cells, over }) => {
    const severities = view.world.severities.length;
    return {
      outcomes: ({ log, opened }) => {
        for (let at = 0; at < opened.count; at += 1) {
          const row = opened.rows[at]!;
          if (log.need[row] === NONE) continue;
          const cell = severities * log.need[row]! + log.severity[row]!;
          cells[cell]! += log.closed[row]! - log.opened[row]!;
          over[cell]! += 1;
        }
      },
    };
  },
});
