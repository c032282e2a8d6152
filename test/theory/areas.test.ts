/**
 * Areas against closed forms: two that have a desk each are two M/M/c queues, each as if it were alone; two that share
 * one are a single queue with the arrivals of both. The seed has never been changed; lengths were, for
 * time and then for a width of 2.5%, the exact value inside each time.
 */
import { expect, test } from 'vitest';
import type { Cell, Estimate, Results } from '../../src/experiment/index.js';
import { runExperiment } from '../../src/experiment/index.js';
import { describeWorld } from '../../src/scenarios/index.js';
import { accepted } from '../scenarios/support/load.js';
import { MINUTE } from './support/claim.js';
import { erlangC, meanWait } from './support/erlang.js';
import { judge, levelFor } from './support/verdict.js';

const SERVICE = 3 * MINUTE;
const NORTH = { units: 3, arrivals: 40 };
const SOUTH = { units: 2, arrivals: 24 };
const BOTH = { units: 5, arrivals: 64 };
const level = levelFor(10);

function scenario(desk: string): string {
  return `spillover: 1
scenario: desks
time: {start: 2024-01-01, warm-up: 1 week, measure: 16 weeks, follow-up: 1 week, replications: 60}
areas:
  - {id: north, population: 3000}
  - {id: south, population: 2000, set: {arrivals.callers.rate: 24 per hour${desk === '' ? ', services.desk.capacity: 2' : ''}}}
agencies: {desk: Desk}
outcomes: {seen: Seen}
services: {desk: {agency: desk, unit: clerks, capacity: ${desk === '' ? '3' : desk}}}
arrivals: {callers: {rate: 40 per hour, unit-rate: 40 per hour, to: call.see}}
pathways: {call: {steps: {see: {seize: desk, for: {exponential: 3 min}, then: =seen}}}}
`;
}

async function ran(text: string): Promise<Results> {
  const scenarioRead = accepted(text);
  const { title, area, areas, design, replications, description, dictionary } = describeWorld(scenarioRead);
  const experiment = await runExperiment({
    ...{ title, area, design, replications, seed: 'theory', workers: 0 },
    ...(areas && { areas }),
    worlds: [{ world: scenarioRead.world, description, dictionary }],
  });
  if (!experiment.ok) throw new Error('refused');
  return experiment.results;
}

/** A number of the people of an area, or (null) of all areas added up. */
function numberOf(results: Results, area: string | null, measure: string, cell: Cell): Estimate {
  const wanted = JSON.stringify(area === null ? cell : { area, ...cell });
  const rows: readonly { readonly measure: string; readonly cell: Cell; readonly level: Estimate }[] =
    area === null ? results.estimates.map((row) => ({ ...row, level: row })) : (results.areas?.rows ?? []);
  const found = rows.filter((row) => row.measure === measure && JSON.stringify(row.cell) === wanted);
  expect(found.length, `${measure} at ${wanted}`).toBe(1);
  return found[0]!.level;
}

function holds(estimate: Estimate, exact: number): void {
  const verdict = judge(estimate, exact, level);
  const shown = `${verdict.mean} ± ${verdict.half}, exactly ${exact}`;
  expect(verdict.holds, `the interval holds the exact value: ${shown}`).toBe(true);
  expect(verdict.width, `half the interval is at most 2.5% of it: ${shown}`).toBeLessThanOrEqual(0.025);
}

const waits = { service: 'desk', group: 'people' };

test('areas apart are each the M/M/c queue that they would be alone', { timeout: 300_000 }, async () => {
  const results = await ran(scenario(''));
  for (const [area, { units, arrivals }] of [
    ['north', NORTH],
    ['south', SOUTH],
  ] as const) {
    holds(numberOf(results, area, 'wait-mean', waits), meanWait(units, arrivals, SERVICE));
    holds(numberOf(results, area, 'full-share', { service: 'desk' }), erlangC(units, arrivals * SERVICE));
  }
  // All together: waits weighed by how many come, and units in use added up.
  const weighed = [NORTH, SOUTH].reduce(
    (sum, { units, arrivals }) => sum + (arrivals / BOTH.arrivals) * meanWait(units, arrivals, SERVICE),
    0,
  );
  holds(numberOf(results, null, 'wait-mean', waits), weighed);
  holds(numberOf(results, null, 'mean-in-use', { service: 'desk' }), BOTH.arrivals * SERVICE);
});

test('areas that share a desk are one M/M/c queue with the arrivals of both', { timeout: 300_000 }, async () => {
  const results = await ran(scenario('5, shared: true'));
  const pooled = meanWait(BOTH.units, BOTH.arrivals, SERVICE);
  holds(numberOf(results, null, 'wait-mean', waits), pooled);
  holds(numberOf(results, null, 'full-share', { service: 'desk' }), erlangC(BOTH.units, BOTH.arrivals * SERVICE));
  // Poisson arrivals see time averages (Wolff 1982), whoever they are.
  holds(numberOf(results, 'north', 'wait-mean', waits), pooled);
  holds(numberOf(results, 'south', 'wait-mean', waits), pooled);
});
