/** Numbers in words, for people who read a scenario aloud. */

import type { ScenarioDictionary } from '../../scenarios/index.js';

const HOURS_IN = { day: 24, week: 168, year: 365.25 * 24 };

/** At most three significant digits, and no needless zeros: `0.41`, `14.2`, `1,650`. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return 'unlimited';
  return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(value);
}

/** The words of a service for its units. */
export type UnitWords = Pick<ScenarioDictionary['services'][number], 'unit' | 'unitOne'>;

/** The word after a number of units: `bed` after what reads 1, else `beds`. */
export function unitWord(count: number, { unit, unitOne }: UnitWords): string {
  return number(count) === '1' ? (unitOne ?? 'unit') : unit;
}

/** A share as a percentage: `41%`. */
export function percent(share: number): string {
  return `${number(100 * share)}%`;
}

/** A duration in the unit that suits it: `45 min`, `14.2 h`, `3 days`, `2.7 years`. */
export function duration(hours: number): string {
  if (hours === 0) return 'no time';
  if (hours % HOURS_IN.week === 0 && hours < HOURS_IN.year)
    return hours === HOURS_IN.week ? '1 week' : `${number(hours / HOURS_IN.week)} weeks`;
  if (hours < 1 / 60) return `${number(hours * 3600)} s`;
  if (hours < 2) return `${number(hours * 60)} min`;
  if (hours < 2 * HOURS_IN.day) return `${number(hours)} h`;
  if (hours < 3 * HOURS_IN.week) return `${number(hours / HOURS_IN.day)} days`;
  if (hours < HOURS_IN.year) return `${number(hours / HOURS_IN.week)} weeks`;
  const years = number(hours / HOURS_IN.year);
  return years === '1' ? '1 year' : `${years} years`;
}

/** A rate in the unit that suits it: `12 an hour`, `350 a day`, `514 a year`. */
export function rate(perHour: number): string {
  if (perHour >= 1) return `${number(perHour)} an hour`;
  if (perHour * HOURS_IN.day >= 1) return `${number(perHour * HOURS_IN.day)} a day`;
  if (perHour * HOURS_IN.week >= 1) return `${number(perHour * HOURS_IN.week)} a week`;
  return `${number(perHour * HOURS_IN.year)} a year`;
}

/** One text when all severities have the same, else one for each: `lower 45 min, higher 2 h`. */
export function bySeverity(texts: readonly string[], severities: readonly string[]): string {
  const [first = ''] = texts;
  if (texts.every((text) => text === first)) return first;
  return texts.map((text, at) => `${severities[at] ?? '?'} ${text}`).join(', ');
}
