/**
 * The engine against a slow, obvious one that was written from the model's description alone: on random small worlds both
 * tell the same story, row for row. A table of what was covered is printed; nothing in the model may be missing from it.
 */
import { expect, it } from 'vitest';
import { expectFound } from '../support/verification/told.js';
import { expectAlike } from './alike.js';
import { COVERED } from './covered.js';

/** `npm run proof` asks for ten thousand. */
const WORLDS = 250;

it('engine and oracle tell the same story of random small worlds, row for row', { timeout: 600_000 }, () => {
  const coverage = expectAlike(WORLDS, 2026);
  process.stdout.write(
    `${WORLDS} worlds told alike by engine and oracle, ${COVERED.length} things to be covered\n${coverage.table()}\n`,
  );
  expect(COVERED.filter((name) => !coverage.counts.has(name))).toEqual([]);
  const rows = (kind: string) =>
    [...coverage.counts].reduce((sum, [name, count]) => sum + (name.startsWith(kind) ? count : 0), 0);
  expectFound(
    'The engine tells the story that the model describes',
    `${WORLDS} worlds, ${rows('finish: ')} stretches of visits, ${rows('outcome: ')} outcomes, alike; ${COVERED.length} of ${COVERED.length} things covered`,
  );
});
