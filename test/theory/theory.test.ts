/**
 * Queueing theory as the referee: scenario files run as any user's are, and judged against exact values. Seeds and
 * replications were fixed before the first run and are never changed because of a result.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/experiment/results.js';
import { cases } from './cases/index.js';
import { estimateOf, runWorld } from './support/front-door.js';
import { line } from './support/print.js';
import { judge, levelFor } from './support/verdict.js';

const SEED = 'theory';
const level = levelFor(cases.reduce((sum, { claims }) => sum + claims.length, 0));

describe.each(cases)('$world', (world) => {
  let results: Results;
  beforeAll(async () => {
    results = await runWorld(world.world, SEED);
  }, 600_000);

  test.each(world.claims)('$says', (claim) => {
    const verdict = judge(estimateOf(results, claim.measure, claim.cell), claim.exact, level);
    const shown = line(world, claim, verdict);
    expect(verdict.holds, `the interval holds the exact value: ${shown}`).toBe(true);
    expect(verdict.width, `half the interval is at most 2.5% of it: ${shown}`).toBeLessThanOrEqual(0.025);
  });
});
