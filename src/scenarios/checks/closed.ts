import { type Condition, NONE, type Tables, type World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import { branchAt } from '../tree.js';
import { pathOf } from './paths.js';

/**
 * Warns where people come to a service at hours when nobody is on duty, and nothing says what becomes of them: the engine
 * has them wait until it opens. Not told where the author shows that they know: by `if-closed`, by a patience, by a branch that
 * asks whether it is closed; nor where both the step and the service stand in files that come with the program.
 */
export function checkClosed({ epochs }: World, shipped: ReadonlySet<string>, compiling: Compiling): void {
  const told = new Set<string>();
  for (const { tables } of epochs) {
    const asked = servicesAskedFor(tables);
    for (const step of tables.steps) {
      if (step.verb !== 'seize' || step.ifClosed !== NONE || step.patience !== null || told.has(step.name)) continue;
      const shut = step.services.find((at) => !asked.has(at) && closedHours(tables.services[at]!.capacity) > 0);
      if (shut === undefined) continue;
      const service = compiling.names.services.at(shut);
      const places = [
        [...pathOf(step.name), 'seize'],
        ['services', service, 'capacity'],
      ];
      const files = places.flatMap((path) => branchAt(compiling.tree, path)?.at.file ?? []);
      if (files.every((file) => shipped.has(file))) continue;
      told.add(step.name);
      const hours = closedHours(tables.services[shut]!.capacity);
      compiling.list.warn(compiling.tree, [...pathOf(step.name), 'seize'], {
        message: `Nobody is on duty at \`${service}\` in ${hours} of the 168 hours of a week: those who come then wait until it opens.`,
        found: service,
        expected: '`if-closed: …` with a step or an outcome, where they would go elsewhere instead',
        next: 'Write `if-closed: …` here, or leave it, if they would indeed wait.',
      });
    }
  }
}

/** Hours of the week without anybody on duty; none for a service that is never open, which is told elsewhere. */
function closedHours(capacity: readonly number[]): number {
  const shut = capacity.filter((units) => units === 0).length;
  return shut === capacity.length ? 0 : (168 * shut) / capacity.length;
}

/** Services of which some branch asks whether they are closed. */
function servicesAskedFor({ steps }: Tables): ReadonlySet<number> {
  const named = (when: Condition | null): readonly number[] =>
    when === null ? [] : [...(when.closed ?? []), ...named(when.not ?? null)];
  return new Set(
    steps.flatMap((step) => (step.verb === 'branch' ? step.cases.flatMap(({ when }) => named(when)) : [])),
  );
}
