import type { Results } from '../experiment/index.js';
import { csv, type Table } from './csv.js';
import { Figures } from './figures.js';
import * as tables from './tables/index.js';

/** The data dictionary: every column of every table, itself included. */
function dataDictionary(described: readonly Table[]): Table {
  const columns = [
    { name: 'table', type: 'text', unit: '', description: 'File of the table.' },
    { name: 'column', type: 'text', unit: '', description: 'Name of the column.' },
    { name: 'type', type: 'text', unit: '', description: 'text, number, or true or false.' },
    { name: 'unit', type: 'text', unit: '', description: 'Unit of its numbers.' },
    { name: 'description', type: 'text', unit: '', description: 'What it holds.' },
  ] as const;
  const file = 'data-dictionary.csv';
  return {
    file,
    columns,
    rows: [...described, { file, columns, rows: [] }].flatMap((table) =>
      table.columns.map(({ name, type, unit, description }) => [table.file, name, type, unit, description]),
    ),
  };
}

/**
 * All tables of a run as CSV texts by file name, with a data dictionary. Numbers have 12 significant digits and their
 * intervals beside them; the same Results give the same bytes.
 */
export function writeTables(results: Results): Map<string, string> {
  const figures = new Figures(results);
  const made = Object.values(tables).map((table) => table(figures));
  const all = [...made, dataDictionary(made)].sort((one, other) => (one.file < other.file ? -1 : 1));
  return new Map(all.map((table) => [table.file, csv(table)]));
}
