/** Rows that wait for their outcomes: against a plain list, and when there is no room. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_KEPT } from '../../src/experiment/kept-rows.js';
import { LooseRows } from '../../src/experiment/loose-rows.js';

interface Row {
  readonly key: number;
  readonly kept: number;
  readonly batch: number;
}

/** Keys that differ in the high word, in the low one, and in what of it says where they are sought. */
const wordsOf = (key: number) => [key % 3, (key % 5) + 4096 * Math.floor(key / 5)] as const;

it('are found once each, and those of older batches are handed on in their order', () => {
  const act = fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('add'), key: fc.nat(60) }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('take'), key: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('age'), key: fc.nat(60) }) },
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
      const loose = new LooseRows();
      let rows: Row[] = [];
      let batch = 0;
      const age = (isLast: boolean) => {
        const handed: unknown[] = [];
        loose.age(isLast, (...row) => handed.push(row));
        const old = rows.filter((row) => isLast || row.batch < batch - 1);
        expect(handed).toEqual(old.map(({ key, kept }) => [...wordsOf(key), 7, kept]));
        rows = rows.filter((row) => !old.includes(row));
        batch += 1;
      };
      acts.forEach(({ does, key }, kept) => {
        const [high, low] = wordsOf(key);
        const known = rows.find((row) => row.key === key);
        if (does === 'age') age(false);
        else if (does === 'take') {
          expect(loose.take(high, low)).toBe(known?.kept ?? NO_KEPT);
          rows = rows.filter((row) => row !== known);
        } else {
          const isAdded = loose.add(high, low, 7, kept);
          if (known !== undefined) expect(isAdded).toBe(false);
          if (isAdded) rows.push({ key, kept, batch });
        }
      });
      age(true);
    }),
    { seed: 7, numRuns: 300 },
  );
});

it('are refused where a bucket or all room is taken, and taken again once there is some', () => {
  const crowded = new LooseRows();
  const low = (at: number) => 4096 * at;
  expect([0, 1, 2, 3, 4].map((at) => crowded.add(at, low(at), 0, at))).toEqual([true, true, true, true, false]);
  expect(crowded.take(2, low(2))).toBe(2);
  expect(crowded.add(4, low(4), 0, 4)).toBe(true);

  const full = new LooseRows();
  const added = Array.from({ length: 10_000 }, (_, at) => full.add(0, at, 0, at));
  expect(added.filter(Boolean)).toHaveLength(8192);
  expect(full.take(0, 5)).toBe(5);
  full.age(true, () => {});
  expect(full.add(0, 9_999, 0, 1)).toBe(true);
});
