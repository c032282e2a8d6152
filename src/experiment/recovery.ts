/** Go-live: how hard a policy's start hits each service's waiting line, for how long, and what it comes to. */
import { bootstrap } from './bootstrap.js';
import { CONFIDENCE, meanEstimate } from './estimate.js';
import type { Estimate, Recovery, WorldDescription } from './results.js';
import type { Samples } from './samples.js';
import { WEEK } from './window.js';

/** Weeks over which the line is averaged when it is asked whether it is back. */
export const CALM_WEEKS = 4;
/** A line is back when it is longer by no more than this share of the baseline's mean line … */
export const TOLERANCE = 0.1;
/** … or by no more than this many people, where the baseline's line is shorter than that [people]. */
export const LEAST_TOLERANCE = 0.1;

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
      const usual = before.values.flatMap((run) => Array.from(run.subarray(twin + first, twin + weeks)));
      const level = usual.reduce((sum, people) => sum + people, 0) / usual.length;
      return [{ world: world.id, service, firstWeek: first + 1, ...recoveryOf(changes, level, confidence) }];
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
 * interval shares the error among all of them (Bonferroni). Recovered is asked of means over replications and of a fixed
 * tolerance, so that more replications sharpen the answer and do not move it; its interval is a bootstrap's, since a week in
 * which something first happens jumps where means move by little, and a jackknife's held it only 78 to 92% of the time (D139).
 * @param changes By replication, the policy world's mean number waiting less the baseline's, in each week from that in
 *   which the policy starts [people].
 * @param level The baseline's mean number waiting in those weeks [people].
 */
export function recoveryOf(
  changes: readonly (readonly number[])[],
  level: number,
  confidence = CONFIDENCE,
): Omit<Recovery, 'world' | 'service' | 'firstWeek'> {
  const means = meansOf(changes);
  const worst = means.indexOf(Math.max(...means));
  const tolerance = Math.max(TOLERANCE * level, LEAST_TOLERANCE);
  return {
    shock: meanEstimate(
      changes.map((run) => run[worst]!),
      1 - (1 - confidence) / means.length,
    ),
    shockWeek: worst + 1,
    tolerance,
    weeksToRecover: weeksToRecover(changes, tolerance, confidence),
    excessHours: meanEstimate(
      changes.map((run) => WEEK * run.reduce((sum, change) => sum + change, 0)),
      confidence,
    ),
  };
}

/** Mean over replications, week by week. */
function meansOf(changes: readonly (readonly number[])[]): number[] {
  return (changes[0] ?? []).map((_, week) => changes.reduce((sum, run) => sum + run[week]!, 0) / changes.length);
}

/**
 * Whole weeks to the first, not before the worst, from which the mean of four is within the tolerance; 0 where no week is
 * beyond it, null where there is none.
 */
function backAfter(means: readonly number[], tolerance: number): number | null {
  const most = Math.max(...means);
  if (most <= tolerance) return 0;
  for (let week = means.indexOf(most); week + CALM_WEEKS <= means.length; week += 1) {
    const four = means.slice(week, week + CALM_WEEKS).reduce((sum, mean) => sum + mean, 0) / CALM_WEEKS;
    if (four <= tolerance) return week;
  }
  return null;
}

/**
 * Weeks to recover, with an interval in whole weeks, which has no upper end where that lies beyond the end of the run, and
 * no ends of fewer than 6 replications.
 */
function weeksToRecover(changes: readonly (readonly number[])[], tolerance: number, confidence: number): Estimate {
  const n = changes.length;
  const mean = backAfter(meansOf(changes), tolerance);
  const told = mean === null ? null : bootstrap(n, (places) => backOf(changes, places, tolerance), confidence);
  if (told === null) return { mean, low: null, high: null, n: mean === null ? 0 : n };
  return { mean, low: finite(told.low), high: finite(told.high), n };
}

/** Weeks to recover of some of the replications, by place; Infinity where they do not. */
function backOf(changes: readonly (readonly number[])[], places: readonly number[], tolerance: number): number {
  const weeks = changes[0]!.length;
  const sums = new Float64Array(weeks);
  for (const place of places) {
    const run = changes[place]!;
    for (let week = 0; week < weeks; week += 1) sums[week]! += run[week]!;
  }
  return (
    backAfter(
      Array.from(sums, (sum) => sum / places.length),
      tolerance,
    ) ?? Number.POSITIVE_INFINITY
  );
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
