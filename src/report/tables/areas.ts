import { areaFigures } from '../area-figures.js';
import type { Table, Value } from '../csv.js';
import { cellColumns, dimensionsOf, ESTIMATE_COLUMNS, estimateValues, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';
import { plain } from '../labels.js';

/** Every measure for the people of each area, where there are several; no table where there is one. */
export function areas(figures: Figures): Table | null {
  const own = areaFigures(figures);
  if (own === null) return null;
  const { dictionary, worlds, areas: told } = figures.results;
  const labels = new Map(told?.list.map(({ id, label }) => [id, plain(label) || id]));
  const kinds = dictionary.measures.filter(({ kind }) => kind === 'measure');
  const dimensions = dimensionsOf(kinds);
  const rows = worlds.flatMap((world) =>
    kinds.flatMap((measure) =>
      own.cells(measure.id).flatMap((cell): Value[][] => {
        if (own.rawLevel(world.id, measure.id, cell) === null) return [];
        return [
          [
            world.id,
            figures.labels.world(world.id),
            cell.area ?? null,
            labels.get(cell.area ?? '') ?? null,
            measure.id,
            measure.label,
            ...dimensions.map((name) => cell[name] ?? null),
            ...estimateValues(own, world.id, measure.id, cell),
          ],
        ];
      }),
    ),
  );
  return {
    file: 'areas.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'area', type: 'text', unit: '', description: 'Id of the area whose people are counted.' },
      { name: 'area_label', type: 'text', unit: '', description: 'Its label.' },
      { name: 'measure', type: 'text', unit: '', description: 'Id of the measure.' },
      { name: 'measure_label', type: 'text', unit: '', description: 'Its label.' },
      ...cellColumns(dimensions),
      ...ESTIMATE_COLUMNS,
    ],
    rows,
  };
}
