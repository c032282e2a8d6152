/**
 * Classes, ledgers, bystanders, declines and what is induced, against a slow account of the whole logs that was written
 * from docs/displacement.md alone: on random worlds under random policies both say the same, cell by cell, to the second.
 */
import { expect, it } from 'vitest';
import { expectFound } from '../support/verification/told.js';
import { expectDisplacedAlike } from './support/displaced-alike.js';

/** `npm run proof` asks for thousands. */
const PAIRS = 60;

const HELD = [
  ...['touched', 'direct-hazard', 'background', 'bystander'].map((of) => `contacts-by-class: ${of}`),
  ...['requested', 'served', 'unmet', 'censored', 'holding'].map((line) => `demand-ledger: touched ${line}`),
  ...['later', 'earlier', 'rerouted'].map((way) => `bystanders: people ${way}`),
  'hops: policy hop 1, rule, to an outcome',
];

it('displacement is what a slow account of both whole logs says, in every cell', { timeout: 600_000 }, () => {
  const covered = expectDisplacedAlike(PAIRS, 2027);
  process.stdout.write(`${covered.worlds} pairs of worlds accounted for alike\n${covered.table()}\n`);
  expect(covered.worlds).toBeGreaterThan(PAIRS / 2);
  // Each class, every line of the demand ledger and refusals by rule have something to be judged by.
  expect([...covered.counts.keys()]).toEqual(expect.arrayContaining(HELD));
  const cells = [...covered.counts.values()].reduce((sum, count) => sum + count, 0);
  expectFound(
    'Displacement is what its definitions say',
    `${covered.worlds} pairs of worlds, ${cells} cells of ${covered.counts.size} kinds, equal`,
  );
});

it('and where background work is somebody’s, which few random worlds have', { timeout: 600_000 }, () => {
  // The last of these has a stock of persons that is background work, and a hazard edited.
  expect(expectDisplacedAlike(171, 7002).worlds).toBeGreaterThan(140);
});
