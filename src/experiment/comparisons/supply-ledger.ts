import { comparison } from '../comparison.js';
import { CLASSES, Class } from '../differences.js';
import { POLICY } from '../pair.js';
import { Column } from '../visit-columns.js';
import { hoursAWeek } from '../window.js';

const LINES = ['freed', 'bystander', 'background', 'direct-hazard', 'spare'] as const;
const [FREED, SPARE] = [0, 4] as const;
/** Line of each class that absorbs, by its place in the list of classes. */
const ABSORBED: readonly number[] = CLASSES.map((of) => (LINES as readonly string[]).indexOf(of));

/** Supply of each service: unit hours that touched visits free, and who takes them up. */
export const supplyLedger = comparison({
  id: 'supply-ledger',
  label: 'Hours freed, absorbed and spare',
  unit: 'unit hours a week',
  dimensions: ['service', 'line'],
  description:
    'Unit hours that visits touched by a rule no longer use (freed; negative where they use more), what visits of bystanders, of background work and of people under an edited hazard use more (absorbed, a line each), and what is not used (spare: change in idle hours, less that in hours on duty and in overtime). Freed is absorbed plus spare, to the second.',
  cells: ({ services }) => services.names.flatMap((service) => LINES.map((line) => ({ service, line }))),
  begin(pair) {
    const { window } = pair.views[POLICY];
    const cells = new Float64Array(LINES.length * pair.services.names.length);
    const isWhole = Number.isInteger(window.from) && Number.isInteger(window.to);
    return {
      finish(totals) {
        pair.services.names.forEach((name, service) => {
          const at = LINES.length * service;
          for (const of of Object.values(Class)) {
            const change = totals.visits.change(service, of, Column.used);
            if (of === Class.touched) cells[at + FREED]! -= change;
            else cells[at + ABSORBED[of]!]! += change;
          }
          // On duty + overtime = used + idle: what is spare is what is used less. Levels log it apart from the visits.
          cells[at + SPARE] = -totals.change(isWhole ? 'inUse' : 'used', service);
          const absorbed = cells.subarray(at + 1, at + SPARE).reduce((sum, seconds) => sum + seconds, 0);
          const whole = absorbed + cells[at + SPARE]!;
          totals.close(`unit-seconds of ${name}, freed`, cells[at + FREED]!, 'absorbed + spare', whole);
        });
        return hoursAWeek(cells, window);
      },
    };
  },
});
