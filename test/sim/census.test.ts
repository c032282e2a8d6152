/** Whom a census finds, against everybody looked at one by one, without bounds or batches. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Census } from '../../src/sim/census.js';
import { Crowd, crowdOfThread } from '../../src/sim/crowd.js';
import { quantile } from '../../src/sim/distributions.js';
import type { DistributionSpec, World } from '../../src/sim/index.js';
import { plainKernel } from '../../src/sim/kernel.js';
import { Warp } from '../../src/sim/rates.js';
import { type AreaSpec, joinedWorld } from '../support/joined-worlds.js';
import { bare, type Chance, drawAt, keyOf, unitExponential } from '../support/oracle/chance.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import { buildWorld, type StockSpec, type WorldSpec } from '../support/worlds.js';

const HORIZON = 150;
const CALENDAR = [0.5, 1.5, 1, 1].flatMap((value) => new Array<number>(6).fill(value));
const STRIPS = 3;

const frailty = fc.constantFrom<DistributionSpec | undefined>(
  undefined,
  { kind: 'lognormal', mu: -1.6, sigma: 1.8 },
  { kind: 'gamma', mean: 1, shape: 0.3 },
  { kind: 'empirical', values: [0, 0.25, 3], shares: [0.2, 0.5, 0.3] },
  { kind: 'deterministic', value: 0 },
);

interface Town {
  readonly spec: WorldSpec;
  readonly areas: readonly AreaSpec[];
}

const town: fc.Arbitrary<Town> = fc
  .record({
    frailty,
    unitRates: fc.tuple(fc.constantFrom(0.0001, 0.003, 0.05), fc.constantFrom(0.0001, 0.02)),
    load: fc.constantFrom(0, 1e-4, 0.02, 1, 1e6),
    counts: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 3 }),
    population: fc.constantFrom(1, 30, 100, 1024, 1500, 2100),
    other: fc.option(fc.constantFrom(1, 1023, 2100), { nil: undefined }),
  })
  .map(({ frailty: of, unitRates, load, counts, population, other }) => {
    const stock = Object.fromEntries(
      counts.map((count, at): [string, StockSpec] => [
        `s${at}`,
        { count: Math.min(count, population), step: 'p.stay', phase: 'serving', load: load * (at + 1) },
      ]),
    );
    const need = (unitRate: number) => ({
      unitRate,
      rate: unitRate,
      calendar: CALENDAR,
      channels: { call: { weight: 1, to: 'p.stay' } },
    });
    const spec: WorldSpec = {
      horizon: HORIZON,
      population,
      ...(of !== undefined && { frailty: of }),
      channels: ['call'],
      services: { bed: 1000 },
      pathways: { p: { stay: { seize: 'bed', for: 12 }, out: { leave: 'done' } } },
      needs: { one: need(unitRates[0]), two: need(unitRates[1]) },
      stock,
    };
    const areas = [{ area: 'north', population }, ...(other ? [{ area: 'south', population: other }] : [])];
    return { spec, areas };
  });

const worldOf = ({ spec, areas }: Town): World => (areas.length === 1 ? buildWorld(spec) : joinedWorld(spec, areas));

/** Everybody, as numbered through all areas: their area, their number in it, and their frailty. */
function everybody(world: World, chance: Chance) {
  return (world.areas ?? [world.area]).flatMap(({ name, population }, area) =>
    Array.from({ length: population }, (_, number) => {
      const u = drawAt(chance, keyOf('person', name, number), 'frailty', 0);
      return { area, name, number, frailty: world.frailty === null ? 1 : quantile(world.frailty, u) };
    }),
  );
}

