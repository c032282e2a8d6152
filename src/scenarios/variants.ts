/**
 * Variants of a compiled world: more units of one service, or more demand. Each is the world that an edit would have made
 * (`set` of a capacity, `scale` of rates), without reading any file again, so that a search may try hundreds.
 */
import { type Arrivals, ownName, type Tables, type WeekPattern, type World } from '../sim/index.js';
import { scaleDistribution } from './editing/blend.js';

/**
 * The same world with so many more units of a service (Infinity: ample; of several areas, in each) in every hour in which somebody is on duty, or
 * in the hours given. Services without limit stay so.
 */
export function withUnits(world: World, service: string, added: number, hours: WeekPattern | null): World {
  return withTables(world, (tables) => ({
    ...tables,
    services: tables.services.map((one) =>
      one.name === service || ownName(one.name) === service
        ? {
            ...one,
            capacity: one.capacity.map((units, hour) =>
              (hours === null ? units > 0 : hours[hour] === 1) ? units + added : units,
            ),
          }
        : one,
    ),
  }));
}

/**
 * The same world with demand multiplied: the rates of arrivals and of onsets, or of those named. Streams that renew come
 * in shorter intervals; closed networks hold more people. What people bring about later (clocks, parallel contacts, stock)
 * follows from them and is not multiplied.
 */
export function withLoad(world: World, factor: number, names: readonly string[] | null): World {
  const isScaled = (name: string) => names === null || names.includes(name) || names.includes(ownName(name));
  return withTables(world, (tables) => ({
    ...tables,
    needs: tables.needs.map((need) => (isScaled(need.name) ? { ...need, rate: need.rate * factor } : need)),
    arrivals: tables.arrivals.map((stream) => (isScaled(stream.name) ? scaled(stream, factor) : stream)),
  }));
}

/** Names of all streams of demand of a world: needs, then arrivals. */
export function streamsOf(world: World): string[] {
  const { needs = [], arrivals = [] } = world.epochs[0]?.tables ?? {};
  return [...needs, ...arrivals].map(({ name }) => name);
}

function scaled(stream: Arrivals, factor: number): Arrivals {
  switch (stream.kind) {
    case 'poisson':
      return { ...stream, rate: stream.rate * factor };
    case 'renewal':
      return { ...stream, interval: scaleDistribution(stream.interval, 1 / factor) };
    case 'people':
      return { ...stream, count: Math.round(stream.count * factor) };
  }
}

function withTables(world: World, change: (tables: Tables) => Tables): World {
  return { ...world, epochs: world.epochs.map(({ from, tables }) => ({ from, tables: change(tables) })) };
}
