import { expect, test } from 'vitest';
import { accepted, load, told } from './support/load.js';
import { withPolicy } from './support/policy.js';
import { small, smallWith } from './support/small.js';

const live = small.replace('measure: 4 weeks', 'measure: 4 weeks, design: go-live');
/** Hour of the run on a day of January or February 2024; the run starts on Monday the first. */
const hour = (month: number, day: number) => ((month - 1) * 31 + day - 1) * 24;
const worldOf = (edits: string, more: string, use = './p.yaml', scenario = live) =>
  accepted(withPolicy(edits, more, use, scenario)).world;
const capacities = (world: ReturnType<typeof worldOf>) =>
  world.epochs.map(({ from, tables }) => [from, tables.services[0]?.capacity[0]]);
const tripled = '  - scale: {what: services.clinic.capacity, by: 3}';

test('a start is an epoch', () => {
  expect(capacities(worldOf(tripled, 'starts: 2024-01-10\n'))).toEqual([
    [0, 3],
    [hour(1, 10), 9],
  ]);
});

test('an end takes the policy back at once', () => {
  expect(capacities(worldOf(tripled, 'starts: 2024-01-10\nends: 2024-01-20\n'))).toEqual([
    [0, 3],
    [hour(1, 10), 9],
    [hour(1, 20), 3],
  ]);
});

test('a ramp takes weekly steps, the first on the first day', () => {
  expect(capacities(worldOf(tripled, 'starts: 2024-01-10\nramp: 3 weeks\ncompliance: 0.5\n'))).toEqual([
    [0, 3],
    [hour(1, 10), 4],
    [hour(1, 17), 5],
    [hour(1, 24), 6],
  ]);
});

test('an end within the ramp cuts it short', () => {
  expect(capacities(worldOf(tripled, 'starts: 2024-01-10\nramp: 3 weeks\nends: 2024-01-18\n'))).toEqual([
    [0, 3],
    [hour(1, 10), 5],
    [hour(1, 17), 7],
    [hour(1, 18), 3],
  ]);
});

test('what started before the run is in force from its first hour', () => {
  expect(capacities(worldOf(tripled, 'starts: 2023-12-20\nramp: 3 weeks\n'))).toEqual([
    [0, 7],
    [hour(1, 3), 9],
  ]);
  expect(capacities(worldOf(tripled, 'starts: 2020-01-01\nends: 2021-01-01\n'))).toEqual([[0, 3]]);
});

test('what starts after the run changes nothing', () => {
  const world = worldOf(tripled, 'starts: 2024-06-01\n');
  expect({ ...world, policies: [] }).toEqual(accepted(live).world);
});

test('dates where a policy is used come before its own', () => {
  const use = '{policy: ./p.yaml, starts: 2024-01-15, ramp: 0 h}';
  expect(capacities(worldOf(tripled, 'starts: 2024-01-10\nramp: 3 weeks\n', use))).toEqual([
    [0, 3],
    [hour(1, 15), 9],
  ]);
});

test('a policy that nobody follows makes no epochs', () => {
  const world = worldOf(tripled, 'starts: 2024-01-10\nramp: 3 weeks\ncompliance: 0\n');
  expect({ ...world, policies: [] }).toEqual(accepted(live).world);
});

test('dated values take effect on their days in a go-live design, and on one day in a steady one', () => {
  const parameters =
    'parameters:\n  nurses: {dated: [{from: 2022-01-01, value: 3}, {from: 2024-01-10, value: 4}, {from: 2024-02-01, value: 5}, {from: 2025-01-01, value: 6}], source: Smith, url: https://example.org, grade: A}\n';
  const scenario = (time: string) =>
    smallWith(['capacity: 3', 'capacity: $nurses'], ['measure: 4 weeks', `measure: 4 weeks, ${time}`]) + parameters;
  const capacity = (time: string) =>
    accepted(scenario(time)).world.epochs.map(({ from, tables }) => [from, tables.services[0]?.capacity[0]]);
  expect(capacity('design: go-live')).toEqual([
    [0, 3],
    [hour(1, 10), 4],
    [hour(2, 1), 5],
  ]);
  expect(capacity('design: steady')).toEqual([[0, 3]]);
  expect(capacity('as-of: 2024-01-31')).toEqual([[0, 4]]);
  expect(capacity('as-of: 2030-01-01')).toEqual([[0, 6]]);
  expect(capacity('as-of: 2010-01-01')).toEqual([[0, 3]]);
});

test('steps that are there in some epochs only are carried in all, unreached', () => {
  const edits = `  - reroute: {step: visit.treat, share: 0.5, to: desk.ask}
  - add:
      outcomes: {told: Told}
      services: {desk: {agency: nhs, capacity: 2}}
      pathways: {desk: {steps: {ask: {seize: desk, for: 5 min, then: =told}}}}`;
  const world = worldOf(edits, 'starts: 2024-01-10\n');
  const [before, after] = world.epochs;
  const names = (epoch: typeof before) => epoch?.tables.steps.map((step) => step.name);
  expect(names(before)).toEqual(names(after));
  expect(names(before)).toContain('desk.=told');
  const step = (epoch: typeof before, name: string) => epoch?.tables.steps.find((each) => each.name === name);
  expect(step(before, 'visit.treat')?.reroutes).toEqual([]);
  expect(step(after, 'visit.treat')?.reroutes).toHaveLength(1);
  expect([step(before, 'visit.treat')?.tag, step(after, 'visit.treat')?.tag]).toEqual([0, 1]);
  expect(step(before, 'visit.treat')?.rule).not.toBe(step(after, 'visit.treat')?.rule);
  expect(step(before, 'desk.ask')?.rule).toBe(step(after, 'desk.ask')?.rule);
  expect([before, after].map((epoch) => epoch?.tables.services[2]?.capacity[0])).toEqual([0, 2]);
});

test('the design may be overridden', () => {
  const files = withPolicy(tripled, 'starts: 2024-01-10\n', './p.yaml', small);
  expect(capacities(accepted(files).world)).toEqual([[0, 9]]);
  expect(capacities(accepted(files, './s.yaml', { design: 'go-live' }).world)).toHaveLength(2);
  expect(
    capacities(
      accepted(withPolicy(tripled, 'starts: 2024-01-10\n', './p.yaml', live), './s.yaml', { design: 'steady' }).world,
    ),
  ).toEqual([[0, 9]]);
  const loaded = load(withPolicy(tripled), './s.yaml', { design: 'go-live' });
  expect(loaded.ok ? [] : told(loaded.problems)).toEqual([
    's.yaml:4:12 policies[0]: The policy `p` has no date on which it starts, which a go-live design needs.',
  ]);
});
