import { readTable } from './csv-table.js';
import type { SourceFile } from './files.js';
import type { ProblemList } from './problems.js';

/** A published figure: what a parameter's `source` names. */
export interface Evidence {
  readonly id: string;
  readonly quantity: string;
  readonly value: string;
  readonly unit: string;
  readonly geography: string;
  readonly period: string;
  readonly source: string;
  readonly url: string;
  /** official-statistic, inspection, peer-reviewed, grey, press or claim. */
  readonly quality: string;
  readonly file: string;
  readonly line: number;
}

const COLUMNS = [
  'id',
  'quantity',
  'value',
  'low',
  'high',
  'unit',
  'geography',
  'period',
  'source',
  'url',
  'quality',
  'note',
];

/** Reads evidence files into one table by id; ids are unique over all of them. */
export function readEvidence(files: readonly SourceFile[], list: ProblemList): ReadonlyMap<string, Evidence> {
  const table = new Map<string, Evidence>();
  for (const file of files) {
    for (const row of readTable(file, COLUMNS, list)) {
      const id = row.cells.id ?? '';
      const before = table.get(id);
      if (before !== undefined) {
        list.in(
          { file: file.shown, line: row.line, column: 1 },
          {
            message: `The evidence id \`${id}\` is there already.`,
            found: id,
            expected: `an id of its own (the other is at ${before.file}:${before.line})`,
            next: 'Rename one of the two.',
          },
        );
        continue;
      }
      const { quantity = '', value = '', unit = '', geography = '', period = '' } = row.cells;
      const { source = '', url = '', quality = '' } = row.cells;
      const figure = { id, quantity, value, unit, geography, period };
      table.set(id, { ...figure, source, url, quality, file: file.shown, line: row.line });
    }
  }
  return table;
}
