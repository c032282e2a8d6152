import { isRecorded } from '../batch.js';
import { measure } from '../measure.js';
import { WEEK, weekOf } from '../window.js';

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
    /** Episode hours that openings (or, below zero, closings) of a week add to it, and how many more open in it than close. */
    const within = new Float64Array(2 * weeks);
    const more = new Int32Array(2 * weeks);
    const change = (group: number, hour: number, by: number) => {
      const week = weekOf(hour);
      if (week >= weeks) return;
      within[group * weeks + week]! += by * ((week + 1) * WEEK - hour);
      more[group * weeks + week]! += by;
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
            standing += more[cell]! * WEEK;
          }
        }
      },
    };
  },
});
