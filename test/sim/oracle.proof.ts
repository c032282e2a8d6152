/** The engine against the oracle on thousands of random small worlds. */
import { expect, it } from 'vitest';
import { Coverage } from '../support/oracle/index.js';
import { recordProof } from '../support/proof-page/record.js';
import { expectAlike } from './alike.js';
import { COVERED } from './covered.js';

const BATTERIES = 20;
const WORLDS = 500;

it(`engine and oracle tell the same story of ${BATTERIES * WORLDS} random small worlds, row for row`, () => {
  const all = new Coverage();
  for (let battery = 0; battery < BATTERIES; battery++) {
    for (const [name, count] of expectAlike(WORLDS, 3000 + battery).counts) all.note(name, count);
  }
  const told = `${BATTERIES * WORLDS} worlds told alike by engine and oracle, each of ${COVERED.length} things covered`;
  process.stdout.write(`${told}\n${all.table()}\n`);
  expect(COVERED.filter((name) => !all.counts.has(name))).toEqual([]);
  recordProof('oracle', [told, all.table()]);
});
