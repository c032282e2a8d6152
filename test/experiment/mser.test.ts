/** The truncation rule: by hand, against its definition, and on series whose transient is planted. */
import fc from 'fast-check';
import { mean } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { truncationPoint } from '../../src/experiment/mser.js';
import { judge } from '../../src/experiment/warm-up.js';
import { designDraw, seedWords } from '../../src/sim/index.js';

/** The rule as it is defined, in plain sums. */
function byDefinition(batches: readonly number[]): number {
  const statistics = batches.slice(0, batches.length - 4).map((_, point) => {
    const kept = batches.slice(point);
    return kept.reduce((sum, value) => sum + (value - mean(kept)) ** 2, 0) / kept.length ** 2;
  });
  return statistics.indexOf(Math.min(...statistics));
}

/** Independent standard normal noise, from the engine's own addressed draws. */
function noise(name: string, count: number): number[] {
  const words = seedWords('warm-up');
  const draw = (at: number) => designDraw(words, `design/${name}`, at);
  return Array.from(
    { length: count },
    (_, at) => Math.sqrt(-2 * Math.log(draw(2 * at))) * Math.cos(2 * Math.PI * draw(2 * at + 1)),
  );
}

describe('the MSER point', () => {
  it('by hand: leaves out the one week that differs, and none where all are alike', () => {
    expect(truncationPoint([10, 1, 1, 1, 1, 1, 1, 1])).toBe(1);
    expect(truncationPoint([1, 1, 1, 1, 1, 1])).toBe(0);
    expect(truncationPoint([3, 9])).toBe(0);
    // Kept from 0: 8.75 / 64 = 0.137; from 1: 0.857 / 49 = 0.0175; from 2: 0.833 / 36 = 0.0231.
    expect(truncationPoint([4, 2, 1, 1, 1, 1, 1, 1])).toBe(2);
  });

  it('is the one of its definition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 40 }), (batches) => {
        const statistic = (point: number) => {
          const kept = batches.slice(point);
          return kept.reduce((sum, value) => sum + (value - mean(kept)) ** 2, 0) / kept.length ** 2;
        };
        const [found, wanted] = [truncationPoint(batches), byDefinition(batches)];
        expect(statistic(found)).toBeCloseTo(statistic(wanted), 9);
        expect(found).toBeLessThanOrEqual(batches.length - 5);
      }),
    );
  });
});

describe('a planted transient', () => {
  /** Weeks of 20 replications about 100: a transient of that size which shrinks by a third a week, and noise. */
  const runs = (size: number, drift = 0, name = 'planted') =>
    Array.from({ length: 20 }, (_, run) =>
      noise(`${name}/${run}`, 40).map((z, week) => 100 - size * (2 / 3) ** week + drift * week + 2 * z),
    );

  it('is found, called too short where the warm-up keeps it, and long enough where it does not', () => {
    const found = judge(runs(60), 0, 0.001);
    // In the sixth week the transient is still ten times the noise of a week's mean, 2 / sqrt(20); past the twelfth it is
    // below it, and noise decides where in the first half the point falls.
    expect(found.point).toBeGreaterThanOrEqual(6);
    expect(found.point).toBeLessThanOrEqual(20);
    expect(found.needs).toBe(found.point);
    // Exactly: 60 x 3 / 40 weeks = 4.5 of 100, less what the point itself leaves.
    expect(found.bias).toBeCloseTo(-0.045, 2);
    expect(found.verdict).toBe('too short');
    expect(judge(runs(60), 12, 0.001).verdict).toBe('long enough');
  });

  it('that does not matter is let pass', () => {
    expect(judge(runs(1), 0, 0.001)).toMatchObject({ needs: 0, bias: 0, verdict: 'long enough' });
  });

  it('that lasts beyond half of the run is one that the run cannot see the end of', () => {
    const late = Array.from({ length: 20 }, (_, run) =>
      noise(`late/${run}`, 40).map((z, week) => (week < 22 ? 98 : 102) + z),
    );
    expect(judge(late, 4, 0.001)).toMatchObject({
      point: 22,
      verdict: expect.stringMatching(/^(run too short|drifts)$/),
    });
  });

  it('with no end is a drift', () => {
    expect(judge(runs(0, 1), 4, 0.001).verdict).toBe('drifts');
  });
});

describe('noise alone', () => {
  it('raises an alarm no more often than it may, wherever its points lie', () => {
    const verdicts = Array.from({ length: 400 }, (_, trial) =>
      judge(
        Array.from({ length: 10 }, (_, run) => noise(`nothing/${trial}/${run}`, 21).map((z) => 100 + 20 * z)),
        6,
        0.05,
      ),
    );
    const alarms = verdicts.filter(({ verdict }) => verdict !== 'long enough').length;
    expect(alarms).toBeLessThanOrEqual(20);
    // The bare point would have called for a longer warm-up far more often.
    expect(verdicts.filter(({ point }) => (point ?? 0) > 6).length).toBeGreaterThan(Math.max(20, 2 * alarms));
  });

  it('is not judged from few weeks or few replications', () => {
    const few = (runs: number, weeks: number) =>
      judge(
        Array.from({ length: runs }, (_, run) => noise(`few/${run}`, weeks)),
        0,
        0.05,
      ).verdict;
    expect([few(20, 9), few(4, 30), few(5, 10)]).toEqual(['not judged', 'not judged', 'long enough']);
  });
});
