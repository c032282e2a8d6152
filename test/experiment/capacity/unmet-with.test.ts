/** Hours that people request and do not get as units are added, against Erlang's loss formula. */
import { expect, it } from 'vitest';
import { unmetWith } from '../../../src/experiment/unmet-with.js';
import { compileWorld, describeWorld, loadScenario, withUnits } from '../../../src/scenarios/index.js';
import { inFolder } from '../../scenarios/support/load.js';

/** Two come an hour, each for an hour, and nobody waits. */
const LOSS = `spillover: 1
scenario: loss
time: {start: 2024-01-01, warm-up: 1 day, measure: 8 weeks}
area: {id: theory, population: 1}
agencies: {desk-office: Desk office, other: Other}
outcomes: {seen: Seen, refused: {label: Refused, unmet: true}}
services:
  desk: {agency: desk-office, unit: clerks, capacity: 1, room: 0}
  next-door: {agency: other, unit: clerks, capacity: 1}
arrivals:
  people: {every: {exponential: 30 min}, to: visit.talk}
  others: {every: {exponential: 2 h}, to: visit.elsewhere}
pathways:
  visit:
    steps:
      talk: {seize: desk, for: {exponential: 60 min}, if-full: =refused}
      end: {leave: seen}
      elsewhere: {seize: next-door, for: {exponential: 60 min}, then: =seen}
`;

it('falls by what Erlang says that three of them lose less than one', async () => {
  const loaded = inFolder({ 's.yaml': LOSS }, (cwd) => loadScenario('./s.yaml', { cwd }));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  const world = compileWorld(loaded.scenario);
  const member = { ...describeWorld(loaded.scenario), world };
  const more = { added: 2, world: withUnits(world, 'desk', 2, null) };
  const told = await unmetWith(member, 'desk', more, { seed: 'loss', from: 0, to: 12, workers: 0 });
  // Of two hours asked for in each hour, 2/3 are lost with one unit; with three, 4/3 in 1 + 2 + 2 + 4/3 = 4/19 (Erlang 1917).
  const change = 168 * 2 * (4 / 19 - 2 / 3);
  const { here, agencies } = told!;
  expect(here.low!).toBeLessThan(change);
  expect(here.high!).toBeGreaterThan(change);
  expect(here.high! - here.low!).toBeLessThan(0.08 * Math.abs(change));
  // Its only staff are those of its agency; next door nothing changes.
  expect(agencies).toEqual([
    { agency: 'desk-office', change: here },
    { agency: 'other', change: { mean: 0, low: 0, high: 0, n: 12 } },
  ]);
});
