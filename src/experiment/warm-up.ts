/**
 * Whether the stated warm-up is long enough. Judged are the units in use and the people waiting at each service, and the
 * open episodes, of every world, as weekly means from hour 0. Each series has an MSER point (`mser.ts`), found on the mean
 * over replications, in the first half of the run; where the rule points past that half, and the halves clearly differ,
 * the run is too short to say. A warm-up is called too short only where the weeks that it keeps and the point would leave out
 * move the mean clearly (over replications, all judgements together wrong at most once in twenty) and by a hundredth or
 * more: the point of a series that is nothing but noise lies anywhere.
 */
import { mean } from 'simple-statistics';
import type { World } from '../sim/index.js';
import { meanEstimate } from './estimate.js';
import type { Measure } from './measure.js';
import { truncationPoint } from './mser.js';
import type { WarmUpCheck, WarmUpSeries, WarmUpVerdict } from './results.js';
import type { Sampled, Samples } from './samples.js';
import { weekCount, weeklyRows } from './weekly-samples.js';
import { WEEK } from './window.js';

/** Weekly series that are judged. */
const JUDGED = ['weekly-in-use', 'weekly-waiting', 'weekly-open-episodes'] as const;
/** Weeks without which nothing can be said: half of them are the least that a point may leave. */
export const LEAST_WEEKS = 10;
/** Replications without which noise cannot be told from change. */
export const LEAST_REPLICATIONS = 5;
/** Bias in the mean of the kept weeks that matters, as a share of the mean. */
const BIAS_THAT_MATTERS = 0.01;
/** Change over the second half of the run that matters, as a share of the mean. */
const DRIFT_THAT_MATTERS = 0.02;
/** Chance that one of all judgements finds something where there is nothing. */
const FALSE_ALARMS = 0.05;

/** Checks the stated warm-up of every world, over the weeks before anything in it changes by date. */
export function checkWarmUp(samples: Samples, worlds: readonly World[]): WarmUpCheck {
  const stated = Math.ceil(worlds[0]!.warmUp / WEEK);
  const all = samples.worlds.flatMap(({ id, weekly }, world) =>
    JUDGED.flatMap((measure) => {
      const sampled = weekly.get(measure);
      return sampled === undefined
        ? []
        : weeklyRows(sampled).map((row) => ({
            world: id,
            measure,
            cell: row.cell,
            runs: runsOf(sampled, row.first, weeksBeforeChange(worlds[world]!)),
          }));
    }),
  );
  // What never happens settles at once, and asks for no chance of a false alarm.
  const rows = all.filter(({ runs }) => runs.some((run) => run.some((value) => value !== 0)));
  const alarms = FALSE_ALARMS / Math.max(1, rows.length);
  const series = rows.map(({ runs, ...row }): WarmUpSeries => ({ ...row, ...judge(runs, stated, alarms) }));
  const points = series.flatMap(({ needs }) => (needs === null ? [] : [needs]));
  const isOpen = series.some(({ verdict }) => verdict === 'run too short' || verdict === 'drifts');
  return { stated, proposed: isOpen || points.length === 0 ? null : Math.max(...points), series };
}

/** Whole weeks before a dated change, or of the whole run. */
function weeksBeforeChange({ epochs, horizon }: World): number {
  return Math.floor((epochs[1]?.from ?? horizon) / WEEK);
}

/** The weeks of each replication, up to the first dated change. */
function runsOf(sampled: Sampled<Measure>, first: number, most: number): number[][] {
  const weeks = Math.min(weekCount(sampled), most);
  return sampled.values.map((run) => Array.from(run.subarray(first, first + weeks)));
}

/**
 * Judges one series.
 * @param runs The weeks of each replication.
 * @param stated Weeks that the stated warm-up leaves out.
 * @param alarms Chance of a false alarm that this series may spend.
 */
export function judge(
  runs: readonly (readonly number[])[],
  stated: number,
  alarms: number,
): Pick<WarmUpSeries, 'weeks' | 'point' | 'needs' | 'bias' | 'verdict'> {
  const weeks = runs[0]?.length ?? 0;
  const whole = Array.from({ length: weeks }, (_, week) => mean(runs.map((run) => run[week]!)));
  if (weeks < LEAST_WEEKS || runs.length < LEAST_REPLICATIONS)
    return { weeks, point: null, needs: null, bias: null, verdict: 'not judged' };
  const half = Math.floor(weeks / 2);
  const anywhere = truncationPoint(whole);
  const point = truncationPoint(whole, half);
  // A point may be any week, and a series may also drift: each finding spends its part of the chance.
  const share = alarms / (weeks + 2);
  /** Share by which the mean of the weeks from `kept` on differs from that of the weeks from `settled` on. */
  const biasOf = (kept: number, settled: number) => {
    if (settled <= kept) return 0;
    const off = clear(
      runs.map((run) => mean(run.slice(kept)) - mean(run.slice(settled))),
      share,
    );
    return off === 0 ? 0 : off / Math.abs(mean(whole.slice(settled)));
  };
  const matters = (bias: number) => Math.abs(bias) >= BIAS_THAT_MATTERS;
  const needs = matters(biasOf(0, point)) ? point : 0;
  // A point at the very half is none; an earlier one may explain by itself why the halves differ.
  const isOpen = anywhere > half && matters(biasOf(point < half ? Math.max(stated, point) : stated, half));
  const late = Math.max(half, Math.min(stated, weeks - 2));
  const change = clear(
    runs.map((run) => slope(run.slice(late)) * (weeks - late)),
    share,
  );
  const bias = biasOf(stated, isOpen ? Math.max(point, half) : point);
  const result = (verdict: WarmUpVerdict) => ({ weeks, point: isOpen ? anywhere : point, needs, bias, verdict });
  if (change !== 0 && Math.abs(change) >= DRIFT_THAT_MATTERS * Math.abs(mean(whole.slice(late))))
    return result('drifts');
  if (isOpen) return result('run too short');
  return result(matters(bias) ? 'too short' : 'long enough');
}

/** The mean of values, one for each replication, where its interval at 1 - `alarms` leaves zero out; else 0. */
function clear(values: readonly number[], alarms: number): number {
  const { mean: centre, low, high } = meanEstimate(values, 1 - alarms);
  return centre !== null && low !== null && high !== null && (low > 0 || high < 0) ? centre : 0;
}

/** Least-squares change of a series from one week to the next. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const centre = mean([...values]);
  let above = 0;
  let below = 0;
  for (const [at, value] of values.entries()) {
    above += (at - middle) * (value - centre);
    below += (at - middle) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
