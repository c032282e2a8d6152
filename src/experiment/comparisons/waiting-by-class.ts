import { comparison } from '../comparison.js';
import { CLASSES, Class } from '../differences.js';
import { POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';
import { hoursAWeek } from '../window.js';

const WHO = [...CLASSES, 'everybody'] as const;
const EVERYBODY = CLASSES.length;

/** Change in the hours that people stand in line at each service, by whose they are. */
export const waitingByClass = comparison({
  id: 'waiting-by-class',
  label: 'Change in hours waited, by whose they are',
  unit: 'person hours a week',
  dimensions: ['service', 'class'],
  description:
    'Change in the hours from joining to first being served, or to leaving the line, of visits that joined in the measured period: of touched visits, of people under an edited hazard, of background work and of bystanders, which add up to everybody’s, to the second. How it is shared out depends on how the worlds are paired; everybody’s does not.',
  cells: ({ services }) => services.names.flatMap((service) => WHO.map((who) => ({ service, class: who }))),
  begin(pair) {
    const cells = new Float64Array(WHO.length * pair.services.names.length);
    return {
      finish(totals) {
        pair.services.names.forEach((name, service) => {
          const at = WHO.length * service;
          for (const of of Object.values(Class)) cells[at + of] = totals.visits.change(service, of, Column.waited);
          const sum = cells.subarray(at, at + EVERYBODY).reduce((all, seconds) => all + seconds, 0);
          cells[at + EVERYBODY] = totals.change('waited', service);
          totals.close(`person-seconds in line at ${name}, by class`, sum, 'change', cells[at + EVERYBODY]!);
        });
        return hoursAWeek(cells, pair.views[POLICY].window);
      },
    };
  },
});
