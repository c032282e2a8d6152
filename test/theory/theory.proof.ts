/**
 * The theory worlds once more, twenty times over with seeds of their own: the interval of each run must hold the exact
 * value, and so must that of all their replications together, which may be no wider than 1%. Prints every result.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { recordProof } from '../support/proof-page/record.js';
import { cases } from './cases/index.js';
import { estimateOf, runWorld } from './support/front-door.js';
import { line } from './support/print.js';
import { judge, judgeTogether, levelFor } from './support/verdict.js';

const seeds = Array.from({ length: 20 }, (_, index) => `proof-${index + 1}`);
const claims = cases.reduce((sum, world) => sum + world.claims.length, 0);
/** Each seed by itself, and all of them together. */
const level = levelFor(claims * (seeds.length + 1));

/** What all seeds say together of each claim, for the page of results, when no claim has a fault. */
const pooled: string[] = [];

afterAll(() => {
  if (pooled.length < claims) return;
  const told = `${claims} claims, each with ${seeds.length} seeds one by one and together, ${claims * (seeds.length + 1)} intervals in all: every one holds the exact value`;
  recordProof('theory', [told, ...pooled]);
});

describe.each(cases)('$world', (world) => {
  test('twenty seeds, one by one and to 1% together', async () => {
    const runs = [];
    for (const seed of seeds) runs.push(await runWorld(world.world, seed));
    const lines: string[] = [];
    const faults: string[] = [];
    for (const claim of world.claims) {
      const estimates = runs.map((results) => estimateOf(results, claim.measure, claim.cell));
      const single = estimates.map((estimate) => judge(estimate, claim.exact, level));
      const together = judgeTogether(estimates, claim.exact, level);
      single.forEach((verdict, index) => {
        const shown = line(world, claim, verdict, seeds[index]);
        lines.push(shown);
        if (!verdict.holds) faults.push(shown);
      });
      const shown = line(world, claim, together, 'together');
      lines.push(shown);
      if (!together.holds || together.width > 0.01) faults.push(shown);
    }
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(faults).toEqual([]);
    pooled.push(...lines.filter((shown) => shown.startsWith('together')));
  });
});
