import { type Condition, NONE, type Step, type World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import { isIn, isSaidClearly } from '../compile/sharing.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import { entriesOf, graphOf, reachedFrom } from './graph.js';
import { pathOf } from './paths.js';

/** Steps that somebody of an area comes to, and that name a service which the area does not have. */
export function checkPresence(world: World, draft: ScenarioDraft, compiling: Compiling): void {
  const { area, names } = compiling;
  const absent = new Set(
    Object.entries(draft.services ?? {}).flatMap(([name, service]) =>
      isIn(service, area) || !isSaidClearly(service, compiling) ? [] : [names.services.find(name) ?? NONE],
    ),
  );
  if (absent.size === 0) return;
  const reached = reachedFrom(entriesOf(world), graphOf(world));
  for (const { tables } of world.epochs) {
    tables.steps.forEach((step, index) => {
      if (!reached.has(index)) return;
      const lacking = servicesNamed(step).find((service) => absent.has(service));
      if (lacking === undefined) return;
      const service = names.services.at(lacking);
      compiling.list.atKey(compiling.tree, pathOf(step.name), {
        message: `People of the area \`${area}\` come to \`${step.name}\`, which names the service \`${service}\`; that area has none.`,
        expected: `a service that \`${area}\` has, or a way round the step in that area`,
        next: `Add \`${area}\` to the areas of \`services.${service}\`, or lead its people elsewhere with \`set\` under \`areas\`.`,
      });
    });
  }
}

/** Services that a step seeks, gives back or asks about. */
function servicesNamed(step: Step): number[] {
  switch (step.verb) {
    case 'seize':
      return [...step.services, ...step.relieves];
    case 'release':
      return [...step.services];
    case 'branch':
      return step.cases.flatMap(({ when }) => askedOf(when));
    default:
      return [];
  }
}

function askedOf({ full = [], closed = [], engaged = [], queue = [], not }: Condition): number[] {
  return [
    ...full,
    ...closed,
    ...engaged,
    ...queue.map(({ service }) => service),
    ...(not === undefined ? [] : askedOf(not)),
  ];
}
