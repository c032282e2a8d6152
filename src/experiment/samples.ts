/** What all replications of an experiment say, cell by cell, before any estimate is made. */
import type { Comparison } from './comparison.js';
import { comparisons } from './comparisons/index.js';
import { measuresOf, type Setting } from './folding.js';
import type { Measure } from './measure.js';
import { measures } from './measures/index.js';
import type { Ledger, Replication } from './replicate.js';
import type { Cell } from './results.js';
import type { WorldView } from './view.js';
import { weeklySeries } from './weekly/index.js';

/** The cells of a measure or comparison, and in each replication their values (of a ratio: above, then below the line). */
export interface Sampled<Kind> {
  readonly of: Kind;
  readonly cells: readonly Cell[];
  readonly values: readonly Float64Array[];
}

/** What one world says. */
export interface WorldSamples {
  readonly id: string;
  readonly population: number;
  readonly measures: ReadonlyMap<string, Sampled<Measure>>;
  /** What is followed week by week; the week is the last dimension of each cell. */
  readonly weekly: ReadonlyMap<string, Sampled<Measure>>;
  /** What it says of each other period, by the period's id. */
  readonly periods: ReadonlyMap<string, ReadonlyMap<string, Sampled<Measure>>>;
  /** What it says of each area's own people, by the area's id; none where there is one area. */
  readonly areas: ReadonlyMap<string, ReadonlyMap<string, Sampled<Measure>>>;
  /** Comparisons with the baseline; none in the baseline. */
  readonly comparisons: ReadonlyMap<string, Sampled<Comparison>>;
  readonly ledger: Ledger;
}

/** What all replications say; the first world is the baseline. */
export interface Samples {
  readonly seed: string;
  readonly replications: number;
  readonly worlds: readonly WorldSamples[];
  /** The same worlds where some services are ample; none without that question. */
  readonly ample?: readonly WorldSamples[];
}

/** Gathers replications, in order, under the names of their cells. */
export function gather(
  { views, pairs, periods, spanned, inAreas }: Setting,
  ids: readonly string[],
  seed: string,
  replications: readonly Replication[],
): Samples {
  const all = views.map((view, world): WorldSamples => {
    const runs = replications.map(({ worlds }) => worlds[world]!);
    const pair = pairs[world - 1];
    return {
      id: ids[world % ids.length]!,
      population: view.world.area.population,
      measures: sampled(
        measures,
        view,
        runs.map((run) => run.measures),
      ),
      periods: new Map(
        periods.map((period, at) => [
          period.id,
          sampled(
            measuresOf(period),
            spanned[world]![at]!,
            runs.map((run) => run.periods[at]!),
          ),
        ]),
      ),
      areas: new Map(
        (view.world.areas ?? []).map(({ name }, area) => [
          name,
          sampled(
            measures,
            inAreas[world]![area]!,
            runs.map((run) => run.areas[area]!),
          ),
        ]),
      ),
      weekly: sampled(
        weeklySeries,
        view,
        runs.map((run) => run.weekly),
      ),
      comparisons: new Map(
        (pair === undefined ? [] : comparisons).map((of, at) => {
          const values = replications.map((replication) => replication.comparisons[world - 1]![at]!);
          return [of.id, { of, cells: of.cells(pair!), values }];
        }),
      ),
      ledger: total(runs.map(({ ledger }) => ledger)),
    };
  });
  return { seed, replications: replications.length, worlds: all.slice(0, ids.length), ample: all.slice(ids.length) };
}

function sampled(
  asked: readonly Measure[],
  view: WorldView,
  runs: readonly (readonly Float64Array[])[],
): ReadonlyMap<string, Sampled<Measure>> {
  return new Map(asked.map((of, at) => [of.id, { of, cells: of.cells(view), values: runs.map((run) => run[at]!) }]));
}

function total(ledgers: readonly Ledger[]): Ledger {
  const sum = (column: keyof Ledger) => ledgers.reduce((all, ledger) => all + ledger[column], 0);
  return {
    events: sum('events'),
    opened: sum('opened'),
    closed: sum('closed'),
    inside: sum('inside'),
    declined: sum('declined'),
    gridlocks: sum('gridlocks'),
  };
}
