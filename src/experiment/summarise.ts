/** Estimates of every cell, and of every difference from the baseline, paired by replication. */
import type { Comparison } from './comparison.js';
import { meanEstimate, pairedDifference, ratioDifference, ratioEstimate, ratioEstimateWhereClear } from './estimate.js';
import type { Measure } from './measure.js';
import type { AreaRow, Cell, Difference, Estimate, WeeklySeries, WorldEstimate } from './results.js';
import type { Sampled, Samples, WorldSamples } from './samples.js';
import { weekCount, weeklyRows } from './weekly-samples.js';

/** Estimates of each world, in the order of worlds, measures and cells. */
export function estimatesOf(samples: Samples, confidence?: number): WorldEstimate[] {
  return samples.worlds.flatMap((world) =>
    [...world.measures.values()].flatMap((sampled) =>
      sampled.cells.flatMap((cell, at) => {
        if (sampled.of.isSparse && isEmpty(sampled, at)) return [];
        return [{ world: world.id, measure: sampled.of.id, cell, ...estimateOf(sampled, at, confidence) }];
      }),
    ),
  );
}

/** What the people of each area meet: levels and differences from the baseline, with the area in their cells. */
export function byAreaOf(samples: Samples, confidence?: number): AreaRow[] {
  const baseline = samples.worlds[0];
  return samples.worlds.flatMap((world) =>
    [...world.areas].flatMap(([area, measured]) =>
      [...measured.values()].flatMap((sampled) => {
        const before = world === baseline ? undefined : baseline?.areas.get(area)?.get(sampled.of.id);
        const differences = before === undefined ? [] : measureDifferences(sampled, before, confidence);
        const changes = new Map(differences.map((row) => [keyOf(row.cell), row]));
        return sampled.cells.flatMap((cell, at): AreaRow[] => {
          if (isEmpty(sampled, at) && isNoChange(changes.get(keyOf(cell)))) return [];
          const { mean, low, high, n } = changes.get(keyOf(cell)) ?? NO_ESTIMATE;
          return [
            {
              world: world.id,
              measure: sampled.of.id,
              cell: { area, ...cell },
              level: estimateOf(sampled, at, confidence),
              change: before === undefined ? null : { mean, low, high, n },
            },
          ];
        });
      }),
    ),
  );
}

const NO_ESTIMATE: Estimate = { mean: null, low: null, high: null, n: 0 };

function isNoChange(change: Estimate | undefined): boolean {
  return change === undefined || change.mean === null || change.mean === 0;
}

/** What is followed week by week, in the order of worlds, series and cells. */
export function weeklyOf(samples: Samples, confidence?: number): WeeklySeries[] {
  return samples.worlds.flatMap((world) =>
    [...world.weekly.values()].flatMap((sampled) => {
      const weeks = weekCount(sampled);
      return weeklyRows(sampled).map(({ cell, first }) => {
        const estimates = Array.from({ length: weeks }, (_, week) => estimateOf(sampled, first + week, confidence));
        return {
          world: world.id,
          measure: sampled.of.id,
          cell,
          mean: estimates.map(({ mean }) => mean),
          low: estimates.map(({ low }) => low),
          high: estimates.map(({ high }) => high),
        };
      });
    }),
  );
}

/** Differences of each policy world from the baseline: of every measure, then of every comparison. */
export function differencesOf(samples: Samples, confidence?: number): Difference[] {
  const baseline = samples.worlds[0];
  if (baseline === undefined) return [];
  return samples.worlds.slice(1).flatMap((world) => {
    const differences = [...world.measures.values()].flatMap((sampled) =>
      measureDifferences(sampled, baseline.measures.get(sampled.of.id)!, confidence),
    );
    const compared = [...world.comparisons.values()].flatMap((sampled) =>
      sampled.cells.flatMap((cell, at) => {
        if (sampled.of.isSparse && isNothing(sampled, at)) return [];
        return [{ measure: sampled.of.id, cell, ...comparisonEstimate(sampled, at, confidence) }];
      }),
    );
    return [...differences, ...compared].map((difference) => ({ world: world.id, ...difference }));
  });
}

