/** Small worlds in several areas: the same world again and again, each time with other people, joined to one. */
import { type Joining, joinAreas } from '../../src/scenarios/compile/join.js';
import type { Step, World } from '../../src/sim/index.js';
import { buildWorld, type WorldSpec } from './worlds.js';

/** What one area of a joined world is like. */
export interface AreaSpec {
  readonly area: string;
  readonly population: number;
  /** Its onsets and arrivals are so many times those of the description. */
  readonly times?: number;
  /** What is different there besides, in tables of the same shape. */
  readonly edit?: (world: World) => World;
}

/** One world of several areas, which share the services named and have the others each for themselves. */
export function joinedWorld(spec: WorldSpec, areas: readonly AreaSpec[], shared: readonly string[] = []): World {
  return joinAreas(
    areas.map(
      ({ area, population, times = 1, edit = (world) => world }): Joining => ({
        area,
        world: edit(inArea(buildWorld(spec), area, population, times)),
        belongs: (service) => (shared.includes(service) ? 'shared' : 'own'),
      }),
    ),
  );
}

function inArea(world: World, name: string, population: number, times: number): World {
  return {
    ...world,
    area: { name, population },
    // Who is there at the start has to be among the people.
    stock: world.stock.map((stock) =>
      stock.persons && population < world.area.population ? { ...stock, count: 0 } : stock,
    ),
    epochs: world.epochs.map(({ from, tables }) => ({
      from,
      tables: {
        ...tables,
        needs: tables.needs.map((need) => ({ ...need, rate: need.rate * times })),
        arrivals: tables.arrivals.map((stream) =>
          stream.kind === 'poisson' ? { ...stream, rate: stream.rate * times } : stream,
        ),
      },
    })),
  };
}

/** The world with every reroute of a policy taking such a share. */
export function reroutedBy(policy: string, share: number, world: World): World {
  const rerouted = (step: Step): Step => ({
    ...step,
    reroutes: step.reroutes.map((one) => (one.policy === policy ? { ...one, share: one.share.map(() => share) } : one)),
  });
  return {
    ...world,
    epochs: world.epochs.map(({ from, tables }) => ({
      from,
      tables: { ...tables, steps: tables.steps.map(rerouted) },
    })),
  };
}

/** The world with every reroute followed by a share of people only, each of them always or never. */
export function followedByPerson(world: World, followers: number): World {
  const followed = (step: Step): Step => ({ ...step, reroutes: step.reroutes.map((one) => ({ ...one, followers })) });
  return {
    ...world,
    epochs: world.epochs.map(({ from, tables }) => ({
      from,
      tables: { ...tables, steps: tables.steps.map(followed) },
    })),
  };
}
