/**
 * Queueing theory as the referee: scenario files run as any user's are, and judged against exact values. Seeds and
 * replications were fixed before the first run and are never changed because of a result. What is found is held against
 * the rows of `docs/verification.md`.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/experiment/results.js';
import { composePage, isToBeWritten, readPage, writePage } from '../support/verification/page.js';
import { rowsOf, theoryRow } from '../support/verification/theory-rows.js';
import { cases } from './cases/index.js';
import type { Claim } from './support/claim.js';
import { estimateOf, runWorld } from './support/front-door.js';
import { line } from './support/print.js';
import { judge, levelFor } from './support/verdict.js';

const SEED = 'theory';
const level = levelFor(cases.reduce((sum, { claims }) => sum + claims.length, 0));

describe.each(cases)('$world', (world) => {
  let results: Results;
  beforeAll(async () => {
    results = await runWorld(world.world, SEED);
    const { requested, completed } = results.design.replications;
    expect(completed, 'replications, all of those that the file fixes').toBe(requested);
    expect(completed).toBeGreaterThanOrEqual(40);
  }, 600_000);

  const judged = (claim: Claim) => judge(estimateOf(results, claim.measure, claim.cell), claim.exact, level);

  test.each(world.claims)('$says', (claim) => {
    const verdict = judged(claim);
    const shown = line(world, claim, verdict);
    expect(verdict.holds, `the interval holds the exact value: ${shown}`).toBe(true);
    expect(verdict.width, `half the interval is at most 2.5% of it: ${shown}`).toBeLessThanOrEqual(0.025);
  });

  test('is told as found in docs/verification.md', () => {
    const { label } = results.worlds[0]!;
    const rows = world.claims.map((claim) => {
      const { unit } = results.dictionary.measures.find(({ id }) => id === claim.measure)!;
      return theoryRow(world, claim, { label, unit }, judged(claim));
    });
    if (isToBeWritten) {
      const others = (one: string) => (one === world.world ? rows : rowsOf(readPage(), one));
      writePage(composePage({ theory: cases.flatMap((one) => others(one.world)) }));
    }
    expect(rowsOf(readPage(), world.world)).toEqual(rows);
  });
});
