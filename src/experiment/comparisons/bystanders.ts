import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { GROUPS } from '../dimensions.js';
import { POLICY } from '../pair.js';
import { aWeek } from '../window.js';

const KINDS = ['rerouted', 'later', 'earlier', 'one-world', 'all'] as const;
const [REROUTED, LATER, EARLIER, ONE_WORLD, ALL] = [0, 1, 2, 3, 4] as const;

/** Episodes of bystanders: nobody touched them, and yet they go otherwise. */
export const bystanders = comparison({
  id: 'bystanders',
  label: 'Bystanders',
  unit: 'episodes a week',
  dimensions: ['group', 'kind'],
  description:
    'Episodes that opened in the measured period, were touched by no rule and stand under no edited hazard, and go otherwise because of others: by another route (rerouted), by the same route but over later or earlier, or in one world only. Beside them, all episodes of either world, touched or not. Who is a bystander depends on how the worlds are paired; changes in waits and contacts do not.',
  cells: () => GROUPS.flatMap((group) => KINDS.map((kind) => ({ group, kind }))),
  begin(pair) {
    const { window } = pair.views[POLICY];
    const cells = new Float64Array(GROUPS.length * KINDS.length);
    return {
      episode({ isBackground, opened, cause, class: of }) {
        if (opened < window.from || opened >= window.to) return;
        const at = isBackground ? KINDS.length : 0;
        cells[at + ALL]! += 1;
        if (of !== Class.bystander && of !== Class.background) return;
        if (cause === 'later') cells[at + LATER]! += 1;
        else if (cause === 'earlier') cells[at + EARLIER]! += 1;
        else if (cause === 'prevented' || cause === 'induced') cells[at + ONE_WORLD]! += 1;
        else cells[at + REROUTED]! += 1;
      },
      finish({ unchanged }) {
        unchanged.forEach((count, group) => {
          cells[group * KINDS.length + ALL]! += count;
        });
        return aWeek(cells, window);
      },
    };
  },
});
