import { comparison } from '../comparison.js';
import { Class } from '../differences.js';
import { POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';
import { hoursAWeek } from '../window.js';

const WHO = ['touched', 'everybody'] as const;
const [TOUCHED, EVERYBODY] = [0, 1] as const;
const LINES = ['requested', 'served', 'unmet', 'censored', 'sought-again', 'repeated', 'holding'] as const;
const COLUMNS = [
  Column.requested,
  Column.served,
  Column.unmet,
  Column.censored,
  Column.again,
  Column.repeated,
  Column.holding,
] as const;
const [REQUESTED, SERVED, UNMET, CENSORED, AGAIN] = [0, 1, 2, 3, 4] as const;

/** Demand at each service: unit hours requested, and what became of them. */
export const demandLedger = comparison({
  id: 'demand-ledger',
  label: 'Hours requested, served and unmet',
  unit: 'unit hours a week',
  dimensions: ['service', 'who', 'line'],
  description:
    'Change in the unit hours that visits request, at the last place that sought them, and in how much of it is served, unmet or censored at the end of the run: requested is served + unmet + censored, to the second, of visits that a rule touched and of everybody’s. Beside it, each a line of its own: hours sought where somebody was refused and sought once more elsewhere, work repeated after a restart, and holding time in the measured period, when units are held but not in service.',
  cells: ({ services }) =>
    services.names.flatMap((service) => WHO.flatMap((who) => LINES.map((line) => ({ service, who, line })))),
  begin(pair) {
    const cells = new Float64Array(WHO.length * LINES.length * pair.services.names.length);
    const place = (service: number, who: number) => (WHO.length * service + who) * LINES.length;
    return {
      finish(totals) {
        pair.services.names.forEach((name, service) => {
          for (const of of Object.values(Class))
            COLUMNS.forEach((column, line) => {
              const change = totals.visits.change(service, of, column);
              cells[place(service, EVERYBODY) + line]! += change;
              if (of === Class.touched) cells[place(service, TOUCHED) + line]! += change;
            });
          for (const who of [TOUCHED, EVERYBODY]) {
            const at = place(service, who);
            const parts = cells[at + SERVED]! + cells[at + UNMET]! + cells[at + CENSORED]!;
            const account = `unit-seconds at ${name} of ${WHO[who]}, served + unmet + censored`;
            totals.close(account, parts, 'requested', cells[at + REQUESTED]!);
          }
          const at = place(service, EVERYBODY);
          const sought = cells[at + REQUESTED]! + cells[at + AGAIN]!;
          totals.close(`unit-seconds sought at ${name}`, sought, 'those logged', totals.change('sought', service));
        });
        return hoursAWeek(cells, pair.views[POLICY].window);
      },
    };
  },
});
