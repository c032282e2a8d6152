import type { Table } from '../csv.js';
import { COMPARISON_COLUMNS, comparisonRows, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

/** Ledgers of supply and demand, service by service. */
export function ledgers(figures: Figures): Table {
  const rowsOf = (ledger: string) =>
    comparisonRows(figures, `${ledger}-ledger`, ({ service = '', who = '', line = '' }) => [
      ledger,
      service,
      figures.labels.service(service),
      who,
      line,
    ]);
  return {
    file: 'ledgers.csv',
    columns: [
      ...WORLD_COLUMNS,
      {
        name: 'ledger',
        type: 'text',
        unit: '',
        description:
          'supply (hours held in the measured period: freed = absorbed by bystander, background and direct-hazard + spare) ' +
          'or demand (hours of visits that joined in it: requested = served + unmet + censored). Never added together.',
      },
      { name: 'service', type: 'text', unit: '', description: 'Id of the service.' },
      { name: 'service_label', type: 'text', unit: '', description: 'Its label.' },
      {
        name: 'who',
        type: 'text',
        unit: '',
        description: 'Of demand: touched (visits that a rule touched) or everybody.',
      },
      { name: 'line', type: 'text', unit: '', description: 'Line of the ledger.' },
      ...COMPARISON_COLUMNS,
    ],
    rows: [...rowsOf('supply'), ...rowsOf('demand')],
  };
}
