import type { Cell, Estimate, MeasureEntry } from '../experiment/index.js';
import { asNumber, type Column, isClear, type Value } from './csv.js';
import type { Figures } from './figures.js';

const NUMBER = { type: 'number', unit: 'as in the column unit' } as const;

/** Columns of a level and of its difference from the baseline: the end of every row of numbers. */
export const ESTIMATE_COLUMNS: readonly Column[] = [
  { name: 'unit', type: 'text', unit: '', description: 'Unit of the numbers in this row.' },
  { name: 'mean', ...NUMBER, description: 'Mean over replications (a ratio of totals for shares and mean waits).' },
  {
    name: 'low',
    ...NUMBER,
    description: 'Lower end of the 95% interval for the mean; run noise only. Not cut at 0, as it is in the report.',
  },
  {
    name: 'high',
    ...NUMBER,
    description: 'Upper end of the 95% interval for the mean; run noise only. Not cut at 1, as it is in the report.',
  },
  { name: 'replications', type: 'number', unit: 'replications', description: 'Replications that the mean rests on.' },
  { name: 'difference_mean', ...NUMBER, description: 'Mean paired difference from the baseline.' },
  { name: 'difference_low', ...NUMBER, description: 'Lower end of its 95% interval.' },
  { name: 'difference_high', ...NUMBER, description: 'Upper end of its 95% interval.' },
  {
    name: 'difference_is_clear',
    type: 'true or false',
    unit: '',
    description:
      'True when the interval of the difference, as computed, lies on one side of zero; the report then prints as many digits as show it.',
  },
  {
    name: 'none_seen_below',
    ...NUMBER,
    description:
      'Of counts of contacts, episodes, entries or decisions that came up in no run: 3 / (replications x weeks measured), below which the true ' +
      'rate lies with a confidence of 95% if events come singly (rule of three). Empty elsewhere: an interval of 0 to 0 of hours, money or shares has no such bound.',
  },
];

/** What any of these measures are by, in alphabetical order. */
export function dimensionsOf(measures: readonly Pick<MeasureEntry, 'dimensions'>[]): readonly string[] {
  return [...new Set(measures.flatMap(({ dimensions }) => dimensions))].sort();
}

/** Columns that name the cell of a row: one for each thing that measures are by. */
export function cellColumns(dimensions: readonly string[]): readonly Column[] {
  return dimensions.map((name) => ({
    name: `by_${name.replace(/-/g, '_')}`,
    type: 'text',
    unit: '',
    description: `The ${name} that the number is for; empty for measures that are not by ${name}.`,
  }));
}

/** Units that count what happens one by one, a week. */
const EVENTS = /^(?:contacts|episodes|entries|decisions) a week$/;
/** Below this many events in all runs together the chance of none is over one in twenty: −ln 0.05. */
const RULE_OF_THREE = 3;
const WEEK = 168;

/** The bound on the rate of events of which no run had any; null where some had, or nothing is counted. */
export function noneSeenBelow(figures: Figures, unit: string, level: Estimate | null): number | null {
  if (!EVENTS.test(unit) || level === null || level.mean !== 0 || level.low !== level.high) return null;
  const weeks = figures.results.design.measured / WEEK;
  return weeks > 0 ? RULE_OF_THREE / (level.n * weeks) : null;
}

/** The values of `ESTIMATE_COLUMNS` for a world, measure and cell. */
export function estimateValues(figures: Figures, world: string, measure: string, cell: Cell): readonly Value[] {
  const level = figures.rawLevel(world, measure, cell);
  const change = figures.rawChange(world, measure, cell);
  return [
    figures.unit(measure),
    asNumber(level?.mean),
    asNumber(level?.low),
    asNumber(level?.high),
    level?.n ?? change?.n ?? null,
    asNumber(change?.mean),
    asNumber(change?.low),
    asNumber(change?.high),
    isClear(figures.change(world, measure, cell)),
    noneSeenBelow(figures, figures.unit(measure), level),
  ];
}

/** Columns of a comparison's own number: the end of every row of one. */
export const COMPARISON_COLUMNS: readonly Column[] = [
  ...ESTIMATE_COLUMNS.slice(0, 5),
  {
    name: 'is_clear',
    type: 'true or false',
    unit: '',
    description:
      'True when the interval, as computed, lies on one side of zero; the report then prints as many digits as show it.',
  },
];

/** The rows of a comparison: its world, what `identify` says of the cell, and the values of `COMPARISON_COLUMNS`. */
export function comparisonRows(
  figures: Figures,
  measure: string,
  identify: (cell: Cell) => readonly Value[],
): readonly (readonly Value[])[] {
  return figures.policyWorlds.flatMap((world) =>
    figures.cells(measure).flatMap((cell) => {
      const change = figures.rawChange(world.id, measure, cell);
      if (change === null) return [];
      return [
        [
          world.id,
          figures.labels.world(world.id),
          ...identify(cell),
          figures.unit(measure),
          asNumber(change.mean),
          asNumber(change.low),
          asNumber(change.high),
          change.n,
          isClear(figures.change(world.id, measure, cell)),
        ],
      ];
    }),
  );
}

/** Columns that name the world of a row. */
export const WORLD_COLUMNS: readonly Column[] = [
  { name: 'world', type: 'text', unit: '', description: 'Id of the world.' },
  { name: 'world_label', type: 'text', unit: '', description: 'Its label.' },
];
