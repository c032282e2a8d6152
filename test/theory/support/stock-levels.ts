/** Worlds that start from a stock: what state each replication begins in, and what is in use and in line, hour by hour. */
import type { World } from '../../../src/sim/index.js';
import type { Share } from './chain.js';
import { listen } from './read-run.js';

/** The state at each replication's start: a law cut into so many equal parts, one for each. */
export function spread<State>(law: readonly Share<State>[], replications: number): State[] {
  const whole = law.reduce((sum, { share }) => sum + share, 0);
  return Array.from({ length: replications }, (_, replication) => {
    let left = ((replication + 0.5) / replications) * whole;
    const found = law.find(({ share }) => {
      left -= share;
      return left <= 0;
    });
    return found!.state;
  });
}

/** Levels of each replication: units in use and people waiting, by service and hour, averaged over the hour. */
export function levelsOf(world: World, seed: string, replications: number) {
  return Array.from({ length: replications }, (_, replication) => {
    const inUse: number[][] = world.epochs[0]!.tables.services.map(() => []);
    const waiting: number[][] = inUse.map(() => []);
    listen(world, seed, replication, {
      levels: (log) => {
        for (let row = 0; row < log.count; row++) {
          inUse[log.service[row]!]![log.hour[row]!] = log.inUse[row]! / 3600;
          waiting[log.service[row]!]![log.hour[row]!] = log.waiting[row]! / 3600;
        }
      },
    });
    return { inUse, waiting };
  });
}
