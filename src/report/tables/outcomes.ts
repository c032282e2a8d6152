import type { Table } from '../csv.js';
import { ESTIMATE_COLUMNS, estimateValues, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

/** How episodes end, by need and outcome, with needs not met in all. */
export function outcomes(figures: Figures): Table {
  const unmet = new Map(figures.results.dictionary.outcomes.map(({ id, unmet }) => [id, unmet]));
  const rows = figures.results.worlds.flatMap((world) =>
    ['outcomes', 'unmet'].flatMap((measure) =>
      figures
        .cells(measure)
        .map((cell) => [
          world.id,
          figures.labels.world(world.id),
          measure,
          cell.need ?? null,
          cell.need === undefined ? null : figures.labels.need(cell.need),
          cell.outcome ?? null,
          cell.outcome === undefined ? 'All needs not met' : figures.labels.outcome(cell.outcome),
          cell.outcome === undefined ? true : (unmet.get(cell.outcome) ?? null),
          ...estimateValues(figures, world.id, measure, cell),
        ]),
    ),
  );
  return {
    file: 'outcomes.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'measure', type: 'text', unit: '', description: 'outcomes; or unmet, over all needs and outcomes.' },
      { name: 'need', type: 'text', unit: '', description: 'Id of the need; empty over all needs.' },
      { name: 'need_label', type: 'text', unit: '', description: 'Its label.' },
      { name: 'outcome', type: 'text', unit: '', description: 'Id of the outcome; empty over all outcomes.' },
      { name: 'outcome_label', type: 'text', unit: '', description: 'Its label.' },
      {
        name: 'is_unmet',
        type: 'true or false',
        unit: '',
        description: 'True when the outcome leaves the need unmet.',
      },
      ...ESTIMATE_COLUMNS,
    ],
    rows,
  };
}
