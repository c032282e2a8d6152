/** A scenario of several areas, compiled: what is once for each, what is shared, and how areas differ. */
import { expect, test } from 'vitest';
import { compileWorld, describeWorld } from '../../src/scenarios/index.js';
import type { World } from '../../src/sim/index.js';
import { accepted, tablesOf, worldOf } from './support/load.js';
import { small } from './support/small.js';
import { goLive, towns, townsOf, townsWith } from './support/towns.js';

const named = <T extends { readonly name: string }>(list: readonly T[], name: string): T => {
  const found = list.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${list.map((one) => one.name).join(', ')}`);
  return found;
};

test('what is of an area is there once for each, under a name that says whose it is', () => {
  const world = worldOf(towns);
  const { services, steps, needs, arrivals } = tablesOf(world);
  expect(world.areas).toEqual([
    { name: 'north', population: 100_000 },
    { name: 'south', population: 50_000 },
  ]);
  expect(world.area).toEqual({ name: 'north+south', population: 150_000 });
  expect(services.map(({ name }) => name)).toEqual(['clinic@north', 'doctor', 'clinic@south']);
  expect(needs.map(({ name, area }) => [name, area])).toEqual([
    ['injury@north', 0],
    ['injury@south', 1],
  ]);
  expect(arrivals.map(({ name }) => name)).toEqual(['others@north', 'others@south']);
  expect(world.pathways.map(({ name }) => name)).toEqual(['visit@north', 'visit@south']);
  expect(steps.map(({ name }) => name).filter((name) => name.endsWith('triage'))).toEqual([
    'visit@north.triage',
    'visit@south.triage',
  ]);
});

test('an area has the values that are set and scaled there, and its own number of people', () => {
  const { services, needs, arrivals } = tablesOf(worldOf(towns));
  expect(named(services, 'clinic@north').capacity[0]).toBe(3);
  expect(named(services, 'clinic@south').capacity[0]).toBe(5);
  // 500 per million per week, in hours and for one person; in the south twice as many.
  expect(named(needs, 'injury@north').rate).toBeCloseTo(500 / 1e6 / 168, 15);
  expect(named(needs, 'injury@south').rate).toBeCloseTo(1000 / 1e6 / 168, 15);
  expect(arrivals.map((one) => one.kind === 'poisson' && one.rate)).toEqual([2, 2]);
});

test('a shared service is one, and counts the people of all who share it', () => {
  // 40 per million of 150,000 people; of the north alone it would be 4.
  expect(named(tablesOf(worldOf(towns)).services, 'doctor').capacity[0]).toBe(6);
  const north = townsOf('\n  - {id: north, population: 100000}', 'capacity: 40 per million\n    shared: true');
  expect(named(tablesOf(worldOf(north)).services, 'doctor').capacity[0]).toBe(4);
});

test('each step leads to steps of its own area, and to what is shared', () => {
  const { services, steps } = tablesOf(worldOf(towns));
  for (const area of ['north', 'south']) {
    const triage = named(steps, `visit@${area}.triage`);
    const treat = named(steps, `visit@${area}.treat`);
    if (triage.verb !== 'seize' || treat.verb !== 'seize') throw new Error('no seize');
    expect(triage.services.map((one) => services[one]?.name)).toEqual([`clinic@${area}`]);
    expect(treat.services.map((one) => services[one]?.name)).toEqual(['doctor']);
    expect(steps[triage.then]?.name).toBe(`visit@${area}.decide`);
    expect(steps[triage.ifFull]?.name).toBe(`visit@${area}.=missed`);
  }
});

test('the same step of two areas has the same rule', () => {
  const { steps } = tablesOf(worldOf(towns));
  const rule = (name: string) => named(steps, name).rule;
  expect(rule('visit@north.treat')).toBe(rule('visit@south.treat'));
  expect(rule('visit@north.treat')).toBe(named(tablesOf(worldOf(small)).steps, 'visit.treat').rule);
});

/** The share that a reroute of `visit.decide` takes in each area, epoch by epoch; null where there is none. */
function sharesOf(world: World): Record<string, (number | null)[]> {
  return Object.fromEntries(
    ['north', 'south'].map((area) => [
      area,
      world.epochs.map(({ tables }) => named(tables.steps, `visit@${area}.decide`).reroutes[0]?.share[0] ?? null),
    ]),
  );
}

const reroute = '  - reroute: {step: visit.decide, from: treat, share: 0.5, to: =seen}';
const worldWith = (policy: string, text = goLive(towns)) => compileWorld(accepted(townsWith(policy, reroute, text)));

test('each area starts on its own day', () => {
  const world = worldWith('starts: {north: 2024-01-15, south: 2024-01-22}\n');
  expect(world.epochs.map(({ from }) => from)).toEqual([0, 14 * 24, 21 * 24]);
  expect(sharesOf(world)).toEqual({ north: [null, 0.5, 0.5], south: [null, null, 0.5] });
});

test('how much of what is measured each area has it in force is told where they differ', () => {
  const inForce = (dates: string) =>
    describeWorld(accepted(townsWith(dates, reroute, goLive(towns)))).description.policies[0]?.inForce;
  const told = inForce('starts: {north: 2024-01-15, south: never}\nramp: 2 weeks\n');
  expect(told?.areas).toEqual([
    { id: 'north', starts: '2024-01-15', ends: null, hours: told?.hours, full: '2024-01-22' },
    { id: 'south', starts: null, ends: null, hours: 0, full: null },
  ]);
  expect(inForce('starts: 2024-01-15\n')).not.toHaveProperty('areas');
});

test('an area may never start, in a steady design as well', () => {
  const dates = 'starts: {south: never, others: 2024-01-15}\n';
  expect(sharesOf(worldWith(dates))).toEqual({ north: [null, 0.5], south: [null, null] });
  expect(sharesOf(worldWith(dates, towns))).toEqual({ north: [0.5], south: [null] });
});

test('an area may end, and ramps run from its own start', () => {
  const world = worldWith(
    'starts: {north: 2024-01-01, others: 2024-01-08}\nends: {north: 2024-01-22, others: never}\nramp: 2 weeks\n',
  );
  expect(world.epochs.map(({ from }) => from / 168)).toEqual([0, 1, 2, 3]);
  expect(sharesOf(world)).toEqual({ north: [0.25, 0.5, 0.5, null], south: [null, 0.25, 0.5, 0.5] });
});

test('compliance may be a share for each area', () => {
  const world = worldWith('compliance: {north: 0.8, others: 0.2}\n', towns);
  expect(sharesOf(world)).toEqual({ north: [0.4], south: [0.1] });
});

test('compliance by person leaves the share alone and says how many follow', () => {
  const world = worldWith('compliance: {share: {north: 0.8, others: 0}, by: person}\n', towns);
  expect(sharesOf(world)).toEqual({ north: [0.5], south: [null] });
  const { steps } = tablesOf(world);
  expect(named(steps, 'visit@north.decide').reroutes[0]?.followers).toBe(0.8);
});

test('a scenario that extends one of areas is in the same areas', () => {
  const child = 'spillover: 1\nscenario: child\nextends: ./t.yaml\nservices: {clinic: {capacity: 4}}\n';
  const { services } = tablesOf(compileWorld(accepted({ 's.yaml': child, 't.yaml': towns })));
  // What is set in an area is closer to it than what the scenario says of all.
  expect(named(services, 'clinic@north').capacity[0]).toBe(4);
  expect(named(services, 'clinic@south').capacity[0]).toBe(5);
});
