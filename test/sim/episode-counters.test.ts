/** Counters of episodes against a map, whatever is counted, forgotten and made room for in between. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Counters } from '../../src/sim/counters.js';
import { Episodes } from '../../src/sim/episodes.js';

/** Counts a slot of a row so often, asks for it, or forgets the row. */
const act = fc.record({
  does: fc.constantFrom('count', 'count', 'ask', 'clear'),
  row: fc.nat(150), // more than there is room for at first
  slot: fc.nat(99),
  times: fc.integer({ min: 1, max: 4 }),
});

it('count as a map does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(act, { maxLength: 200 }), (width, acts) => {
      const counters = new Counters(width);
      const known = new Map<number, number>();
      for (let row = 0; row <= 150; row += 1) counters.reserve(row);
      for (const { does, row, slot: any, times } of acts) {
        const slot = any % width;
        const place = row * width + slot;
        if (does === 'clear') {
          counters.clear(row);
          for (let each = 0; each < width; each += 1) known.delete(row * width + each);
        }
        for (let time = 0; does === 'count' && time < times; time += 1) {
          expect(counters.count(row, slot)).toBe(known.get(place) ?? 0);
          known.set(place, (known.get(place) ?? 0) + 1);
        }
        expect(counters.counted(row, slot)).toBe(known.get(place) ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});

it('are those of the episode under way, told by its record or not, and begin at 0 with the next one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(act, { maxLength: 200 }), (width, acts) => {
      const episodes = new Episodes(width);
      const open = Array.from({ length: 3 }, () => episodes.take());
      const known = open.map(() => new Map<number, number>());
      for (const { does, row, slot: any, times } of acts) {
        const at = row % open.length;
        const slot = any % width;
        if (does === 'clear') {
          episodes.give(open[at]!);
          open[at] = episodes.take();
          known[at]!.clear();
        }
        const counts = known[at]!;
        for (let time = 0; does === 'count' && time < times; time += 1) {
          expect(episodes.count(open[at]!, slot)).toBe(counts.get(slot) ?? 0);
          counts.set(slot, (counts.get(slot) ?? 0) + 1);
        }
        expect(episodes.counted(open[at]!, slot)).toBe(counts.get(slot) ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});

it('keep what was counted when room is made for more rows', () => {
  const counters = new Counters(40);
  for (let slot = 0; slot < 40; slot += 1) for (let time = 0; time <= slot % 3; time += 1) counters.count(7, slot);
  for (let row = 0; row < 1000; row += 1) counters.reserve(row);
  for (let slot = 0; slot < 40; slot += 1) expect(counters.counted(7, slot)).toBe(1 + (slot % 3));
  expect(counters.counted(999, 39)).toBe(0);
});
