import type { Column, Table } from '../csv.js';
import type { Figures } from '../figures.js';
import { inputsOf } from '../inputs.js';

/** Inputs with their sources and grades: weakest first. */
export function assumptions(figures: Figures): Table {
  const text = (name: string, description: string): Column => ({ name, type: 'text', unit: '', description });
  return {
    file: 'assumptions.csv',
    columns: [
      text('parameter', 'Id of the input.'),
      text('value', 'Its value, with unit.'),
      text('range', 'Lowest and highest plausible value; empty where none is recorded.'),
      text('grade', 'A direct, B other place or time, C indirect, D expert view, E placeholder.'),
      text('source', 'Evidence id or citation; empty for an assumption.'),
      text('url', 'Where the source is published.'),
      text('quality', 'Quality of the source as recorded in the evidence files.'),
      text('reason', 'Why it is assumed, or how it was got from the source.'),
      text('from', 'Scenario or policy file that states it.'),
      text('worlds', 'Ids of the worlds that use it, separated by spaces.'),
    ],
    rows: inputsOf(figures.results).map(({ record, worlds }) => [
      record.id,
      record.value,
      record.range,
      record.grade,
      record.source,
      record.url,
      record.quality,
      record.reason,
      record.from,
      worlds.join(' '),
    ]),
  };
}
