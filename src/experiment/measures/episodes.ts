import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** Episodes that open, by need and entry channel [a week]. */
export const episodes = measure({
  id: 'episodes',
  label: 'Episodes',
  unit: 'episodes a week',
  dimensions: ['need', 'channel'],
  better: 'neither',
  description:
    'Episodes of people that opened in the measured period, by the channel through which they came. Parallel contacts that an episode starts are part of it.',
  isSparse: true,
  fold: ({ view, cells }) => {
    const channels = view.world.channels.length;
    return {
      outcomes: ({ log, opened }) => {
        for (let at = 0; at < opened.count; at += 1) {
          const row = opened.rows[at]!;
          if (log.need[row] === NONE || log.channel[row] === NONE || log.parallel[row] === 1) continue;
          cells[channels * log.need[row]! + log.channel[row]!]! += 1;
        }
      },
    };
  },
});
