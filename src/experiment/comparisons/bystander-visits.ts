import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { GROUPS } from '../dimensions.js';
import { BASELINE, POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';
import { aWeek } from '../window.js';

const KINDS = ['delayed', 'sooner', 'added', 'dropped'] as const;
const [DELAYED, SOONER, ADDED, DROPPED] = [0, 1, 2, 3] as const;

/** Visits of bystanders that differ, service by service. */
export const bystanderVisits = comparison({
  id: 'bystander-visits',
  label: 'Visits of bystanders that differ',
  unit: 'contacts a week',
  dimensions: ['service', 'group', 'kind'],
  description:
    'Visits of bystanders that joined in the measured period: in both worlds, waited for longer (delayed) or less long (sooner) than in the baseline; in the policy world only (added), in the baseline only (dropped). Who is a bystander depends on how the worlds are paired.',
  cells: ({ services }) =>
    services.names.flatMap((service) => GROUPS.flatMap((group) => KINDS.map((kind) => ({ service, group, kind })))),
  begin(pair) {
    const cells = new Float64Array(KINDS.length * GROUPS.length * pair.services.names.length);
    return {
      episode(episode) {
        const { visits, isBackground } = episode;
        for (let visit = 0; visit < visits.count; visit += 1) {
          const of = episode.classOf(visit);
          if (of !== Class.bystander && of !== Class.background) continue;
          const at = KINDS.length * (GROUPS.length * visits.service[visit]! + (isBackground ? 1 : 0));
          if (!visits.isIn(visit, POLICY)) cells[at + DROPPED]! += visits.get(visit, BASELINE, Column.contact);
          else if (!visits.isIn(visit, BASELINE)) cells[at + ADDED]! += visits.get(visit, POLICY, Column.contact);
          else if (visits.get(visit, BASELINE, Column.contact) === 1) {
            const late = visits.waitOf(visit, POLICY) - visits.waitOf(visit, BASELINE);
            if (late !== 0) cells[at + (late > 0 ? DELAYED : SOONER)]! += 1;
          }
        }
      },
      finish: () => aWeek(cells, pair.views[POLICY].window),
    };
  },
});
