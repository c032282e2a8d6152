/**
 * Areas against closed forms: two that have a desk each are two M/M/c queues, each as if it were alone; two that share
 * one are a single queue with the arrivals of both. The seed has never been changed; lengths were, for
 * time and then for a width of 2.5%, the exact value inside each time.
 */
import { expect, test } from 'vitest';
import type { Cell, Estimate, Results } from '../../src/experiment/index.js';
import { defaultWorkers, runExperiment } from '../../src/experiment/index.js';
import { describeWorld } from '../../src/scenarios/index.js';
import { accepted } from '../scenarios/support/load.js';
import { rowsIn } from '../support/verification/exact-groups.js';
import type { Said } from '../support/verification/theory-rows.js';
import { expectTold } from '../support/verification/told.js';
import { MINUTE } from './support/claim.js';
import { erlangC, meanWait } from './support/erlang.js';
import { judge, levelFor } from './support/verdict.js';

const SERVICE = 3 * MINUTE;
const NORTH = { units: 3, arrivals: 40 };
const SOUTH = { units: 2, arrivals: 24 };
const BOTH = { units: 5, arrivals: 64 };
const level = levelFor(rowsIn('test/theory/areas.test.ts'));

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
    ...{ title, area, design, replications, seed: 'theory', workers: defaultWorkers() },
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

type Says = Omit<Said, 'command'>;
const apart = (says: string, unit: string): Says => ({
  group: 'areas-apart',
  says,
  unit,
  method: 'M/M/3 and M/M/2, each alone; Erlang (1917)',
});
const sharing = (says: string, unit: string): Says => ({
  group: 'areas-sharing',
  says,
  unit,
  method: 'M/M/5 with the arrivals of both; Erlang (1917), Wolff (1982)',
});

function holds(said: Says, estimate: Estimate, exact: number): void {
  const verdict = judge(estimate, exact, level);
  const shown = `${verdict.mean} ± ${verdict.half}, exactly ${exact}`;
  expect(verdict.holds, `the interval holds the exact value: ${shown}`).toBe(true);
  expect(verdict.width, `half the interval is at most 2.5% of it: ${shown}`).toBeLessThanOrEqual(0.025);
  expectTold(said, verdict);
}

const waits = { service: 'desk', group: 'people' };

test('areas apart are each the M/M/c queue that they would be alone', { timeout: 300_000 }, async () => {
  const results = await ran(scenario(''));
  for (const [area, { units, arrivals }] of [
    ['north', NORTH],
    ['south', SOUTH],
  ] as const) {
    holds(
      apart(`mean wait in ${area}`, 'hours'),
      numberOf(results, area, 'wait-mean', waits),
      meanWait(units, arrivals, SERVICE),
    );
    const full = numberOf(results, area, 'full-share', { service: 'desk' });
    holds(apart(`share of time full in ${area}`, 'share'), full, erlangC(units, arrivals * SERVICE));
  }
  // All together: waits weighed by how many come, and units in use added up.
  const weighed = [NORTH, SOUTH].reduce(
    (sum, { units, arrivals }) => sum + (arrivals / BOTH.arrivals) * meanWait(units, arrivals, SERVICE),
    0,
  );
  holds(apart('mean wait, both together', 'hours'), numberOf(results, null, 'wait-mean', waits), weighed);
  const inUse = numberOf(results, null, 'mean-in-use', { service: 'desk' });
  holds(apart('clerks in use, both together', 'units'), inUse, BOTH.arrivals * SERVICE);
});

test('areas that share a desk are one M/M/c queue with the arrivals of both', { timeout: 300_000 }, async () => {
  const results = await ran(scenario('5, shared: true'));
  const pooled = meanWait(BOTH.units, BOTH.arrivals, SERVICE);
  holds(sharing('mean wait', 'hours'), numberOf(results, null, 'wait-mean', waits), pooled);
  const full = numberOf(results, null, 'full-share', { service: 'desk' });
  holds(sharing('share of time full', 'share'), full, erlangC(BOTH.units, BOTH.arrivals * SERVICE));
  // Poisson arrivals see time averages (Wolff 1982), whoever they are.
  for (const area of ['north', 'south'])
    holds(sharing(`mean wait of those from ${area}`, 'hours'), numberOf(results, area, 'wait-mean', waits), pooled);
});
