import { comparison } from '../comparison.js';
import { CAUSES } from '../differences.js';
import { GROUPS } from '../dimensions.js';
import { POLICY } from '../pair.js';
import { aWeek } from '../window.js';

const KINDS = [...CAUSES, 'same'] as const;
const SAME = CAUSES.length;

/** Why episodes go otherwise: each difference between the twins has exactly one cause. */
export const differences = comparison({
  id: 'differences',
  label: 'Differences by cause',
  unit: 'episodes a week',
  dimensions: ['group', 'cause'],
  description:
    'Episodes that opened in the measured period in either world, by the one cause for which they differ. Routes part by an edited rule, by an edited hazard, by the person’s own history, or by scarcity, which is everything else. The same route at other times is later or earlier. Episodes of one world only are prevented or induced. The rest are the same.',
  cells: () => GROUPS.flatMap((group) => KINDS.map((cause) => ({ group, cause }))),
  begin(pair) {
    const { window } = pair.views[POLICY];
    const cells = new Float64Array(GROUPS.length * KINDS.length);
    return {
      episode({ isBackground, opened, cause }) {
        if (opened < window.from || opened >= window.to) return;
        cells[(isBackground ? KINDS.length : 0) + CAUSES.indexOf(cause)]! += 1;
      },
      finish({ unchanged }) {
        unchanged.forEach((count, group) => {
          cells[group * KINDS.length + SAME] = count;
        });
        return aWeek(cells, window);
      },
    };
  },
});
