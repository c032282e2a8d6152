import { NONE } from '../../sim/index.js';
import { staffedInEither, staffingOf } from '../agencies.js';
import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { BASELINE, POLICY, type Side } from '../pair.js';
import { Column } from '../visit-columns.js';
import { HOUR } from '../window.js';

const KINDS = ['stretched', 'added', 'dropped', 'change'] as const;
const [STRETCHED, ADDED, DROPPED, CHANGE] = [0, 1, 2, 3] as const;

/** Change in the staff hours of each agency, by what became of the visits [hours a week]. */
export const hoursChange = comparison({
  id: 'hours-change',
  label: 'Change in staff hours',
  unit: 'staff hours a week',
  dimensions: ['agency', 'kind'],
  description:
    'Change in the hours of visits that are sought in both worlds, held longer or shorter or served in one only (stretched), plus hours of visits that only the policy world has (added), less hours of those that only the baseline has (dropped); their sum is the change, to the second. Agencies without a service of staff are left out.',
  cells: (pair) =>
    staffedInEither(pair).flatMap((agency) => KINDS.map((kind) => ({ agency: pair.agencies.names[agency]!, kind }))),
  begin(pair) {
    const { agencies } = staffingOf(pair);
    const cells = new Float64Array(KINDS.length * pair.agencies.names.length);
    const add = (agency: number, kind: number, seconds: number) => {
      if (agency !== NONE) cells[KINDS.length * agency + kind]! += seconds;
    };
    return {
      finish(totals) {
        pair.services.names.forEach((_, service) => {
          const [from, to] = [agencies[BASELINE][service]!, agencies[POLICY][service]!];
          for (const of of Object.values(Class))
            for (const whether of ['both', 'one'] as const) {
              const before = totals.visits.of(BASELINE, service, of, Column.used, whether);
              const after = totals.visits.of(POLICY, service, of, Column.used, whether);
              if (whether === 'both' && from === to) add(from, STRETCHED, after - before);
              else {
                add(from, DROPPED, before);
                add(to, ADDED, after);
              }
            }
        });
        const held = (side: Side, agency: number) =>
          pair.services.names.reduce(
            (sum, _, service) => sum + (agencies[side][service] === agency ? totals.of(side, 'used', service) : 0),
            0,
          );
        pair.agencies.names.forEach((name, agency) => {
          const at = KINDS.length * agency;
          const parts = cells[at + STRETCHED]! + cells[at + ADDED]! - cells[at + DROPPED]!;
          cells[at + CHANGE] = held(POLICY, agency) - held(BASELINE, agency);
          totals.close(`hours of ${name}, stretched + added - dropped [s]`, parts, 'change', cells[at + CHANGE]!);
        });
        const told = staffedInEither(pair).flatMap((agency) =>
          KINDS.map((_, kind) => cells[KINDS.length * agency + kind]!),
        );
        return Float64Array.from(told, (seconds) => seconds / HOUR / pair.views[POLICY].window.weeks);
      },
    };
  },
});
