/** The referee's chain of shifts, held against what is known, before it judges anyone. */
import { expect, test } from 'vitest';
import { shiftsUnder } from './cases/shift-rules.js';
import { erlangC, meanWait } from './support/erlang.js';
import { type ShiftEnd, solveShifts } from './support/shift-chain.js';

const rules: readonly ShiftEnd[] = ['finish', 'hand-over', 'stop'];

test.each(rules)('%s: capacity that never changes is M/M/c', (shiftEnd) => {
  const { waiting, urgent, routine, full } = solveShifts({
    ...{ shiftEnd, capacity: [2, 2], room: 12, rates: [3, 3] },
    arrivals: [
      [0.6, 0.6],
      [0.6, 0.6],
    ],
  });
  expect(waiting).toBeCloseTo(1.2 * meanWait(2, 1.2, 1 / 3), 7);
  expect(full).toBeCloseTo(erlangC(2, 0.4), 7);
  expect(urgent.firstWait).toBeLessThan(routine.firstWait);
});

test('flow in is flow out, whatever the rule; only work that is finished goes into overtime', () => {
  for (const rule of rules) {
    const { urgent, routine, inUse, declined, overtime } = shiftsUnder(rule);
    expect(urgent.accepted + routine.accepted + declined).toBeCloseTo(2.4, 8);
    expect(urgent.accepted / 3 + routine.accepted / 1.5).toBeCloseTo(inUse, 8);
    expect(overtime > 0).toBe(rule === 'finish');
  }
});

test('one rule taken for another is off by more than any interval is wide: 5% in some wait', () => {
  const waits = rules.map(shiftsUnder).map(({ urgent, routine }) => [urgent.firstWait, routine.timeInSystem]);
  for (const [one, other] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const off = waits[one]!.map((wait, at) => Math.abs(wait / waits[other]![at]! - 1));
    expect(Math.max(...off)).toBeGreaterThan(0.05);
  }
});
