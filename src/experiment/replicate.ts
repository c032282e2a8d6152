/** One replication of all worlds: they advance in lock-step by week, their logs are folded, and only cells are left. */
import type { SeedWords, Tally } from '../sim/index.js';
import { Folding, type Setting } from './folding.js';
import { Following } from './following.js';
import type { PersonTrace } from './person-story.js';
import { runTogether } from './together.js';

/** Totals of a run that are summed over replications. */
export type Ledger = Pick<Tally, 'events' | 'opened' | 'closed' | 'inside' | 'declined' | 'gridlocks'>;

/** What one replication says. */
export interface Replication {
  readonly worlds: readonly {
    /** Result of each measure, in the order of their ids. */
    readonly measures: readonly Float64Array[];
    /** Result of each weekly series, in the order of their ids. */
    readonly weekly: readonly Float64Array[];
    /** Of each other period, the result of each measure that it asks for. */
    readonly periods: readonly (readonly Float64Array[])[];
    /** Of each area, the result of each measure. */
    readonly areas: readonly (readonly Float64Array[])[];
    readonly ledger: Ledger;
  }[];
  /** For each policy world, a person who is followed; of the first replication only. */
  readonly followed: readonly (PersonTrace | null)[];
  /** For each policy world, the result of each comparison, in the order of their ids. */
  readonly comparisons: readonly (readonly Float64Array[])[];
}

/**
 * Those who read the replication before, held until the next one has run, of whatever worlds. Each makes them anew, and Node drops
 * what it has compiled of a function with the last one that is left of it: it would compile some eighty functions again every time.
 */
const before: { folds: Folding['folds'] } = { folds: [] };

/**
 * Runs one replication of all worlds, each of which may take so many bytes.
 * Throws an InvariantError when the engine finds a fault or an account does not close.
 */
export function replicate(setting: Setting, seed: SeedWords, replication: number, bytes?: number): Replication {
  const folding = new Folding(setting);
  const worlds = setting.views.map(({ world }) => world);
  const following = replication === 0 && setting.pairs.length > 0 ? new Following(setting, folding.readers) : null;
  const readers = following?.readers ?? folding.readers;
  const tallies = runTogether(worlds, { seed, replication }, readers, bytes);
  const { worlds: said, comparisons } = folding.finish();
  before.folds = folding.folds;
  return {
    worlds: tallies.map(({ events, opened, closed, inside, declined, gridlocks }, at) => ({
      ...said[at]!,
      ledger: { events, opened, closed, inside, declined, gridlocks },
    })),
    followed: following?.finish() ?? [],
    comparisons,
  };
}
