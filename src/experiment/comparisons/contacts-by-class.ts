import { comparison } from '../comparison.js';
import { CLASSES, type Class } from '../differences.js';
import { POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';
import { aWeek } from '../window.js';

/** Change in the visits sought at each service, by whose they are. */
export const contactsByClass = comparison({
  id: 'contacts-by-class',
  label: 'Change in contacts, by whose they are',
  unit: 'contacts a week',
  dimensions: ['service', 'class'],
  description:
    'Change in visits sought. Touched: from a rule’s fork on in its episode, and in the same person’s episodes that opened after it. Direct hazard: of people whose hazard or clock the policy edits. Background: background work. Bystander: of anybody else. The four add up to the population’s change, exactly.',
  cells: ({ services }) => services.names.flatMap((service) => CLASSES.map((of) => ({ service, class: of }))),
  begin(pair) {
    return {
      finish(totals) {
        const cells = Float64Array.from(
          pair.services.names.flatMap((_, service) =>
            CLASSES.map((_, of) => totals.visits.change(service, of as Class, Column.contact)),
          ),
        );
        pair.services.names.forEach((name, service) => {
          const own = cells.subarray(CLASSES.length * service, CLASSES.length * (service + 1));
          const sum = own.reduce((all, count) => all + count, 0);
          totals.close(`contacts of ${name}, by class`, sum, 'change', totals.change('contacts', service));
        });
        return aWeek(cells, pair.views[POLICY].window);
      },
    };
  },
});
