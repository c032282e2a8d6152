/**
 * A million changed copies of the files that ship, in rounds, so that what is found is told early. Most are of small parts, put
 * into a scenario of their own; some are of whole files (about 1,000 of a whole baseline); five thousand are read from the disk.
 */
import { expect, test } from 'vitest';
import { mutate } from './support/mutate.js';
import { onDisk, originals } from './support/originals.js';

const ROUNDS = 50;
const EACH = 20_000;

test.each(Array.from({ length: ROUNDS }, (_, round) => round))('a million changed files, round %i', (round) => {
  const { accepted, refused, slowest } = mutate(originals, EACH, 1000 + round);
  process.stdout.write(
    `${EACH} changed files: ${accepted} accepted, ${refused} refused with a place, slowest ${Math.round(slowest)} ms\n`,
  );
  expect(accepted + refused).toBe(EACH);
});

test('five thousand changed files on disk', () => {
  const { accepted, refused } = mutate(onDisk, 5_000, 2);
  expect(accepted + refused).toBe(5_000);
});