/** The clock hour of the first point: where the first gap of a window ends in it and before the horizon; −1 without one. */
function firstHour(world: World, chance: Chance, need: number, strip: number, person: ReturnType<typeof everybody>[0]) {
  const { name, unitRate, calendar } = world.epochs[0]!.tables.needs[need]!;
  const density = unitRate * (strip === 0 ? 1 : 2 ** (strip - 1));
  const warp = new Warp(calendar, HORIZON);
  const end = warp.horizon;
  for (let window = 0; window / density <= end; window++) {
    const key = keyOf('onset', person.name, person.number, bare(name), strip, window);
    const gap = unitExponential(drawAt(chance, key, 'gap', 0)) / (density * person.frailty);
    if (gap <= Math.min((window + 1) / density, end) - window / density)
      return Math.floor(warp.unwarp(window / density + gap));
  }
  return -1;
}

const ascending = (one: number, other: number) => one - other;
const crowds = [crowdOfThread(), new Crowd(plainKernel())];

it('those with a point before the horizon, by the hour of the first, and their frailty', () => {
  let found = 0;
  const property = fc.property(town, fc.nat({ max: 99 }), (of, replication) => {
    const world = worldOf(of);
    const chance = { ...SOME_CHANCE, replication };
    const people = everybody(world, chance);
    const { needs } = world.epochs[0]!.tables;
    const censuses = crowds.map((crowd) => new Census(world, chance, crowd));
    for (const [need, table] of needs.entries()) {
      for (let strip = 0; strip < STRIPS; strip++) {
        const firsts = people.map((person) =>
          person.area === (table.area ?? 0) ? firstHour(world, chance, need, strip, person) : -1,
        );
        const within = (hour: number) => firsts.flatMap((first, index) => (first === hour ? [index] : []));
        const byHour = Array.from({ length: HORIZON + 1 }, (_, hour) => within(hour));
        const expected = byHour.flat();
        for (const census of censuses) {
          const { persons, frailties, hours } = census.withPoints(table, strip, HORIZON);
          expect(byHour.flatMap((_, hour) => [...persons.slice(hours[hour], hours[hour + 1])].sort(ascending))).toEqual(
            expected,
          );
          expect(byHour.map((_, hour) => hours[hour + 1]! - hours[hour]!)).toEqual(byHour.map(({ length }) => length));
          expect([...frailties]).toEqual([...persons].map((index) => people[index]!.frailty));
        }
        found += expected.length;
      }
    }
  });
  fc.assert(property, { seed: 2026, numRuns: 25 });
  expect(found).toBeGreaterThan(10_000);
});

it('those of each stock: the lowest E(1 + r)/r of those whom no stock before it has', () => {
  let found = 0;
  const property = fc.property(town, fc.nat({ max: 99 }), (of, replication) => {
    const world = worldOf(of);
    const chance = { ...SOME_CHANCE, replication };
    const people = everybody(world, chance);
    const taken = new Set<number>();
    const expected = new Map<string, number[]>();
    // Names begin alike and end in a digit: so they are in order.
    for (const { name, count, load, area = 0 } of world.stock.filter((one) => one.count > 0)) {
      const scores = people.flatMap((person, index) => {
        if (person.area !== area || taken.has(index)) return [];
        const r = person.frailty * load;
        const u = drawAt(chance, keyOf('person', person.name, person.number), `stock/${bare(name)}`, 0);
        return [{ index, score: (unitExponential(u) * (1 + r)) / r }];
      });
      scores.sort((one, other) =>
        one.score < other.score ? -1 : one.score > other.score ? 1 : one.index - other.index,
      );
      const persons = scores.slice(0, count).map(({ index }) => index);
      for (const person of persons) taken.add(person);
      expected.set(name, persons);
      found += persons.length;
    }
    for (const crowd of crowds) {
      const chosen = new Census(world, chance, crowd).inStock(world.stock);
      expect(new Map([...chosen].map(([name, persons]) => [name, [...persons]]))).toEqual(expected);
    }
  });
  fc.assert(property, { seed: 2026, numRuns: 150 });
  expect(found).toBeGreaterThan(2000);
});
