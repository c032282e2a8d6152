import { expect, test } from 'vitest';
import { mutate } from './support/mutate.js';

test('twenty thousand mutations are read or refused with a place, and nothing crashes', () => {
  const { accepted, refused } = mutate(20_000, 2);
  expect(accepted + refused).toBe(20_000);
});
