import { digits } from './numbers.js';

/** Weeks of a year of 365.25 days. */
const WEEKS = 365.25 / 7;

/** An amount a week as one a year, without its sign and unit, to three digits: `263,000`. */
export function moneyAYear(weekly: number): string {
  const yearly = Math.abs(weekly) * WEEKS;
  return digits(yearly, Math.max(0, Math.floor(Math.log10(Math.max(yearly, 1))) - 2));
}
