import type { Table, Value } from '../csv.js';
import { cellColumns, dimensionsOf, ESTIMATE_COLUMNS, estimateValues, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';
import { GAINS } from '../gains.js';

/** Every number of a run in long form: all measures and comparisons, all cells, all worlds. */
export function measures(figures: Figures): Table {
  const { dictionary, worlds } = figures.results;
  // Weekly series have a table of their own.
  // So have gains and losses, which leave small numbers out.
  const kinds = dictionary.measures.filter(({ id, kind }) => kind !== 'weekly' && id !== GAINS);
  const dimensions = dimensionsOf(kinds);
  const rows: Value[][] = [];
  for (const world of worlds) {
    for (const measure of kinds) {
      for (const cell of figures.cells(measure.id)) {
        const level = figures.rawLevel(world.id, measure.id, cell);
        if (level === null && figures.rawChange(world.id, measure.id, cell) === null) continue;
        rows.push([
          world.id,
          figures.labels.world(world.id),
          measure.id,
          measure.label,
          measure.kind,
          ...dimensions.map((name) => cell[name] ?? null),
          ...estimateValues(figures, world.id, measure.id, cell),
        ]);
      }
    }
  }
  return {
    file: 'measures.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'measure', type: 'text', unit: '', description: 'Id of the measure or comparison.' },
      { name: 'measure_label', type: 'text', unit: '', description: 'Its label.' },
      {
        name: 'measure_kind',
        type: 'text',
        unit: '',
        description:
          'measure: a quantity of one world. comparison: of a policy world against the baseline, in the difference columns.',
      },
      ...cellColumns(dimensions),
      ...ESTIMATE_COLUMNS,
    ],
    rows,
  };
}
