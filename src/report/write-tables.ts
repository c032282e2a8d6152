import type { Results } from '../experiment/index.js';
import { type CsvForm, csv, type Table } from './csv.js';
import { Figures } from './figures.js';
import * as tables from './tables/index.js';

/** A run of one world in which nothing was measured. */
const NOTHING: Results = {
  schemaVersion: 1,
  title: '',
  baseline: '',
  worlds: [
    {
      ...{
        id: '',
        label: '',
        description: '',
        policies: [],
        assumptions: [],
        limits: [],
        assurance: null,
        sunset: null,
      },
      ...{ owner: null, repeatContact: null, hash: '' },
    },
  ],
  area: { id: '', label: '', population: 1 },
  design: {
    ...{ kind: 'steady', seed: '', start: '', asOf: null, warmUp: 0, measured: 0, followUp: 0 },
    replications: { requested: 0, completed: 0, rule: '', precision: null },
  },
  dictionary: { measures: [], services: [], agencies: [], needs: [], outcomes: [], steps: [] },
  ...{ estimates: [], differences: [], weekly: [], warmUp: { stated: 0, proposed: null, series: [] } },
  ...{ ledger: [], warnings: [], fourArms: { services: [], effects: [] }, areas: { list: [], rows: [] } },
};

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

/** All tables of a run, with a data dictionary, by file name. */
function tablesOf(results: Results): readonly Table[] {
  const figures = new Figures(results);
  const made = Object.values(tables).flatMap((table) => table(figures) ?? []);
  return withDictionary(made);
}

/** Tables in the order of their files, with a data dictionary of them. */
export function withDictionary(made: readonly Table[]): readonly Table[] {
  return [...made, dataDictionary(made)].sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** The files and columns of tables of runs with these measures: for documents about them. */
export function describedTables(
  measures: Results['dictionary']['measures'],
): readonly Pick<Table, 'file' | 'columns'>[] {
  return tablesOf({ ...NOTHING, dictionary: { ...NOTHING.dictionary, measures } });
}

/**
 * All tables of a run as CSV texts by file name, with a data dictionary. Numbers have 12 significant digits and their
 * intervals beside them; the same Results give the same bytes.
 */
export function writeTables(results: Results, form?: CsvForm): Map<string, string> {
  return new Map(tablesOf(results).map((table) => [table.file, csv(table, form)]));
}
