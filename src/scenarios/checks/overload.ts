import type { World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import { overloadsOf } from '../overload.js';

/** Warns of services of which more is asked than they have, by people who all wait until they are served. */
export function checkOverload(world: World, compiling: Compiling): void {
  for (const { service, share, exact } of overloadsOf(world)) {
    const about = exact ? 'about' : 'at least';
    compiling.list.warn(compiling.tree, ['services', service, 'capacity'], {
      message: `Demand is ${about} ${(100 * share).toPrecision(3)}% of capacity: the line at \`${service}\` grows for as long as the run lasts, so waits depend on its length.`,
      expected: 'less than 100%, or a `patience` with which people give up',
      next: 'Look at the offered load with `spillover describe`, and at the rates, times and units behind it.',
    });
  }
}
