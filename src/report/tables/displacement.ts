import type { Table } from '../csv.js';
import { COMPARISON_COLUMNS, comparisonRows, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

const MEASURE = 'rule-forks';

/** Contacts moved by a policy's rules: from the baseline's next place to the policy world's. */
export function displacement(figures: Figures): Table {
  return {
    file: 'displacement.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'policy', type: 'text', unit: '', description: 'Id of the policy whose rule made the difference.' },
      {
        name: 'from',
        type: 'text',
        unit: '',
        description: 'Next service sought in the baseline, or none: and the outcome where no service is sought.',
      },
      { name: 'from_label', type: 'text', unit: '', description: 'Its label.' },
      {
        name: 'to',
        type: 'text',
        unit: '',
        description: 'Next service sought in the policy world, or none: and the outcome.',
      },
      { name: 'to_label', type: 'text', unit: '', description: 'Its label.' },
      ...COMPARISON_COLUMNS,
    ],
    rows: comparisonRows(figures, MEASURE, ({ from = '', to = '', policy = '' }) => [
      policy,
      from,
      figures.labels.place(from),
      to,
      figures.labels.place(to),
    ]),
  };
}
