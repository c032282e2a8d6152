/**
 * Several areas in one world. The oracle, which knows areas from the description alone, tells the same story of random
 * worlds in one to three areas; one area is the same bytes as the world alone; and areas that share nothing do not see
 * each other.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownName, seedWords, type World } from '../../src/sim/index.js';
import { withAmpleServices, withNullPolicy } from '../properties/edits.js';
import { type AreaSpec, followedByPerson, joinedWorld, reroutedBy } from '../support/joined-worlds.js';
import { difference, type Told, tellByEngine, tellByOracle } from '../support/oracle/compare.js';
import { Coverage, type Story, TooLong } from '../support/oracle/index.js';
import { SERVICES } from '../support/random-times.js';
import { randomWorld } from '../support/random-world.js';
import { expectFound } from '../support/verification/told.js';
import { buildWorld, type WorldSpec } from '../support/worlds.js';

const chanceOf = (replication: number) => ({ seed: seedWords('areas'), replication });
const NORTH = { area: 'north', population: 6 };
const SOUTH = { area: 'south', population: 4, times: 2 };
const EAST = { area: 'east', population: 7, times: 0.5 };

const randomAreas = fc.constantFrom<readonly AreaSpec[]>([NORTH], [NORTH, SOUTH], [SOUTH, EAST, NORTH]);
const replication = fc.nat({ max: 999 });

it('engine and oracle tell the same story of worlds in areas, with and without services in common', {
  timeout: 600_000,
}, () => {
  const coverage = new Coverage();
  const property = fc.property(
    randomWorld,
    randomAreas,
    fc.subarray([...SERVICES]),
    fc.constantFrom(undefined, 0.5),
    replication,
    (spec, areas, shared, followers, number) => {
      const joined = joinedWorld(spec, areas, shared);
      const world = followers === undefined ? joined : followedByPerson(joined, followers);
      const expected = toldShortly(() => tellByOracle(world, chanceOf(number), coverage));
      if (expected === null) return void fc.pre(false);
      coverage.note(`areas: ${areas.length}, ${shared.length > 0 ? 'sharing' : 'apart'}`);
      expect(difference(expected, tellByEngine(world, chanceOf(number)))).toBe(null);
    },
  );
  fc.assert(property, { seed: 2026, numRuns: 70 });
  const needed = [
    ...[1, 2, 3].flatMap((count) => [`areas: ${count}, sharing`, `areas: ${count}, apart`]),
    ...['person', 'passer-by'].flatMap((who) => [`reroute: by ${who}, follows`, `reroute: by ${who}, does not`]),
  ];
  expect(needed.filter((name) => !coverage.counts.has(name))).toEqual([]);
  const told = [...coverage.counts].reduce((sum, [name, count]) => sum + (name.startsWith('areas: ') ? count : 0), 0);
  expectFound(
    'Several areas are as many worlds, which meet at what they share',
    `${told} worlds in areas told alike by both engines; 40 worlds for each of the other three claims`,
  );
});

it('one area by itself is the world alone, but for the names of its arrivals', { timeout: 120_000 }, () => {
  const property = fc.property(randomWorld, replication, (written, number) => {
    const spec = { ...written, gridlock: 'decline' as const };
    const alone = buildWorld(spec);
    const joined = joinedWorld(spec, [{ area: alone.area.name, population: alone.area.population }]);
    // Arrivals have no area in their keys but the one in their names.
    const named: World = {
      ...alone,
      epochs: alone.epochs.map(({ from, tables }, epoch) => {
        const names = joined.epochs[epoch]?.tables.arrivals.map(({ name }) => name) ?? [];
        const arrivals = tables.arrivals.map((stream, at) => ({ ...stream, name: names[at] ?? '' }));
        return { from, tables: { ...tables, arrivals } };
      }),
    };
    expect(tellByEngine(joined, chanceOf(number))).toEqual(tellByEngine(named, chanceOf(number)));
  });
  fc.assert(property, { seed: 2026, numRuns: 40 });
});

it('an area that shares nothing with the others changes nobody in them', { timeout: 120_000 }, () => {
  const property = fc.property(randomWorld, replication, (spec, number) => {
    const wide = { ...spec, gridlock: 'decline' as const };
    const tell = (areas: readonly AreaSpec[]) => storiesByArea(joinedWorld(wide, areas), number);
    const together = tell([EAST, NORTH, SOUTH]);
    for (const one of [NORTH, SOUTH]) {
      const alone = tell([one]);
      if ('fault' in alone || 'fault' in together) return void fc.pre(false);
      expect(together[one.area]).toEqual(alone[one.area]);
    }
  });
  fc.assert(property, { seed: 2026, numRuns: 40 });
});

it('a policy of one area changes nobody in another, unless they meet at a service that can run short', {
  timeout: 120_000,
}, () => {
  let changed = 0;
  const property = fc.property(randomWorld, fc.boolean(), replication, (spec, isShared, number) => {
    // Shared services are ample, so that whoever is sent elsewhere takes nothing from anybody.
    const town = withNullPolicy({ ...(isShared ? withAmpleServices(spec) : spec), gridlock: 'decline' });
    const tell = (share: number) => {
      const adopting = { ...NORTH, edit: (world: World) => reroutedBy('null', share, world) };
      return storiesByArea(joinedWorld(town, [adopting, SOUTH], isShared ? SERVICES : []), number);
    };
    const [before, after] = [tell(0), tell(0.5)];
    if ('fault' in before || 'fault' in after) return void fc.pre(false);
    expect(after.south).toEqual(before.south);
    if (JSON.stringify(after.north) !== JSON.stringify(before.north)) changed += 1;
  });
  fc.assert(property, { seed: 2026, numRuns: 40 });
  expect(changed).toBeGreaterThan(20);
});

it('a policy of one area reaches another through a service that they share', () => {
  const town: WorldSpec = {
    horizon: 200,
    population: 0,
    services: { desk: 1 },
    pathways: { visit: { see: { seize: 'desk', for: { kind: 'exponential', mean: 1.6 }, then: '=done' } } },
    arrivals: { calls: { every: { kind: 'exponential', mean: 4 }, to: 'visit.see' } },
  };
  const tell = (share: number) => {
    const adopting = { ...NORTH, edit: (world: World) => reroutedBy('null', share, world) };
    return storiesByArea(joinedWorld(withNullPolicy(town), [adopting, SOUTH], ['desk']), 1);
  };
  expect(tell(0.5).south).not.toEqual(tell(0).south);
  expect(tell(0).south).toEqual(tell(0).south);
});

/** What happened in each area, under names that every area has, in an order that does not know the other areas. */
function storiesByArea(world: World, number: number): Record<string, unknown> {
  const told = tellByEngine(world, chanceOf(number));
  if (told.fault !== null) return { fault: told.fault };
  const { steps, services, needs } = world.epochs[0]?.tables ?? { steps: [], services: [], needs: [] };
  const areas = world.areas ?? [];
  const nameOf = (list: readonly { readonly name: string }[], index: number) => list[index]?.name ?? String(index);
  const firsts = areas.map((_, area) => areas.slice(0, area).reduce((sum, { population }) => sum + population, 0));
  const person = (index: number) => index - (firsts.findLast((first) => first <= index) ?? 0);
  const rows = (area: string, of: Story) => {
    const isHere = (name: string) => name.includes(`@${area}`);
    const visits = of.visits
      .map((row) => ({
        ...row,
        step: nameOf(steps, row.step),
        service: nameOf(services, row.service),
        next: nameOf(steps, row.next),
      }))
      .filter(({ step }) => isHere(step))
      .map((row) => ({
        ...row,
        need: ownName(nameOf(needs, row.need)),
        person: row.person < 0 ? row.person : person(row.person),
      }));
    const outcomes = of.outcomes
      .map((row) => ({ ...row, need: nameOf(needs, row.need), step: nameOf(steps, row.step) }))
      .filter(({ step, need }) => isHere(step) || isHere(need))
      .map((row) => ({ ...row, person: row.person < 0 ? row.person : person(row.person) }));
    const levels = of.levels
      .map((row) => ({ ...row, service: nameOf(services, row.service) }))
      .filter(({ service }) => isHere(service));
    return [visits, outcomes, levels].map((list) => list.map((row) => JSON.stringify(row)).sort());
  };
  const { story } = told;
  return Object.fromEntries(areas.map(({ name }) => [name, rows(name, story)]));
}

function toldShortly(tell: () => Told): Told | null {
  try {
    return tell();
  } catch (error) {
    if (error instanceof TooLong) return null;
    throw error;
  }
}