function isNothing({ values }: Sampled<Comparison>, at: number): boolean {
  return values.every((run) => run[at] === 0);
}

function comparisonEstimate({ of, cells, values }: Sampled<Comparison>, at: number, confidence?: number): Estimate {
  const column = values.map((run) => run[at]!);
  if (of.estimator === 'mean') return meanEstimate(column, confidence);
  const over = values.map((run) => run[cells.length + at]!);
  return ratioEstimateWhereClear(column, over, confidence);
}

type Row = Omit<Difference, 'world'>;

function measureDifferences(policy: Sampled<Measure>, baseline: Sampled<Measure>, confidence?: number): Row[] {
  const places = new Map(baseline.cells.map((cell, at) => [keyOf(cell), at]));
  const rows: Row[] = policy.cells.flatMap((cell, at) => {
    const before = places.get(keyOf(cell)) ?? null;
    places.delete(keyOf(cell));
    return difference([policy, at], [baseline, before], cell, confidence);
  });
  // Cells that only the baseline has, such as those of a service that the policy closes for good.
  const gone = [...places.values()].flatMap((at) =>
    difference([policy, null], [baseline, at], baseline.cells[at]!, confidence),
  );
  return [...rows, ...gone];
}

/** A cell in one world; null where that world has none. */
type Place = readonly [Sampled<Measure>, number | null];

function difference(after: Place, before: Place, cell: Cell, confidence?: number): Row[] {
  const [{ of }] = after;
  const isNothing = ([sampled, at]: Place) => at === null || isEmpty(sampled, at);
  if (of.isSparse && isNothing(after) && isNothing(before)) return [];
  const estimate =
    of.estimator === 'ratio'
      ? ratioDifference([above(...after), below(...after)], [above(...before), below(...before)], confidence)
      : pairedDifference(above(...after), above(...before), confidence);
  return [{ measure: of.id, cell, ...estimate }];
}

function estimateOf(sampled: Sampled<Measure>, at: number, confidence?: number): Estimate {
  return sampled.of.estimator === 'ratio'
    ? ratioEstimate(above(sampled, at), below(sampled, at), confidence)
    : meanEstimate(above(sampled, at), confidence);
}

/** The level of a measure in one world; nothing where it has no such cell. */
export function levelAt(world: WorldSamples, measure: string, cell: Cell, confidence?: number): Estimate {
  const [sampled, at] = placeOf(world, measure, cell);
  return at === null ? { mean: null, low: null, high: null, n: 0 } : estimateOf(sampled, at, confidence);
}

/** The difference of a measure between two worlds. */
export function differenceAt(
  world: WorldSamples,
  baseline: WorldSamples,
  measure: string,
  cell: Cell,
  confidence?: number,
): Estimate {
  const [row] = difference(placeOf(world, measure, cell), placeOf(baseline, measure, cell), cell, confidence);
  return row ?? { mean: 0, low: 0, high: 0, n: 0 };
}

function placeOf({ measures }: WorldSamples, measure: string, cell: Cell): Place {
  const sampled = measures.get(measure)!;
  const at = sampled.cells.findIndex((own) => keyOf(own) === keyOf(cell));
  return [sampled, at === -1 ? null : at];
}

/** Values of a cell by replication (above the line of a ratio); what an absent cell counts as where there is none. */
export function above({ of, values }: Sampled<Measure>, at: number | null): number[] {
  return values.map((run) => (at === null ? (of.estimator === 'ratio' ? 0 : of.absent) : run[at]!));
}

/** What stands below the line of a ratio, by replication. */
export function below({ cells, values }: Sampled<Measure>, at: number | null): number[] {
  return values.map((run) => (at === null ? 0 : run[cells.length + at]!));
}

/** Whether a cell never held anything. */
export function isEmpty(sampled: Sampled<Measure>, at: number): boolean {
  const held = sampled.of.estimator === 'ratio' ? below(sampled, at) : above(sampled, at);
  return held.every((value) => value === 0 || Number.isNaN(value));
}

/** A cell as a text to be looked up by. */
export function keyOf(cell: Cell): string {
  return Object.values(cell).join(' ');
}
