import { isRecorded } from '../batch.js';
import { measure } from '../measure.js';
import { WEEK } from '../window.js';

/** Episodes under way in each week of the run, averaged over its hours [episodes]. */
export const weeklyOpenEpisodes = measure({
  id: 'weekly-open-episodes',
  label: 'Open episodes, by week',
  unit: 'episodes',
  dimensions: ['group', 'week'],
  better: 'neither',
  description:
    'Episodes that are open, averaged over each whole week of the run from hour 0, warm-up and follow-up included.',
  adds: 'own',
  absent: 0,
  fold: ({ view, cells }) => {
    const { weeks } = view;
    /** Episode hours that an opening (or, below zero, a closing) adds to its own week, and to each week after it. */
    const within = new Float64Array(2 * weeks);
    const after = new Float64Array(2 * weeks);
    const change = (group: number, hour: number, by: number) => {
      const week = Math.floor(hour / WEEK);
      if (week >= weeks) return;
      within[group * weeks + week]! += by * ((week + 1) * WEEK - hour);
      after[group * weeks + week]! += by * WEEK;
    };
    return {
      outcomes: ({ log, own }) => {
        const { count, absorbed, background, opened, closed } = log;
        for (let row = 0; row < count; row += 1) {
          if (absorbed[row] === 1 || isRecorded(view, own, row)) continue;
          change(background[row]!, Math.max(0, opened[row]!), 1);
          change(background[row]!, closed[row]!, -1);
        }
      },
      finish: () => {
        for (let group = 0; group < 2; group += 1) {
          let standing = 0;
          for (let cell = group * weeks; cell < (group + 1) * weeks; cell += 1) {
            cells[cell] = (standing + within[cell]!) / WEEK;
            standing += after[cell]!;
          }
        }
      },
    };
  },
});
