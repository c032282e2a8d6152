/** Services of which more is asked than they have, by simple arithmetic: their lines grow for as long as a run lasts. */
import type { World } from '../sim/index.js';
import { offeredLoads } from './offered-load.js';

/** A service whose line does not settle. */
export interface Overload {
  readonly service: string;
  /** What those ask who surely come, and wait until they are served, over the units on duty: 1 or more. */
  readonly share: number;
  /** False where others come besides: it is that share at least. */
  readonly exact: boolean;
}

/** Services that are overloaded at some time of a run, each at its worst; those who may give up are left out. */
export function overloadsOf(world: World): Overload[] {
  const worst = new Map<string, Overload>();
  for (const { tables } of world.epochs) {
    const loads = offeredLoads(world, tables);
    for (const [at, { name, capacity }] of tables.services.entries()) {
      const { units = 0, staying = 0, exact: isKnown = true } = loads[at] ?? {};
      const exact = isKnown && staying >= units - 1e-9;
      const share = staying / (capacity.reduce((sum, units) => sum + units, 0) / capacity.length);
      if (share >= 1 && Number.isFinite(share) && share > (worst.get(name)?.share ?? 0))
        worst.set(name, { service: name, share, exact });
    }
  }
  return [...worst.values()];
}
