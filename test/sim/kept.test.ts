/** What is kept of pure functions is bounded, and nobody can tell: what has gone is made again, the same. */
import { expect, it } from 'vitest';
import { nameHash } from '../../src/sim/draws.js';
import { Kept } from '../../src/sim/kept.js';

it('the first to have been kept is the first to go', () => {
  const kept = new Kept<string, number>(2);
  for (const [name, value] of [
    ['one', 1],
    ['two', 2],
    ['three', 3],
  ] as const)
    kept.keep(name, value);
  expect([kept.size, kept.get('one'), kept.get('two'), kept.get('three')]).toEqual([2, undefined, 2, 3]);
  kept.keep('two', 2);
  kept.forget('three');
  expect([kept.size, kept.get('two')]).toEqual([1, 2]);
});

it('one that was forgotten and kept again is the last of them', () => {
  const kept = new Kept<string, number>(2);
  for (const name of ['one', 'two', 'three', 'one']) kept.keep(name, 0);
  expect([kept.get('two'), kept.get('three'), kept.get('one')]).toEqual([undefined, 0, 0]);
  kept.forget('three');
  kept.keep('three', 0);
  kept.keep('four', 0);
  expect([kept.get('one'), kept.get('three'), kept.get('four')]).toEqual([undefined, 0, 0]);
});

it('a name whose hash has gone has the same hash', () => {
  const before = nameHash('anna');
  for (let other = 0; other <= 100_000; other++) nameHash(`other-${other}`);
  expect(nameHash('anna')).not.toBe(before);
  expect(nameHash('anna')).toEqual(before);
});
