import { asNumber, type Table } from '../csv.js';
import { WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

/** The check of the warm-up, series by series. */
export function warmUp(figures: Figures): Table {
  const { series, stated } = figures.results.warmUp;
  const weeks = { type: 'number', unit: 'weeks' } as const;
  return {
    file: 'warm-up.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'measure', type: 'text', unit: '', description: 'Id of the weekly quantity.' },
      { name: 'service', type: 'text', unit: '', description: 'Id of the service; empty where it is not by service.' },
      { name: 'group', type: 'text', unit: '', description: 'people or background; empty where it is not by group.' },
      { name: 'stated', ...weeks, description: 'Warm-up that the scenario states, rounded up to whole weeks.' },
      { name: 'judged', ...weeks, description: 'Weeks that were judged.' },
      { name: 'point', ...weeks, description: 'MSER point; empty where the series was not judged.' },
      {
        name: 'needs',
        ...weeks,
        description: 'Warm-up that the series needs; 0 where leaving weeks out changes nothing.',
      },
      {
        name: 'bias',
        type: 'number',
        unit: 'share of the mean',
        description: 'By how much the mean is off; 0 where nothing is clear.',
      },
      {
        name: 'verdict',
        type: 'text',
        unit: '',
        description: 'long enough, too short, run too short, drifts, or not judged.',
      },
    ],
    rows: series.map(({ world, measure, cell, weeks: judged, point, needs, bias, verdict }) => [
      world,
      figures.labels.world(world),
      measure,
      cell.service ?? null,
      cell.group ?? null,
      stated,
      judged,
      point,
      needs,
      asNumber(bias),
      verdict,
    ]),
  };
}
