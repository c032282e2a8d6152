import type { Comparison } from '../comparison.js';
import { POLICY } from '../pair.js';
import { VisitTwins } from '../visit-twins.js';
import { HOUR } from '../window.js';

const KINDS = ['stretched', 'added', 'dropped', 'change'] as const;

/** Change in the staff hours of each agency, by what became of the visits [hours a week]. */
export const hoursChange: Comparison = {
  id: 'hours-change',
  label: 'Change in staff hours',
  unit: 'staff hours a week',
  dimensions: ['agency', 'kind'],
  better: 'neither',
  description:
    'Hours of visits in both worlds that are held longer or shorter (stretched), plus hours of visits that only the policy world has (added), less hours of those that only the baseline has (dropped); their sum is the change, to the second.',
  kind: 'comparison',
  isSparse: false,
  cells: ({ agencies }) => agencies.names.flatMap((agency) => KINDS.map((kind) => ({ agency, kind }))),
  begin(pair) {
    const twins = new VisitTwins(pair);
    const perWeek = 1 / HOUR / pair.views[POLICY].window.weeks;
    return {
      visits: (side, batch) => twins.visits(side, batch),
      finish(sums) {
        const accounts = twins.close((side) => sums(side, 'staff-hours'));
        return Float64Array.from(
          accounts.flatMap((account) => KINDS.map((kind) => account[kind])),
          (seconds) => seconds * perWeek,
        );
      },
    };
  },
};
