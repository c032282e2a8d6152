import { NONE, type SeizeStep, type Service, type World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import { pathOf } from './paths.js';

/**
 * Checks that those who may lose their place have somewhere to go, and that somebody could ever take it.
 * @param base the world without its policies, or null: what makes sense in one of the two may stand idle in the other.
 */
export function checkPreemption(world: World, base: World | null, compiling: Compiling): void {
  const losing = losingSteps(base === null ? [world] : [world, base]);
  for (const { tables } of world.epochs) {
    for (const step of tables.steps) {
      if (step.verb !== 'seize') continue;
      const rerouting = reroutingAt(step, tables.services);
      if (rerouting !== undefined && step.ifPreempted === NONE) {
        compiling.problem([...pathOf(step.name), 'if-pre-empted'], {
          message: `At \`${rerouting.name}\` somebody being served may have to make room for somebody more urgent, but nothing says where they go then.`,
          expected: '`if-pre-empted: …` with a step or an outcome',
          next: 'Write `if-pre-empted: …` here, or another `pre-emption` on the service: `resume` or `restart`.',
        });
      }
      if (step.ifPreempted !== NONE && !losing.has(step.name)) {
        compiling.problem([...pathOf(step.name), 'if-pre-empted'], {
          message: 'Nobody can lose their place here, so `if-pre-empted` would never be used.',
          found: step.length === null ? 'a step without service time' : 'services that do not pre-empt by `reroute`',
          expected: 'a service with `pre-emption: reroute`',
          next: 'Write `pre-emption: reroute` on the service, or take `if-pre-empted` out.',
        });
      }
    }
  }
  compiling.names.services.list.forEach((_, service) => {
    const doesPreempt = world.epochs.some(({ tables }) => (tables.services[service]?.preemption ?? 'none') !== 'none');
    if (doesPreempt && !hasUrgency(world, service)) warnPointless(service, compiling);
  });
}

/** Names of the steps from whose service somebody may be sent away, on any date in any of these worlds. */
function losingSteps(worlds: readonly World[]): ReadonlySet<string> {
  const losing = new Set<string>();
  for (const { tables } of worlds.flatMap((world) => world.epochs)) {
    for (const step of tables.steps) {
      if (step.verb === 'seize' && reroutingAt(step, tables.services) !== undefined) losing.add(step.name);
    }
  }
  return losing;
}

/** The service that may send somebody away while they are served at a step. */
function reroutingAt(step: SeizeStep, services: readonly Service[]): Service | undefined {
  if (step.length === null) return undefined;
  return step.services.map((service) => services[service]).find((service) => service?.preemption === 'reroute');
}

/** True when somebody may come to a service with a better class than somebody who is being served there. */
function hasUrgency(world: World, service: number): boolean {
  let best = Number.POSITIVE_INFINITY;
  let worstServed = Number.NEGATIVE_INFINITY;
  for (const { tables } of world.epochs) {
    for (const step of tables.steps) {
      if (step.verb !== 'seize' || !step.services.includes(service)) continue;
      const classes = [...step.priority, ...(step.retriage?.priority ?? [])];
      best = Math.min(best, ...classes);
      if (step.length !== null) worstServed = Math.max(worstServed, ...classes);
    }
  }
  return best < worstServed;
}

function warnPointless(service: number, compiling: Compiling): void {
  const { list, tree, names } = compiling;
  const name = names.services.at(service);
  list.warn(tree, ['services', name, 'pre-emption'], {
    message: `Nobody ever makes room at \`${name}\`: no step brings somebody there with a better priority class than somebody served there.`,
    expected: 'steps that seek it with different `priority`',
    next: 'Write `priority: …` on the steps that seek it (0 goes first), or take `pre-emption` out.',
  });
}
