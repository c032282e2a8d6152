import { expect, test } from 'vitest';
import { expectFound } from '../support/verification/told.js';
import { load } from './support/load.js';
import { mutate } from './support/mutate.js';
import { onDisk, originals, sources } from './support/originals.js';

test('the unchanged files are accepted', () => {
  expect(load(sources).ok).toBe(true);
});

test('each original stands for itself: only extracts name what is elsewhere', () => {
  const refused = originals.filter(({ files, read }) => read(files, 'steady').problems.length > 0);
  expect(refused.every(({ files }) => files['s.yaml']?.includes('scenario: extract'))).toBe(true);
});

test('whatever is done to the files, they are read or refused with a place, and nothing crashes', () => {
  const { accepted, refused } = mutate(onDisk, 100, 1);
  expect(accepted).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(25);
  const inMemory = mutate(originals, 1000, 1);
  expect(inMemory.accepted).toBeGreaterThan(3);
  expect(inMemory.refused).toBeGreaterThan(500);
  expectFound(
    'Files that are wrong are refused with a place',
    `${refused + inMemory.refused} changed copies refused with a place, ${accepted + inMemory.accepted} read`,
  );
}, 120_000);
