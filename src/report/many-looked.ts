/** What it means that many differences are looked at, and the largest of them named. */
import type { Figures } from './figures.js';
import { harmsOf } from './harm.js';
import { contactsNotStaffed, unstaffed } from './staffing.js';
import { WAITING_GROUPS, waitingServices } from './waiting.js';
import { listed } from './words.js';

/** How many differences are looked at, and what they are. */
export interface Looked {
  readonly count: number;
  /** In words, after the number: `differences in mean waits`. */
  readonly what: string;
}

/** What the answer and the sections of a report look at: waits, agencies' staff hours or contacts, needs not met and rates of harm. */
export function lookedAt(figures: Figures): Looked {
  const { agencies, services } = figures.results.dictionary;
  const silent = new Set(unstaffed(figures));
  const staffed = agencies.filter(({ id }) => !silent.has(id) && services.some(({ agency }) => agency === id));
  const parts = [
    ['mean waits', WAITING_GROUPS.reduce((sum, group) => sum + waitingServices(figures, group).length, 0)],
    ['staff hours', figures.has('staff-hours') ? staffed.length : 0],
    ['contacts where those are not measured', contactsNotStaffed(figures).length],
    ['needs not met', figures.has('unmet') ? 1 : 0],
    ['rates of harm', harmsOf(figures).length],
  ] as const;
  const told = parts.filter(([, count]) => count > 0);
  const count = told.reduce((sum, [, own]) => sum + own, 0) * figures.policyWorlds.length;
  return { count, what: `differences in ${listed(told.map(([what]) => what))}` };
}

/** What it means that so many were looked at in so many runs; null where there are not several with intervals. */
export function manyLooked({ count, what }: Looked, runs: number): string | null {
  if (count < 2 || runs < 2) return null;
  const reports = Math.round(100 * (1 - 0.95 ** count));
  return (
    `Clear is said of each difference by itself. Of ${count} ${what}, were all truly nil, ${(count / 20).toFixed(1)} would look clear ` +
    `on average, and at least one in ${reports > 99 ? 'nearly all' : `${reports} of 100`} such reports if they were independent; and a difference that is ` +
    'named because it is the largest tends to be overstated.'
  );
}
