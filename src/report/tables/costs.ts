import type { Table } from '../csv.js';
import { ESTIMATE_COLUMNS, estimateValues, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

/** Measures by agency and by budget: hours, contacts and money; and hours on duty by service. */
const MEASURES = {
  agency: [
    'staff-hours',
    'contacts-by-agency',
    'cost-by-agency',
    'unmet-hours',
    'duty-cost-by-agency',
    'bill-by-agency',
  ],
  budget: ['hours-by-budget', 'contacts-by-budget', 'cost-by-budget', 'duty-cost-by-budget', 'bill-by-budget'],
  service: ['duty-hours'],
} as const;

/** Who pays: hours, contacts and money by agency and by budget, with unmet hours beside them, and what a policy is billed. */
export function costs(figures: Figures): Table {
  const year = figures.results.dictionary.costing?.baseYear ?? null;
  const payers = (['agency', 'budget', 'service'] as const).flatMap((kind) =>
    MEASURES[kind].map((measure) => ({ kind, measure })),
  );
  return {
    file: 'costs.csv',
    columns: [
      ...WORLD_COLUMNS,
      {
        name: 'payer',
        type: 'text',
        unit: '',
        description: 'agency (that runs the services), budget (that pays) or service (whose hours on duty change).',
      },
      { name: 'id', type: 'text', unit: '', description: 'Id of the agency, budget or service.' },
      { name: 'label', type: 'text', unit: '', description: 'Its label.' },
      {
        name: 'measure',
        type: 'text',
        unit: '',
        description:
          'Id of the measure; unmet-hours (hours that people requested of the agency and did not get) and what a policy is billed (bill-…, duty-cost-…, duty-hours) have differences alone. A bill holds the cost of duty, stands in place of the difference in cost-…, and is added to neither.',
      },
      {
        name: 'price_year',
        type: 'text',
        unit: '',
        description: 'Year in whose prices money is told; empty where the row holds no money.',
      },
      ...ESTIMATE_COLUMNS,
    ],
    rows: figures.results.worlds.flatMap(({ id: world }) =>
      payers.flatMap(({ kind, measure }) =>
        figures.cells(measure).flatMap((cell) => {
          const hasLevel = figures.rawLevel(world, measure, cell) !== null;
          if (!hasLevel && figures.rawChange(world, measure, cell) === null) return [];
          const id = cell[kind] ?? '';
          const label = figures.labels[kind](id);
          const prices = /^(bill|cost|duty-cost)-/.test(measure) ? year : null;
          const named = [world, figures.labels.world(world), kind, id, label, measure, prices];
          return [[...named, ...estimateValues(figures, world, measure, cell)]];
        }),
      ),
    ),
  };
}
