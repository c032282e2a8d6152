/** One replication of all worlds: they advance in lock-step by week, their logs are folded, and only cells are left. */
import { advance, begin, Census, end, type SeedWords, type Tally } from '../sim/index.js';
import { Folding, type Setting } from './folding.js';
import { WEEK } from './window.js';

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
    readonly ledger: Ledger;
  }[];
  /** For each policy world, the result of each comparison, in the order of their ids. */
  readonly comparisons: readonly (readonly Float64Array[])[];
}

/**
 * Runs one replication of all worlds, each of which may take so many bytes.
 * Throws an InvariantError when the engine finds a fault or an account does not close.
 */
export function replicate(setting: Setting, seed: SeedWords, replication: number, bytes?: number): Replication {
  const folding = new Folding(setting);
  const worlds = setting.views.map(({ world }) => world);
  const chance = { seed, replication };
  const census = new Census(worlds[0]!, chance);
  const states = worlds.map((world, at) => begin(world, chance, folding.readers[at]!, census, bytes));
  const last = Math.max(...worlds.map(({ horizon }) => horizon));
  for (let week = WEEK; week < last + WEEK; week += WEEK)
    states.forEach((state, at) => {
      advance(state, Math.min(week, worlds[at]!.horizon));
    });
  const tallies = states.map((state) => end(state));
  const { worlds: said, comparisons } = folding.finish();
  return {
    worlds: tallies.map(({ events, opened, closed, inside, declined, gridlocks }, at) => ({
      ...said[at]!,
      ledger: { events, opened, closed, inside, declined, gridlocks },
    })),
    comparisons,
  };
}
