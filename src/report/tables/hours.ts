import type { Table } from '../csv.js';
import { COMPARISON_COLUMNS, comparisonRows, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

const MEASURE = 'hours-change';

/** Change in staff hours by agency: stretched + added − dropped = change. */
export function hours(figures: Figures): Table {
  return {
    file: 'hours.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'agency', type: 'text', unit: '', description: 'Id of the agency.' },
      { name: 'agency_label', type: 'text', unit: '', description: 'Its label.' },
      {
        name: 'kind',
        type: 'text',
        unit: '',
        description:
          'added (visits only in the policy world), dropped (visits only in the baseline: above 0 here, drawn below 0 in the report, as they are taken away), stretched (visits sought in both, ' +
          'with more or fewer hours, those served in one world only included), or change (stretched + added − dropped).',
      },
      ...COMPARISON_COLUMNS,
    ],
    rows: comparisonRows(figures, MEASURE, ({ agency = '', kind = '' }) => [
      agency,
      figures.labels.agency(agency),
      kind,
    ]),
  };
}
