import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { POLICY } from '../pair.js';
import { aWeek } from '../window.js';

const KINDS = ['touched', 'other', 'unchanged'] as const;
const [TOUCHED, OTHER, UNCHANGED] = [0, 1, 2] as const;

/** Episodes of people that go otherwise in the policy world than in the baseline [a week]. */
export const peopleChanged = comparison({
  id: 'people-changed',
  label: 'Episodes changed',
  unit: 'episodes a week',
  dimensions: ['kind'],
  description:
    'Episodes of people that opened in the measured period in either world. Touched: sent elsewhere by an edited rule, or changed after that happened to the same person. Other: any other difference of route, time or outcome, or in one world only. Who is changed depends on how the worlds are paired.',
  cells: () => KINDS.map((kind) => ({ kind })),
  begin(pair) {
    const { window } = pair.views[POLICY];
    const cells = new Float64Array(KINDS.length);
    return {
      episode(episode) {
        if (episode.isBackground || episode.opened < window.from || episode.opened >= window.to) return;
        cells[episode.class === Class.touched ? TOUCHED : OTHER]! += 1;
      },
      finish({ unchanged }) {
        cells[UNCHANGED] = unchanged[0];
        return aWeek(cells, window);
      },
    };
  },
});
