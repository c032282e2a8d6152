/** What people request and do not get once units are added to a service, against the same world without them. */
import { comparisons } from './comparisons/index.js';
import { meanEstimate } from './estimate.js';
import { settingOf } from './folding.js';
import { runReplications } from './pool.js';
import { type Asked, type Responding, shareOf } from './respond.js';
import type { Cell, Estimate } from './results.js';

/** Change in hours requested and not served, with so many units more than in the scenario; everybody's, twin by twin. */
export interface UnmetWith {
  readonly added: number;
  /** Of the service that they are added to [unit hours a week]. */
  readonly here: Estimate;
  /** Of the staff of each agency [staff hours a week]. */
  readonly agencies: readonly { readonly agency: string; readonly change: Estimate }[];
}

/** Runs the twins; null when the signal stopped the work. Throws the fault of the first replication that has one. */
export async function unmetWith(
  member: Asked,
  service: string,
  withUnits: { readonly added: number; readonly world: Asked['world'] },
  work: Responding,
): Promise<UnmetWith | null> {
  const { added, world } = withUnits;
  const members = [member, { world, dictionary: member.dictionary }];
  const { from, to, workers, onProgress, signal } = work;
  const replications = await runReplications(shareOf(members, work), {
    first: from,
    replications: to,
    workers,
    onProgress,
    signal,
  });
  if (replications.length < to - from) return null;
  const [pair] = settingOf(members).pairs;
  /** A comparison's cells, each with its mean over replications. */
  const estimates = (id: string) => {
    const place = comparisons.findIndex((comparison) => comparison.id === id);
    return comparisons[place]!.cells(pair!).map((cell: Cell, at) => ({
      cell,
      change: meanEstimate(replications.map((one) => one.comparisons[0]![place]![at]!)),
    }));
  };
  const here = estimates('demand-ledger').find(
    ({ cell }) => cell.service === service && cell.who === 'everybody' && cell.line === 'unmet',
  );
  return {
    added,
    here: here!.change,
    agencies: estimates('unmet-hours').map(({ cell, change }) => ({ agency: cell.agency!, change })),
  };
}
