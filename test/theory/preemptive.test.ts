/** The referee's formulas for pre-emption and re-triage, held against each other before they judge anyone. */
import { expect, test } from 'vitest';
import { meanWait } from './support/erlang.js';
import { solvePreemptive } from './support/preemptive-chain.js';
import { restarted, resumed, waitOfRoutine } from './support/preemptive-unit.js';
import { solveRetriage } from './support/retriage-chain.js';

const close = (value: number) => expect.closeTo(value, 6);
const urgent = { arrivals: 12, rate: 60 };

test('one unit, resumed: (1/μ₂ + Σ λE[S²]/2 / (1 − ρ₁ − ρ₂)) / (1 − ρ₁) in all (Kleinrock 1976, equation 3.39)', () => {
  const time = (1 / 40 + (0.2 / 60 + 0.15 / 40) / (1 - 0.2 - 0.15)) / (1 - 0.2);
  const completion = resumed(urgent, 1 / 40);
  expect(waitOfRoutine(urgent, 6, completion) + completion.mean).toEqual(close(time));
  const chain = solvePreemptive({ units: 1, arrivals: [12, 6], rates: [60, 40], room: 22 });
  expect(chain.routine.inside / 6).toEqual(close(time));
  expect(chain.urgent.waiting / 12).toEqual(close(meanWait(1, 12, 1 / 60)));
});

test('several units alike, resumed: the urgent are M/M/c alone, and all together M/M/c too', () => {
  const chain = solvePreemptive({ units: 3, arrivals: [10, 10], rates: [20, 20], room: 20 });
  expect(chain.urgent.waiting / 10).toEqual(close(meanWait(3, 10, 1 / 20)));
  expect((chain.urgent.waiting + chain.routine.waiting) / 20).toEqual(close(meanWait(3, 20, 1 / 20)));
});

test('those put out and gone: flow in is flow out', () => {
  const chain = solvePreemptive({ units: 2, arrivals: [20, 15], rates: [30, 20], room: 4, isGone: true });
  expect(chain.routine.inUse * 20 + chain.putOut).toEqual(close(chain.routine.accepted));
  expect(chain.urgent.inUse * 30).toEqual(close(chain.urgent.accepted));
});

test('promotion in line: the number inside stays where all work is alike; at once, it is one line', () => {
  const world = { arrivals: [12, 6], rates: [30, 30], room: 4 } as const;
  const never = solveRetriage({ ...world, promotion: 0 });
  const soon = solveRetriage({ ...world, promotion: 8 });
  const atOnce = solveRetriage({ ...world, promotion: 1e9 });
  expect(soon.waiting).toEqual(close(never.waiting));
  expect(soon.routineWait).toBeLessThan(0.95 * never.routineWait);
  expect(atOnce.routineWait).toEqual(close(atOnce.urgentWait));
});

test('work that starts again: the mean solves its first-step equation, and without interruptions there is none', () => {
  const rare = { arrivals: 3, rate: 12 };
  const isDone = Math.exp(-3 * 0.2);
  // Done at once with that chance; else the time until the interruption, urgent work, and all over again.
  const mean = ((1 - isDone) / 3 + (1 - isDone) / (12 - 3)) / isDone;
  const completion = restarted(rare, 0.2);
  expect(completion.mean).toEqual(close(mean));
  expect(completion.work).toEqual(close((1 / isDone - 1) / 3));
  const alone = restarted({ arrivals: 1e-4, rate: 12 }, 0.2);
  expect(alone.mean).toBeCloseTo(0.2, 4);
  expect(alone.square).toBeCloseTo(0.04, 4);
});
