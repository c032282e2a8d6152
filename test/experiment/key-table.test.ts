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
  it('finds a row only once it is entered, and keeps those that wait when it grows', () => {
    const table = new KeyTable(8);
    const waiting = table.take(1, 2, 0);
    expect(table.find(1, 2, 0)).toBe(NO_ENTRY);
    table.reserve(100);
    for (let low = 10; low < 100; low += 1) table.add(0, low, 0);
    for (let low = 10; low < 100; low += 1) expect(table.low(table.find(0, low, 0))).toBe(low);
    expect(table.rows()).not.toContain(waiting);
    expect(table.find(1, 2, 0)).toBe(NO_ENTRY);
    table.enter(waiting);
    expect(table.find(1, 2, 0)).toBe(waiting);
    table.remove(waiting);
    expect(table.take(3, 4, 0)).toBe(waiting);
  });
  it('lists rows by key, however they came', () => {
    const same = new KeyTable(8);
    for (const low of [5, -2, 9]) same.add(7, low, 0);
    expect(same.rows().map((row) => same.low(row))).toEqual([-2, 5, 9]);
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
