/**
 * A million changed copies of the files that ship, in rounds, so that what is found is told early. Most are of small parts, put
 * into a scenario of their own; some are of whole files (about 1,000 of a whole baseline); five thousand are read from the disk.
 */
import { afterAll, expect, test } from 'vitest';
import { recordProof } from '../support/proof-page/record.js';
import { mutate } from './support/mutate.js';
import { onDisk, originals } from './support/originals.js';

const ROUNDS = 50;
const EACH = 20_000;
const ON_DISK = 5_000;

/** What each round found, for the page of results, when none has a fault. */
const rounds: { readonly accepted: number; readonly refused: number; readonly slowest: number }[] = [];

afterAll(() => {
  if (rounds.length < ROUNDS + 1) return;
  const total = (of: 'accepted' | 'refused'): string =>
    rounds.reduce((sum, round) => sum + round[of], 0).toLocaleString('en-GB');
  const slowest = Math.max(...rounds.map((round) => round.slowest));
  recordProof('mutations', [
    `${ROUNDS} rounds of ${EACH.toLocaleString('en-GB')} changed files, and ${ON_DISK.toLocaleString('en-GB')} on disk: ` +
      `${total('accepted')} accepted, ${total('refused')} refused with a place`,
    `slowest ${(slowest / 1000).toFixed(1)} s, with whatever else the machine did`,
  ]);
});

test.each(Array.from({ length: ROUNDS }, (_, round) => round))('a million changed files, round %i', (round) => {
  const found = mutate(originals, EACH, 1000 + round);
  const { accepted, refused, slowest } = found;
  process.stdout.write(
    `${EACH} changed files: ${accepted} accepted, ${refused} refused with a place, slowest ${Math.round(slowest)} ms\n`,
  );
  expect(accepted + refused).toBe(EACH);
  rounds.push(found);
});

test('five thousand changed files on disk', () => {
  const found = mutate(onDisk, ON_DISK, 2);
  expect(found.accepted + found.refused).toBe(ON_DISK);
  rounds.push(found);
});
