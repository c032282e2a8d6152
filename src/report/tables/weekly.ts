import { asNumber, type Table } from '../csv.js';
import { WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

/** What the run followed week by week, from its first hour, warm-up and follow-up included. */
export function weekly(figures: Figures): Table {
  const { weekly: series } = figures.results;
  const bound = { type: 'number', unit: 'as in the column unit' } as const;
  return {
    file: 'weekly.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'measure', type: 'text', unit: '', description: 'Id of the weekly quantity.' },
      { name: 'service', type: 'text', unit: '', description: 'Id of the service; empty where it is not by service.' },
      { name: 'group', type: 'text', unit: '', description: 'people or background; empty where it is not by group.' },
      { name: 'week', type: 'number', unit: 'weeks', description: 'Week of the run, from 1.' },
      { name: 'unit', type: 'text', unit: '', description: 'Unit of the numbers in this row.' },
      { name: 'mean', ...bound, description: 'Mean over replications (a ratio of totals for mean waits).' },
      {
        name: 'low',
        ...bound,
        description: 'Lower end of the 95% interval for the mean; run noise only. Not cut at 0.',
      },
      { name: 'high', ...bound, description: 'Upper end of the 95% interval for the mean; run noise only.' },
    ],
    rows: series.flatMap(({ world, measure, cell, mean, low, high }) =>
      mean.map((value, week) => [
        world,
        figures.labels.world(world),
        measure,
        cell.service ?? null,
        cell.group ?? null,
        week + 1,
        figures.unit(measure),
        asNumber(value),
        asNumber(low[week]),
        asNumber(high[week]),
      ]),
    ),
  };
}
