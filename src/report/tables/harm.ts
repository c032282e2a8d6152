import type { Table, Value } from '../csv.js';
import { ESTIMATE_COLUMNS, estimateValues, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';
import { harmsOf } from '../harm.js';

/** Measured in every run that measures harm. */
const MEASURE = 'untreated-hours';

/** Harm as rates, with the grade of the hazard beside each; null where a run has no measure of it. */
export function harm(figures: Figures): Table | null {
  if (!figures.results.dictionary.measures.some(({ id }) => id === MEASURE)) return null;
  const harms = harmsOf(figures);
  const text = (name: string, description: string) => ({ name, type: 'text' as const, unit: '', description });
  return {
    file: 'harm.csv',
    columns: [
      ...WORLD_COLUMNS,
      text(
        'harm',
        'untreated (hours in line), custody (hours held), or deaths (expected of those at risk, not counted).',
      ),
      text('need', 'Id of the need.'),
      text('severity', 'Severity; empty where all are told together.'),
      text('service', 'Id of the service that holds; empty elsewhere.'),
      text('clock', 'Clocks whose hazard it is, joined by +; empty elsewhere.'),
      text('measure', 'Id of the measure.'),
      text(
        'hazard_grade',
        'Weakest evidence grade, A to E, of the inputs of its hazard; empty where none is on record.',
      ),
      text('hazard_inputs', 'Ids of the inputs of that grade, separated by spaces.'),
      ...ESTIMATE_COLUMNS,
    ],
    rows: figures.results.worlds.flatMap(({ id }) =>
      harms.map(({ kind, measure, cell, grade, weakest }): Value[] => [
        id,
        figures.labels.world(id),
        kind,
        cell.need ?? '',
        cell.severity ?? '',
        cell.service ?? '',
        cell.clock ?? '',
        measure,
        grade,
        weakest.join(' '),
        ...estimateValues(figures, id, measure, cell),
      ]),
    ),
  };
}
