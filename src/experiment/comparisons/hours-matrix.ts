import { NONE } from '../../sim/index.js';
import { staffingOf } from '../agencies.js';
import { matrixOf } from '../apportion.js';
import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { BASELINE, POLICY, type Side } from '../pair.js';
import { Column } from '../visit-columns.js';
import { HOUR } from '../window.js';

/** Where staff hours go that touched visits no longer take, episode by episode. */
export const hoursMatrix = comparison({
  id: 'hours-matrix',
  label: 'Staff hours dropped, by where others are added',
  unit: 'staff hours a week',
  dimensions: ['from', 'to'],
  isSparse: true,
  description:
    'Staff hours of touched visits that only the baseline has (from), by where the same episode has visits that only the policy world has (to). What is not replaced goes to none, what replaces nothing comes from new-work, so that rows add up to the hours dropped and columns to the hours added. Each row is apportioned over what is left of the columns, by largest remainder, in whole seconds.',
  cells({ services }) {
    const to = [...services.names, 'none'];
    return [...services.names, 'new-work'].flatMap((from) => to.map((place) => ({ from, to: place })));
  },
  begin(pair) {
    const { agencies } = staffingOf(pair);
    const count = pair.services.names.length;
    const cells = new Float64Array((count + 1) * (count + 1));
    /** What is dropped and added in all, added up apart from the cells. */
    const margins = [new Float64Array(count), new Float64Array(count)] as const;
    return {
      episode(episode) {
        if (episode.class !== Class.touched) return;
        const { visits } = episode;
        const seconds = [new Map<number, number>(), new Map<number, number>()] as const;
        const sums: [number, number] = [0, 0];
        const take = (side: Side, visit: number) => {
          const service = visits.service[visit]!;
          const used = visits.get(visit, side, Column.used);
          if (used === 0 || agencies[side][service] === NONE) return;
          seconds[side].set(service, (seconds[side].get(service) ?? 0) + used);
          margins[side][service]! += used;
          sums[side] += used;
        };
        for (let visit = 0; visit < visits.count; visit += 1) {
          if (episode.classOf(visit) !== Class.touched) continue;
          if (!visits.isIn(visit, POLICY)) take(BASELINE, visit);
          else if (!visits.isIn(visit, BASELINE)) take(POLICY, visit);
        }
        if (sums[BASELINE] === 0 && sums[POLICY] === 0) return;
        const inOrder = (side: Side) => [...seconds[side]].sort(([one], [other]) => one - other);
        const rows = [...inOrder(BASELINE), [count, Math.max(0, sums[POLICY] - sums[BASELINE])] as const];
        const columns = [...inOrder(POLICY), [count, Math.max(0, sums[BASELINE] - sums[POLICY])] as const];
        const shared = matrixOf(
          rows.map(([, held]) => held),
          columns.map(([, held]) => held),
        );
        rows.forEach(([from], row) => {
          columns.forEach(([to], column) => {
            cells[from * (count + 1) + to]! += shared[row]![column]!;
          });
        });
      },
      finish(totals) {
        pair.services.names.forEach((name, service) => {
          let [row, column] = [0, 0];
          for (let other = 0; other <= count; other += 1) {
            row += cells[service * (count + 1) + other]!;
            column += cells[other * (count + 1) + service]!;
          }
          totals.close(`matrix row of ${name} [s]`, row, 'dropped', margins[BASELINE][service]!);
          totals.close(`matrix column of ${name} [s]`, column, 'added', margins[POLICY][service]!);
        });
        return cells.map((seconds) => seconds / HOUR / pair.views[POLICY].window.weeks);
      },
    };
  },
});
