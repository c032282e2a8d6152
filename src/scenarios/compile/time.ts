import type { ProblemList } from '../problems.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Tree } from '../tree.js';

/** When a scenario runs, in hours from Monday 00:00 of the start, and in days from 1970-01-01. */
export interface Span {
  readonly design: 'steady' | 'go-live';
  readonly start: number;
  readonly asOf: number;
  readonly warmUp: number;
  readonly measuredEnd: number;
  readonly horizon: number;
  readonly replications: number;
}

/** Hours of a year. */
const YEAR = 8766;
/** Longer runs are slips of the pen: no scenario holds for so long. */
const MOST_YEARS = 1000;
/** Replications of a scenario that does not say. */
const REPLICATIONS = 20;

/** Reads the `time` block; its hours have to be whole ones, since levels are kept by the clock hour. */
export function compileTime(draft: Pick<ScenarioDraft, 'time'>, tree: Tree, list: ProblemList): Span {
  const { time } = draft;
  if ((time.start.day + 3) % 7 !== 0 && !Number.isNaN(time.start.day)) {
    list.at(tree, ['time', 'start'], {
      message: 'A run starts on a Monday.',
      expected: 'a date that is a Monday',
      nearest: mondayBefore(time.start.day + 3),
      next: `Write \`${mondayBefore(time.start.day)}\` or \`${mondayBefore(time.start.day + 7)}\`, the Mondays around it.`,
    });
  }
  for (const key of ['warm-up', 'measure', 'follow-up'] as const) {
    const hours = time[key] ?? 0;
    if (!Number.isNaN(hours) && !isWhole(hours)) {
      list.at(tree, ['time', key], {
        message: 'Periods are whole hours.',
        expected: 'a whole number of hours, days or weeks',
        next: 'Round it.',
      });
    }
  }
  if (time.measure === 0) {
    list.at(tree, ['time', 'measure'], {
      message: 'Nothing would be measured.',
      expected: 'a measured period above 0',
      next: 'Write a longer one.',
    });
  }
  const years = (['warm-up', 'measure', 'follow-up'] as const).reduce((sum, key) => sum + (time[key] ?? 0), 0) / YEAR;
  if (years > MOST_YEARS) {
    list.at(tree, ['time', 'measure'], {
      message: `The run would last ${Number(years.toPrecision(3))} years.`,
      expected: `at most ${MOST_YEARS} years from the warm-up to the end of the follow-up`,
      next: 'Shorten it, and write more `replications` if more is to be seen.',
    });
  }
  const warmUp = Math.round(time['warm-up'] ?? 0);
  const measuredEnd = warmUp + Math.round(time.measure);
  return {
    design: time.design ?? 'steady',
    start: time.start.day,
    asOf: (time['as-of'] ?? time.start).day,
    warmUp,
    measuredEnd,
    horizon: measuredEnd + Math.round(time['follow-up'] ?? 0),
    replications: time.replications ?? REPLICATIONS,
  };
}

function isWhole(hours: number): boolean {
  return Math.abs(hours - Math.round(hours)) < 1e-6;
}

/** The Monday on or before a day (days from 1970-01-01, a Thursday), as `YYYY-MM-DD`. */
function mondayBefore(day: number): string {
  return new Date((day - ((day + 3) % 7)) * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
