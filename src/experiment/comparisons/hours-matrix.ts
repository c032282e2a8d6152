import { NONE } from '../../sim/index.js';
import { staffingOf } from '../agencies.js';
import { matrixOf } from '../apportion.js';
import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { BASELINE, POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';
import { hoursAWeek } from '../window.js';

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
    /** The same of one episode, by service, and last what is not replaced or replaces nothing: scratch, all 0 between episodes. */
    const seconds = [new Float64Array(count + 1), new Float64Array(count + 1)] as const;
    return {
      episode(episode) {
        if (episode.class !== Class.touched) return;
        const { visits } = episode;
        const sums: [number, number] = [0, 0];
        for (let visit = 0; visit < visits.count; visit += 1) {
          const isDropped = !visits.isIn(visit, POLICY);
          if ((!isDropped && visits.isIn(visit, BASELINE)) || episode.classOf(visit) !== Class.touched) continue;
          const side = isDropped ? BASELINE : POLICY;
          const service = visits.service[visit]!;
          if (agencies[side][service] === NONE) continue;
          const used = visits.get(visit, side, Column.used);
          seconds[side][service]! += used;
          margins[side][service]! += used;
          sums[side] += used;
        }
        if (sums[BASELINE] === 0 && sums[POLICY] === 0) return;
        seconds[BASELINE][count] = Math.max(0, sums[POLICY] - sums[BASELINE]);
        seconds[POLICY][count] = Math.max(0, sums[BASELINE] - sums[POLICY]);
        const [from, to] = [placesIn(seconds[BASELINE]), placesIn(seconds[POLICY])];
        const shared = matrixOf(taken(seconds[BASELINE], from), taken(seconds[POLICY], to));
        for (const [row, parts] of shared.entries())
          for (const [column, part] of parts.entries()) cells[from[row]! * (count + 1) + to[column]!]! += part;
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
        return hoursAWeek(cells, pair.views[POLICY].window);
      },
    };
  },
});

/** Places at which there is anything. */
function placesIn(seconds: Float64Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < seconds.length; place += 1) if (seconds[place]! > 0) places.push(place);
  return places;
}

/** What there is at some places, of which nothing is left. */
function taken(seconds: Float64Array, places: readonly number[]): number[] {
  const values: number[] = [];
  for (const place of places) {
    values.push(seconds[place]!);
    seconds[place] = 0;
  }
  return values;
}
