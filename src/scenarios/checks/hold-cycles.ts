import type { World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import type { Fault } from '../problems.js';
import { pathOf } from './paths.js';

/** Somebody may hold one service while waiting for another, without end, at a step. */
interface Wait {
  readonly holds: number;
  readonly waitsFor: number;
  readonly step: string;
  readonly hasIfFull: boolean;
}

/**
 * Reports rings of services whose holders may wait for each other. Such a ring is only a possibility: the run finds real
 * ones. So it is a warning where the scenario says what to do about gridlock, and a Problem where it does not.
 */
export function checkHoldCycles(
  world: World,
  held: readonly (ReadonlySet<number> | null)[],
  gridlockStated: boolean,
  compiling: Compiling,
): void {
  const waits = waitsOf(world, held);
  const told = new Set<number>();
  for (const service of new Set(waits.map((wait) => wait.holds))) {
    if (told.has(service)) continue;
    const ring = ringThrough(service, waits);
    if (ring === null) continue;
    for (const wait of ring) told.add(wait.holds);
    tell(ring, world, gridlockStated, compiling);
  }
}

function waitsOf(world: World, held: readonly (ReadonlySet<number> | null)[]): Wait[] {
  return world.epochs.flatMap(({ tables }) =>
    tables.steps.flatMap((step, index) => {
      const before = held[index];
      if (step.verb !== 'seize' || step.patience !== null || before === null || before === undefined) return [];
      return step.services.flatMap((waitsFor, nth) => {
        const service = tables.services[waitsFor];
        if (service === undefined || service.room === 0 || Math.min(...service.capacity) === Number.POSITIVE_INFINITY)
          return [];
        const own = step.mode === 'hold-first' ? step.services.slice(0, nth) : [];
        return [...before, ...own].map((holds) => ({ holds, waitsFor, step: step.name, hasIfFull: step.ifFull >= 0 }));
      });
    }),
  );
}

/** The shortest ring of waits that begins and ends with a service, or null. */
function ringThrough(service: number, waits: readonly Wait[]): Wait[] | null {
  const ways = new Map<number, Wait[]>();
  let edge: { at: number; way: Wait[] }[] = [{ at: service, way: [] }];
  while (edge.length > 0) {
    const next: { at: number; way: Wait[] }[] = [];
    for (const { at, way } of edge) {
      for (const wait of waits.filter((each) => each.holds === at)) {
        const longer = [...way, wait];
        if (wait.waitsFor === service) return longer;
        if (ways.has(wait.waitsFor)) continue;
        ways.set(wait.waitsFor, longer);
        next.push({ at: wait.waitsFor, way: longer });
      }
    }
    edge = next;
  }
  return null;
}

function tell(ring: readonly Wait[], world: World, gridlockStated: boolean, compiling: Compiling): void {
  const names = compiling.names.services;
  const steps = [...new Set(ring.map((wait) => wait.step))];
  const lacking = world.gridlock === 'decline' && !ring.some((wait) => wait.hasIfFull);
  const fault: Fault = {
    message:
      ring.length === 1
        ? 'People who hold this service may wait for more of it, each for the other.'
        : 'People who hold one of these services may wait for the next, in a ring: such a gridlock never resolves by itself.',
    found: `${[...ring.map((wait) => names.at(wait.holds)), names.at(ring[0]?.holds ?? -1)].join(' → ')} (at ${steps.join(', ')})`,
    expected: gridlockStated
      ? 'nothing else: this is for your information'
      : '`gridlock: fail` or `gridlock: decline`, so that it is known what to do about it',
    next: lacking
      ? 'Give one of these steps an `if-full`, where those go who are declined to break it.'
      : gridlockStated
        ? 'See how many gridlocks a run counts.'
        : 'Write `gridlock: …` in the scenario, or give one of these steps patience or `relieves`.',
  };
  const path = pathOf(steps[0] ?? '');
  if (gridlockStated) compiling.list.warn(compiling.tree, path, fault);
  else compiling.list.atKey(compiling.tree, path, fault);
}
