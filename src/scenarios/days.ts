/** Days counted from 1970-01-01, as dates. */
const DAY_MS = 86_400_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day as YYYY-MM-DD; null stays null. */
export function dateOf(day: number): string;
export function dateOf(day: number | null): string | null;
export function dateOf(day: number | null): string | null {
  return day === null ? null : new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A day in words: `1 March 2024`. */
export function dayInWords(day: number): string {
  const date = new Date(day * DAY_MS);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
