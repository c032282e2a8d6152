import { ownName, type World } from '../sim/index.js';
import { nearest } from './nearest.js';
import type { Problem } from './problems.js';

/**
 * The same world with services that never run short: without limit of units at every hour at which they have any. Hours
 * of closing stay closed, since opening hours are no scarcity of staff.
 */
export function ampleWorld(world: World, services: readonly string[]): World {
  const isAmple = new Set(services);
  return {
    ...world,
    epochs: world.epochs.map(({ from, tables }) => ({
      from,
      tables: {
        ...tables,
        services: tables.services.map((service) =>
          isAmple.has(service.name) || isAmple.has(ownName(service.name))
            ? { ...service, capacity: service.capacity.map((units) => (units > 0 ? Number.POSITIVE_INFINITY : 0)) }
            : service,
        ),
      },
    })),
  };
}

/** A problem for each name that is no service of some worlds. */
export function unknownServices(names: readonly string[], worlds: readonly World[], option: string): Problem[] {
  const known = [
    ...new Set(
      worlds.flatMap((world) => world.epochs[0]!.tables.services.flatMap(({ name }) => [name, ownName(name)])),
    ),
  ];
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      file: option,
      line: 1,
      column: 1,
      path: name,
      message: `There is no service \`${name}\` in these scenarios.`,
      found: name,
      expected: `one of: ${known.join(', ')}`,
      nearest: nearest(name, known),
      isPlaceless: true,
      next: 'Name services by their ids, or give none to make all of them ample.',
    }));
}
