import { expect, test } from 'vitest';
import { load } from './support/load.js';
import { mutate, sources } from './support/mutate.js';

test('the unchanged files are accepted', () => {
  expect(load(sources).ok).toBe(true);
});

test('whatever is done to the files, they are read or refused with a place, and nothing crashes', () => {
  const { accepted, refused } = mutate(200, 1);
  expect(accepted).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(50);
}, 120_000);
