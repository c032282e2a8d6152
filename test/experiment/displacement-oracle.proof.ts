/** Displacement against the slow account of both whole logs, on thousands of random pairs of worlds. */
import { expect, it } from 'vitest';
import { recordProof } from '../support/proof-page/record.js';
import { Covered, expectDisplacedAlike } from './support/displaced-alike.js';

const BATTERIES = 40;
const PAIRS = 200;

it(`displacement is what a slow account of both whole logs says, of ${BATTERIES * PAIRS} random pairs of worlds`, () => {
  const all = new Covered();
  for (let battery = 0; battery < BATTERIES; battery += 1) all.add(expectDisplacedAlike(PAIRS, 7000 + battery));
  const told = `${all.worlds} pairs of worlds accounted for alike, in each of ${all.counts.size} kinds of cells`;
  const left = `left out: ${all.tooLong} too long to be told slowly, ${all.refused} refused; ${all.unordered} told but for hops`;
  process.stdout.write(`${told}\n${left}\n${all.table()}\n`);
  expect(all.worlds).toBeGreaterThan((BATTERIES * PAIRS) / 2);
  recordProof('displacement', [told, left, all.table()]);
});
