/** Units of a service beside a number of them. */
import { expect, it } from 'vitest';
import { manyUnits, moreUnits } from '../../src/report/units.js';

it('read right beside one and beside more', () => {
  const pairs = { unit: 'pairs of officers', unitOne: 'pair of officers' };
  expect([1, 2].map((count) => moreUnits(count, pairs))).toEqual([
    '1 more pair of officers',
    '2 more pairs of officers',
  ]);
  expect(moreUnits(1, { unit: 'nurses and workers', unitOne: 'unit (nurses and workers)' })).toBe(
    '1 more unit (nurses and workers)',
  );
});

it('are units where nothing else is said', () => {
  expect(manyUnits({ unit: ' ' })).toBe('units');
  expect(moreUnits(1, { unit: 'beds' })).toBe('1 more unit');
});
