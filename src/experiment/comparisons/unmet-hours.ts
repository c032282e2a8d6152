import { NONE } from '../../sim/index.js';
import { staffedInEither, staffingOf } from '../agencies.js';
import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { BASELINE, POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';
import { HOUR } from '../window.js';

/** Change in the staff hours that people requested of each agency and did not get [hours a week]. */
export const unmetHours = comparison({
  id: 'unmet-hours',
  label: 'Change in staff hours requested and not served',
  unit: 'staff hours a week',
  dimensions: ['agency'],
  description:
    'Staff hours that visits joined in the measured period request of the agency and do not get, in the policy world less in the baseline: everybody’s, touched by a rule or not. Hours that the end of the run cuts are no part of it. It stands beside every saving. Agencies without a service of staff are left out.',
  cells: (pair) => staffedInEither(pair).map((agency) => ({ agency: pair.agencies.names[agency]! })),
  begin(pair) {
    const { agencies } = staffingOf(pair);
    return {
      finish({ visits }) {
        const cells = new Float64Array(pair.agencies.names.length);
        pair.services.names.forEach((_, service) => {
          const [from, to] = [agencies[BASELINE][service]!, agencies[POLICY][service]!];
          for (const of of Object.values(Class)) {
            if (from !== NONE) cells[from]! -= visits.of(BASELINE, service, of, Column.unmet);
            if (to !== NONE) cells[to]! += visits.of(POLICY, service, of, Column.unmet);
          }
        });
        return Float64Array.from(
          staffedInEither(pair),
          (agency) => cells[agency]! / HOUR / pair.views[POLICY].window.weeks,
        );
      },
    };
  },
});
