import type { Table } from '../csv.js';
import type { Figures } from '../figures.js';

/** What each measure and comparison is, and how it is computed. */
export function measureDictionary(figures: Figures): Table {
  return {
    file: 'measure-dictionary.csv',
    columns: [
      { name: 'measure', type: 'text', unit: '', description: 'Id, as in the column measure of the other tables.' },
      { name: 'label', type: 'text', unit: '', description: 'What it is called.' },
      {
        name: 'kind',
        type: 'text',
        unit: '',
        description: 'measure of one world, comparison with the baseline, or weekly (of one world, week by week).',
      },
      { name: 'unit', type: 'text', unit: '', description: 'Unit of its numbers.' },
      { name: 'dimensions', type: 'text', unit: '', description: 'What it is given by, separated by spaces.' },
      { name: 'better', type: 'text', unit: '', description: 'Whether lower or higher is better, or neither.' },
      { name: 'description', type: 'text', unit: '', description: 'What it is and how it is computed.' },
    ],
    rows: figures.results.dictionary.measures.map((measure) => [
      measure.id,
      measure.label,
      measure.kind,
      measure.unit,
      measure.dimensions.join(' '),
      measure.better,
      measure.description,
    ]),
  };
}
