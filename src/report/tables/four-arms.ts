import { asNumber, type Column, type Table } from '../csv.js';
import { WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

const PARTS = ['change', 'rule', 'scarcity'] as const;
const NUMBER = { type: 'number', unit: 'as in the column unit' } as const;

const COLUMNS: readonly Column[] = [
  ...WORLD_COLUMNS,
  { name: 'measure', type: 'text', unit: '', description: 'Id of the measure.' },
  { name: 'cell', type: 'text', unit: '', description: 'Where in it: dimension = id, separated by semicolons.' },
  {
    name: 'part',
    type: 'text',
    unit: '',
    description: 'change (as it is), rule (the same where services are ample) or scarcity (the rest of the change).',
  },
  { name: 'unit', type: 'text', unit: '', description: 'Unit of the numbers in this row.' },
  { name: 'mean', ...NUMBER, description: 'Mean paired difference over replications.' },
  { name: 'low', ...NUMBER, description: 'Lower end of the 95% interval for the mean; run noise only.' },
  { name: 'high', ...NUMBER, description: 'Upper end of the 95% interval for the mean; run noise only.' },
];

/** Rule or scarcity, cell by cell; null where it was not asked. */
export function fourArms(figures: Figures): Table | null {
  const asked = figures.results.fourArms;
  if (asked === undefined) return null;
  return {
    file: 'four-arms.csv',
    columns: COLUMNS,
    rows: asked.effects.flatMap((effect) =>
      PARTS.map((part) => [
        effect.world,
        figures.labels.world(effect.world),
        effect.measure,
        Object.entries(effect.cell)
          .map(([dimension, id]) => `${dimension} = ${id}`)
          .join('; '),
        part,
        figures.unit(effect.measure),
        asNumber(effect[part].mean),
        asNumber(effect[part].low),
        asNumber(effect[part].high),
      ]),
    ),
  };
}
