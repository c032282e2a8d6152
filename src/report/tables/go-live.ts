import { asNumber, type Table } from '../csv.js';
import { WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

const people = { type: 'number', unit: 'people waiting' } as const;
const weeks = { type: 'number', unit: 'weeks' } as const;
const hours = { type: 'number', unit: 'hours waited' } as const;

/** How the start of policies hits the waiting line of each service; no rows in a steady design. */
export function goLive(figures: Figures): Table {
  return {
    file: 'go-live.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'service', type: 'text', unit: '', description: 'Id of the service.' },
      { name: 'first_week', type: 'number', unit: 'weeks', description: 'Week of the run of the first start, from 1.' },
      { name: 'shock', ...people, description: 'Largest weekly paired difference from the baseline, mean.' },
      {
        name: 'shock_low',
        ...people,
        description: 'Lower end of its 95% interval, whose error is shared by all weeks.',
      },
      {
        name: 'shock_high',
        ...people,
        description: 'Upper end of its 95% interval, whose error is shared by all weeks.',
      },
      { name: 'shock_week', type: 'number', unit: 'weeks', description: 'Its week, from 1 in the week of the start.' },
      { name: 'tolerance', ...people, description: 'By how much the line may be longer and counts as back.' },
      {
        name: 'weeks_to_recover',
        ...weeks,
        description:
          'Whole weeks from that of the start to the first, not before that of the shock, from which the mean of four is within the tolerance; empty where there is none.',
      },
      {
        name: 'weeks_to_recover_low',
        ...weeks,
        description: 'Lower end of its 95% interval (bootstrap over runs); run noise only. Empty of fewer than 6 runs.',
      },
      {
        name: 'weeks_to_recover_high',
        ...weeks,
        description:
          'Upper end of its 95% interval; empty where it lies beyond the end of the run, and of fewer than 6 runs.',
      },
      { name: 'excess_hours', ...hours, description: 'Sum of the weekly differences times 168, mean.' },
      { name: 'excess_hours_low', ...hours, description: 'Lower end of its 95% interval; run noise only.' },
      { name: 'excess_hours_high', ...hours, description: 'Upper end of its 95% interval; run noise only.' },
    ],
    rows: (figures.results.recovery ?? []).map(
      ({ world, service, firstWeek, shock, shockWeek, tolerance, weeksToRecover, excessHours }) => [
        world,
        figures.labels.world(world),
        service,
        firstWeek,
        asNumber(shock.mean),
        asNumber(shock.low),
        asNumber(shock.high),
        shockWeek,
        asNumber(tolerance),
        weeksToRecover.mean,
        weeksToRecover.low,
        weeksToRecover.high,
        asNumber(excessHours.mean),
        asNumber(excessHours.low),
        asNumber(excessHours.high),
      ],
    ),
  };
}
