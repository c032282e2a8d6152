/** Sequential precision on a queue whose mean line is known: a thousand whole experiments through the front door. */
import { expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/index.js';
import { recordProof } from '../support/proof-page/record.js';
import { coverageOf } from './support/covered.js';
import { planOf } from './support/town.js';

it('a thousand experiments on M/M/1 hold its mean line at least 94% of the time, at most 1.6 times as wide', async () => {
  const measures = [{ measure: 'mean-waiting', cell: { service: 'clerk' } }];
  const designs = [];
  for (let experiment = 0; experiment < 1000; experiment += 1) {
    const plan = planOf(['queue'], { seed: `precision-${experiment}`, replications: 256 }, 'precision');
    const done = await runExperiment({ ...plan, precision: { share: 0.1, measures, most: 256 } });
    if (!done.ok) throw new Error('refused');
    designs.push(done.results.design.replications);
  }
  const found = coverageOf(designs, 0.7 ** 2 / 0.3);
  const told = `sequential precision, M/M/1 mean line: ${JSON.stringify(found)}`;
  process.stdout.write(`${told}\n`);
  expect(found.atLeast).toBeGreaterThanOrEqual(0.94);
  expect(found.medianWidth).toBeLessThanOrEqual(1.6);
  recordProof('sequential', [told]);
});
