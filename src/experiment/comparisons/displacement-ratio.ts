import { NONE } from '../../sim/index.js';
import { staffedInEither, staffingOf } from '../agencies.js';
import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { BASELINE, POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';

const KINDS = ['gross', 'net'] as const;
const HOURS = ['requested', 'served'] as const;

/** Staff hours that appear elsewhere for each hour freed at an agency. */
export const displacementRatio = comparison({
  id: 'displacement-ratio',
  label: 'Displacement ratio',
  unit: 'staff hours per hour freed',
  dimensions: ['agency', 'kind', 'hours'],
  estimator: 'ratio',
  description:
    'Change in the staff hours requested outside an agency (and, beside it, in those served, which alone would fall as destinations fill) over the staff hours freed in it: of visits that a rule touched (gross) and of everybody’s (net). A ratio of totals over replications with the interval of Fieller; undefined where the hours freed are not clearly more than 0. Where they are hardly so, the ratio is told too low and its interval reaches far up.',
  cells: (pair) =>
    staffedInEither(pair).flatMap((agency) =>
      KINDS.flatMap((kind) => HOURS.map((hours) => ({ agency: pair.agencies.names[agency]!, kind, hours }))),
    ),
  begin(pair) {
    const staffed = staffingOf(pair).agencies;
    const count = pair.agencies.names.length;
    /** By agency and kind, unit-seconds: change in use, in requested, in served. */
    const used = new Float64Array(2 * count);
    const changes = [new Float64Array(2 * count), new Float64Array(2 * count)] as const;
    const sign = [-1, 1] as const;
    return {
      finish({ visits }) {
        for (const side of [BASELINE, POLICY] as const)
          pair.services.names.forEach((_, service) => {
            const agency = staffed[side][service]!;
            if (agency === NONE) return;
            for (const of of Object.values(Class)) {
              const add = (sums: Float64Array, column: Column) => {
                const seconds = sign[side] * visits.of(side, service, of, column);
                if (of === Class.touched) sums[2 * agency]! += seconds;
                sums[2 * agency + 1]! += seconds;
              };
              add(used, Column.used);
              add(changes[0], Column.requested);
              add(changes[1], Column.served);
            }
          });
        const above: number[] = [];
        const below: number[] = [];
        for (const agency of staffedInEither(pair))
          for (let kind = 0; kind < KINDS.length; kind += 1)
            for (const change of changes) {
              let outside = 0;
              for (let other = 0; other < count; other += 1) if (other !== agency) outside += change[2 * other + kind]!;
              above.push(outside);
              below.push(-used[2 * agency + kind]!);
            }
        return Float64Array.from([...above, ...below]);
      },
    };
  },
});
