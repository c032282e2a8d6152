/** The judge judged: it must refuse what it is there to refuse. */
import { describe, expect, test } from 'vitest';
import { estimateOf } from './support/front-door.js';
import { studentQuantile } from './support/student.js';
import { judge, judgeTogether, levelFor } from './support/verdict.js';

/** An estimate with this mean and standard error, as 95% intervals over 60 replications are printed. */
function estimate(mean: number, error: number) {
  const half = studentQuantile(0.95, 59) * error;
  return { mean, low: mean - half, high: mean + half, n: 60 };
}

describe('judge', () => {
  const level = levelFor(19);

  test('widens a 95% interval to the level asked for, and measures it as a share of the exact value', () => {
    const { half, width } = judge(estimate(1, 0.01), 2, level);
    expect(half).toBeCloseTo(0.01 * studentQuantile(1 - 0.001 / 19, 59), 12);
    expect(width).toBeCloseTo(half / 2, 12);
  });

  test('four errors away holds, five do not', () => {
    expect(judge(estimate(1.04, 0.01), 1, level).holds).toBe(true);
    expect(judge(estimate(1.05, 0.01), 1, level).holds).toBe(false);
    expect(judge(estimate(0.95, 0.01), 1, level).holds).toBe(false);
  });

  test('an estimate without an interval is no evidence', () => {
    expect(() => judge({ mean: 1, low: null, high: null, n: 1 }, 1, level)).toThrow(RangeError);
  });

  test('runs together are as exact as their number allows, and see a bias that each alone cannot', () => {
    const biased = Array.from({ length: 20 }, () => estimate(1.02, 0.01));
    expect(judge(biased[0]!, 1, level).holds).toBe(true);
    const together = judgeTogether(biased, 1, level);
    expect(together.half).toBeCloseTo((studentQuantile(level, 20 * 59) * 0.01) / Math.sqrt(20), 12);
    expect(together.holds).toBe(false);
  });
});

test('an estimate asked for that is not there is an error, not a pass', () => {
  const results = { estimates: [] } as unknown as Parameters<typeof estimateOf>[0];
  expect(() => estimateOf(results, 'wait-mean', { service: 'clerk' })).toThrow('0 estimates of wait-mean');
});
