/** Go-live: how hard a policy's start hits each service's waiting line, for how long, and what it comes to. */
import { CONFIDENCE, meanEstimate } from './estimate.js';
import type { Estimate, Recovery, WorldDescription } from './results.js';
import type { Samples } from './samples.js';
import { WEEK } from './window.js';

/** Weeks running in which nothing may be clearly worse before a service counts as recovered. */
export const CALM_WEEKS = 4;

const MEASURE = 'weekly-waiting';
const WEEK_MS = WEEK * 3_600_000;

/**
 * The recovery of every service in every policy world that has a policy with a date.
 * @param start First day of the run, YYYY-MM-DD.
 */
export function recoveriesOf(
  samples: Samples,
  descriptions: readonly WorldDescription[],
  start: string,
  confidence?: number,
): Recovery[] {
  const [baseline, ...others] = samples.worlds;
  return others.flatMap((world, at) => {
    const first = firstWeek(descriptions[at + 1]!, start);
    const own = world.weekly.get(MEASURE)!;
    const before = baseline!.weekly.get(MEASURE)!;
    const weeks = new Set(own.cells.map(({ week }) => week)).size;
    if (first === null || first >= weeks) return [];
    const services = [...new Set(own.cells.map(({ service }) => service!))];
    return services.flatMap((service, place) => {
      const twin = before.cells.findIndex((cell) => cell.service === service);
      if (twin === -1) return [];
      const changes = own.values.map((run, replication) =>
        Array.from(
          { length: weeks - first },
          (_, week) => run[place * weeks + first + week]! - before.values[replication]![twin + first + week]!,
        ),
      );
      return [{ world: world.id, service, firstWeek: first + 1, ...recoveryOf(changes, confidence) }];
    });
  });
}

/** Place of the week in which a world's first policy starts, at the earliest that of the run's start; null without a date. */
function firstWeek({ policies }: WorldDescription, start: string): number | null {
  const days = policies.flatMap(({ starts }) => (starts === null ? [] : [Date.parse(`${starts}T00:00:00Z`)]));
  if (days.length === 0) return null;
  return Math.max(0, Math.floor((Math.min(...days) - Date.parse(`${start}T00:00:00Z`)) / WEEK_MS));
}

/**
 * Shock, weeks to recover and excess hours of one service. The shock is the largest of many weekly differences, so that its
 * interval shares the error among all of them (Bonferroni); recovered means not clearly worse, which more runs find later.
 * @param changes By replication, the policy world's mean number waiting less the baseline's, in each week from that in
 *   which the policy starts [people].
 */
export function recoveryOf(
  changes: readonly (readonly number[])[],
  confidence = CONFIDENCE,
): Pick<Recovery, 'shock' | 'shockWeek' | 'weeksToRecover' | 'excessHours'> {
  const weekly = (changes[0] ?? []).map((_, week): Estimate => {
    const own = changes.map((run) => run[week]!);
    return meanEstimate(own, confidence);
  });
  const means = weekly.map(({ mean }) => mean ?? Number.NEGATIVE_INFINITY);
  const worst = means.indexOf(Math.max(...means));
  const isCalm = ({ low }: Estimate) => low !== null && low <= 0;
  const calm = weekly.findIndex(
    (_, week) =>
      week >= worst && week + CALM_WEEKS <= weekly.length && weekly.slice(week, week + CALM_WEEKS).every(isCalm),
  );
  return {
    shock: meanEstimate(
      changes.map((run) => run[worst]!),
      1 - (1 - confidence) / weekly.length,
    ),
    shockWeek: worst + 1,
    weeksToRecover: calm === -1 ? null : calm,
    excessHours: meanEstimate(
      changes.map((run) => WEEK * run.reduce((sum, change) => sum + change, 0)),
      confidence,
    ),
  };
}
