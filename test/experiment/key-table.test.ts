import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable, NO_ENTRY } from '../../src/experiment/key-table.js';

describe('the key table', () => {
  it('does what a map does, whatever is added and removed', () => {
    // Few distinct words, so that keys collide in slots and in parts.
    const word = fc.integer({ min: -3, max: 3 });
    const action = fc.record({ high: word, low: word, code: fc.integer({ min: 0, max: 4 }), removes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 300 }), (actions) => {
        const table = new KeyTable(8);
        const map = new Map<string, number>();
        for (const { high, low, code, removes } of actions) {
          const name = `${high} ${low} ${code}`;
          const row = table.find(high, low, code);
          expect(row).toBe(map.get(name) ?? NO_ENTRY);
          if (row !== NO_ENTRY && removes) {
            table.remove(row);
            map.delete(name);
          }
          if (row === NO_ENTRY && !removes) {
            const added = table.add(high, low, code);
            expect([...map.values()]).not.toContain(added);
            expect(added).toBeLessThan(table.room);
            map.set(name, added);
          }
          expect(table.size).toBe(map.size);
        }
        expect(new Set(table.rows())).toEqual(new Set(map.values()));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
  it('lists rows by key, however they came', () => {
    const [one, two] = [new KeyTable(8), new KeyTable(8)];
    const keys = [5, -2, 9, 0, 3].map((low) => [low % 2, low, 1] as const);
    for (const key of keys) one.add(...key);
    for (const key of [...keys].reverse()) two.add(...key);
    const told = (table: KeyTable) => table.rows().map((row) => table.describe(row));
    expect(told(one)).toEqual(told(two));
  });
  it('names a key as its episode is named everywhere', () => {
    const table = new KeyTable(8);
    expect(table.describe(table.add(-1, 10, 0))).toBe('effffffff0000000a');
  });
});
