/** Areas with shares of one: whole numbers that add up, what is an area's own, what is shared, and what policies change. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../src/scenarios/area-shares.js';
import { formatProblems, loadScenario } from '../../src/scenarios/index.js';
import { ownName, type Service, type World } from '../../src/sim/index.js';
import { accepted, refused, tablesOf, told, worldOf } from './support/load.js';
import { small } from './support/small.js';

const LIBRARY = fileURLToPath(new URL('../../scenarios/', import.meta.url));

test('parts of a whole number are whole, add up to it, and are less than one away from their share', () => {
  expect(partsOf(10, [0.5, 0.3, 0.2])).toEqual([5, 3, 2]);
  // 3.5, 2.1 and 1.4: the largest remainder is served first, and of equal ones the first.
  expect(partsOf(7, [0.5, 0.3, 0.2])).toEqual([4, 2, 1]);
  expect(partsOf(1, [0.5, 0.5])).toEqual([1, 0]);
  expect(partsOf(100, [0.29, 0.71])).toEqual([29, 71]);
  const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), shares, (whole, weights) => {
      const sum = weights.reduce((all, weight) => all + weight, 0);
      const parts = partsOf(
        whole,
        weights.map((weight) => weight / sum),
      );
      expect(parts.reduce((all, part) => all + part, 0)).toBe(whole);
      parts.forEach((part, at) => {
        expect(Number.isInteger(part)).toBe(true);
        expect(Math.abs(part - (whole * weights[at]!) / sum)).toBeLessThan(1);
      });
    }),
    { seed: 185, numRuns: 200 },
  );
});

/** The small scenario cut in two, with a doctor by the week, and six people in the clinic at the start. */
function cut(areas: string, more = ''): string {
  return `${small.replace('time:', `areas:${areas}\ntime:`)}${more}`;
}
const TWO = '\n  - {id: north, share: 0.7}\n  - {id: south, share: 30%}';
const named = (services: readonly Service[], name: string) => {
  const found = services.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${services.map((one) => one.name).join(', ')}`);
  return found;
};

test('people, units and events of the whole are shared out, and what is of each person stays', () => {
  const whole = tablesOf(worldOf(small));
  const world = worldOf(cut(TWO));
  const { services, needs, arrivals } = tablesOf(world);
  expect(world.areas?.map(({ population }) => population)).toEqual([70_000, 30_000]);
  for (const { name, capacity } of whole.services) {
    const [north, south] = ['north', 'south'].map((area) => named(services, `${name}@${area}`));
    for (const [hour, units] of capacity.entries()) {
      expect(north!.capacity[hour]! + south!.capacity[hour]!).toBe(units);
      expect([north!.capacity[hour], south!.capacity[hour]]).toEqual(partsOf(units, [0.7, 0.3]));
    }
  }
  const rates = (all: typeof arrivals) => all.map((one) => (one.kind === 'poisson' ? one.rate : Number.NaN));
  expect(rates(arrivals)).toEqual(
    rates(whole.arrivals).flatMap((rate) => [0.7 * rate, expect.closeTo(0.3 * rate, 12)]),
  );
  for (const need of needs) expect(need.rate).toBeCloseTo(whole.needs[0]!.rate, 15);
});

test('what is set for an area is its own, a service in common has what it has, and the whole of one area is the area', () => {
  const own = cut('\n  - {id: north, share: 0.7, set: {services.clinic.capacity: 9}}\n  - {id: south, share: 0.3}');
  const clinic = tablesOf(worldOf(small)).services[0]!.capacity[0]!;
  expect(named(tablesOf(worldOf(own)).services, 'clinic@north').capacity[0]).toBe(9);
  expect(named(tablesOf(worldOf(own)).services, 'clinic@south').capacity[0]).toBe(partsOf(clinic, [0.7, 0.3])[1]);
  const common = cut(TWO).replace(/(\n {2}doctor:\n)/, '$1    shared: true\n');
  expect(named(tablesOf(worldOf(common)).services, 'doctor').capacity).toEqual(
    named(tablesOf(worldOf(small)).services, 'doctor').capacity,
  );
  const one = worldOf(cut('\n  - {id: somewhere, share: 1}'));
  const same = worldOf(cut('\n  - {id: somewhere, population: 100000}').replace(/^area:.*\n/m, ''));
  expect(one).toEqual(same);
});

test('what a policy sets is of the whole as well', () => {
  const policy = 'spillover: 1\npolicy: p\nedits:\n  - set: {what: services.clinic.capacity, to: 11}\n';
  const files = { 's.yaml': cut(TWO).replace('time:', 'policies: [./p.yaml]\ntime:'), 'p.yaml': policy };
  const { services } = tablesOf(accepted(files).world);
  expect(['north', 'south'].map((area) => named(services, `clinic@${area}`).capacity[0])).toEqual([8, 3]);
});

test('the average area in three adds up to it', () => {
  const shipped = (entry: string) => {
    const loaded = loadScenario(entry, { cwd: LIBRARY });
    if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
    return loaded.scenario.world;
  };
  const [whole, three] = [shipped('uk-baseline'), shipped('./areas/uk-three-areas.yaml')];
  expect(three.areas?.map(({ population }) => population)).toEqual([500_000, 300_000, 200_000]);
  const unitsOf = (world: World, name: string, hour: number) =>
    tablesOf(world)
      .services.filter((one) => ownName(one.name) === name)
      .reduce((sum, { capacity }) => sum + capacity[hour]!, 0);
  for (const { name, capacity } of tablesOf(whole).services)
    for (const hour of [0, 10, 100]) expect(unitsOf(three, name, hour), name).toBe(capacity[hour]);
  const inside = (world: World) => world.stock.reduce((sum, { count }) => sum + count, 0);
  expect(inside(three)).toBe(inside(whole));
});

const faults: Record<string, [string, string]> = {
  'shares that do not add to 1': [
    '\n  - {id: north, share: 0.7}\n  - {id: south, share: 0.2}',
    'The shares of the areas add to 0.9, not to 1.',
  ],
  'a share and people': [
    '\n  - {id: north, share: 0.7, population: 5}\n  - {id: south, share: 0.3}',
    'It has both `population` and `share`.',
  ],
  'an area without a share': [
    '\n  - {id: north, share: 0.7}\n  - {id: south}',
    'This area has no `share`, and others have.',
  ],
  'a share of nobody': ['\n  - {id: north, share: 1}\n  - {id: south, share: 0}', 'Nobody would live in this area.'],
};

test.each(Object.entries(faults))('%s: refused with the place', (_, [areas, message]) => {
  const [first] = refused(cut(areas));
  expect(first).toMatchObject({ file: 's.yaml', message });
  expect(first?.path).toMatch(/^areas/);
});

test('shares of no area: refused', () => {
  expect(told(refused(cut(TWO).replace(/^area:.*\n/m, '')))).toEqual([
    's.yaml:4:1 areas: The areas have shares, and there is no `area` for them to be shares of.',
  ]);
});

test('an area whose part of a service comes to nothing is told at the area, with how a service is shared', () => {
  const problems = refused(cut('\n  - {id: north, share: 0.98}\n  - {id: south, share: 0.02}'));
  expect(told(problems)).toEqual([
    expect.stringMatching(/^s\.yaml:6:5 area: The area `south` would have no unit of `clinic` as its part of them: /),
    expect.stringMatching(/^s\.yaml:6:5 area: The area `south` would have no unit of `doctor` as its part of them: /),
  ]);
  expect(problems[0]!.next).toContain('`services: {clinic: {shared: true}}`');
});
