/** Estimates of every cell, and of every difference from the baseline, paired by replication. */
import { meanEstimate, pairedDifference, ratioDifference, ratioEstimate } from './estimate.js';
import type { Measure } from './measure.js';
import type { Cell, Difference, Estimate, WorldEstimate } from './results.js';
import type { Sampled, Samples } from './samples.js';

/** Estimates of each world, in the order of worlds, measures and cells. */
export function estimatesOf(samples: Samples): WorldEstimate[] {
  return samples.worlds.flatMap((world) =>
    [...world.measures.values()].flatMap((sampled) =>
      sampled.cells.flatMap((cell, at) => {
        if (sampled.of.isSparse && isEmpty(sampled, at)) return [];
        return [{ world: world.id, measure: sampled.of.id, cell, ...estimateOf(sampled, at) }];
      }),
    ),
  );
}

/** Differences of each policy world from the baseline: of every measure, then of every comparison. */
export function differencesOf(samples: Samples): Difference[] {
  const baseline = samples.worlds[0];
  if (baseline === undefined) return [];
  return samples.worlds.slice(1).flatMap((world) => {
    const differences = [...world.measures.values()].flatMap((sampled) =>
      measureDifferences(sampled, baseline.measures.get(sampled.of.id)!),
    );
    const compared = [...world.comparisons.values()].flatMap(({ of, cells, values }) =>
      cells.flatMap((cell, at) => {
        const column = values.map((run) => run[at]!);
        return of.isSparse && column.every((value) => value === 0)
          ? []
          : [{ measure: of.id, cell, ...meanEstimate(column) }];
      }),
    );
    return [...differences, ...compared].map((difference) => ({ world: world.id, ...difference }));
  });
}

type Row = Omit<Difference, 'world'>;

function measureDifferences(policy: Sampled<Measure>, baseline: Sampled<Measure>): Row[] {
  const places = new Map(baseline.cells.map((cell, at) => [keyOf(cell), at]));
  const rows: Row[] = policy.cells.flatMap((cell, at) => {
    const before = places.get(keyOf(cell)) ?? null;
    places.delete(keyOf(cell));
    return difference(policy, at, baseline, before, cell);
  });
  // Cells that only the baseline has, such as those of a service that the policy closes for good.
  const gone = [...places.values()].flatMap((at) => difference(policy, null, baseline, at, baseline.cells[at]!));
  return [...rows, ...gone];
}

function difference(
  policy: Sampled<Measure>,
  after: number | null,
  baseline: Sampled<Measure>,
  before: number | null,
  cell: Cell,
): Row[] {
  const { of } = policy;
  const isNothing = (sampled: Sampled<Measure>, at: number | null) => at === null || isEmpty(sampled, at);
  if (of.isSparse && isNothing(policy, after) && isNothing(baseline, before)) return [];
  const estimate =
    of.estimator === 'ratio'
      ? ratioDifference(
          [above(policy, after), below(policy, after)],
          [above(baseline, before), below(baseline, before)],
        )
      : pairedDifference(above(policy, after), above(baseline, before));
  return [{ measure: of.id, cell, ...estimate }];
}

function estimateOf(sampled: Sampled<Measure>, at: number): Estimate {
  return sampled.of.estimator === 'ratio'
    ? ratioEstimate(above(sampled, at), below(sampled, at))
    : meanEstimate(above(sampled, at));
}

/** Values of a cell by replication (above the line of a ratio); what an absent cell counts as where there is none. */
export function above({ of, values }: Sampled<Measure>, at: number | null): number[] {
  return values.map((run) => (at === null ? (of.estimator === 'ratio' ? 0 : of.absent) : run[at]!));
}

/** What stands below the line of a ratio, by replication. */
export function below({ cells, values }: Sampled<Measure>, at: number | null): number[] {
  return values.map((run) => (at === null ? 0 : run[cells.length + at]!));
}

function isEmpty(sampled: Sampled<Measure>, at: number): boolean {
  const held = sampled.of.estimator === 'ratio' ? below(sampled, at) : above(sampled, at);
  return held.every((value) => value === 0 || Number.isNaN(value));
}

/** A cell as a text to be looked up by. */
export function keyOf(cell: Cell): string {
  return Object.values(cell).join(' ');
}
