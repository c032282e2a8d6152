/** Go-live: shock, weeks to recover and excess hours, by hand; and a phased start beside one that comes all at once. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/index.js';
import { CALM_WEEKS, recoveryOf } from '../../src/experiment/recovery.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../../src/scenarios/index.js';

/** Two runs that differ by one person each way in every week, so that an interval spans about 12.7 people each way. */
const around = (means: readonly number[], half = 1) => [
  means.map((mean) => mean - half),
  means.map((mean) => mean + half),
];

describe('by hand', () => {
  /** A line of 50 people in the baseline: recovered is within 5 of it. */
  const of = (changes: readonly (readonly number[])[], level = 50) => recoveryOf(changes, level);
  it('the shock is the largest weekly difference, and all are added up', () => {
    const { shock, shockWeek, excessHours } = of(around([5, 40, 30, 20, 1, 0, 0, 0]));
    expect([shock.mean, shockWeek]).toEqual([40, 2]);
    // Eight weeks share the error: t of one degree of freedom at 1 - 0.05 / 16, which is 1 / tan(0.05 pi / 16).
    const t = 1 / Math.tan((0.05 * Math.PI) / 16);
    expect([shock.low, shock.high]).toEqual([expect.closeTo(40 - t, 3), expect.closeTo(40 + t, 3)]);
    expect(excessHours.mean).toBe(168 * 96);
  });
  it('it has recovered when the mean of four weeks is within a tenth of the baseline, counted from the start', () => {
    expect([CALM_WEEKS, of(around([0])).tolerance, of(around([0]), 0.2).tolerance]).toEqual([4, 5, 0.1]);
    // (10 + 6 + 3 + 1) / 4 = 5, and (20 + 10 + 6 + 3) / 4 is more.
    expect(of(around([40, 30, 20, 10, 6, 3, 1])).weeksToRecover.mean).toBe(3);
    // Calm before the shock does not count, nor do weeks that a relapse pulls over it.
    expect(of(around([0, 0, 0, 0, 40, 1, 1, 1, 20, 1, 1, 1, 1])).weeksToRecover.mean).toBe(9);
  });
  it('it has not where the run ends first, and at once where no week is beyond it', () => {
    expect(of(around([40, 30, 5, 5, 5])).weeksToRecover).toMatchObject({ mean: null, low: null, high: null });
    expect(of(around([5, 2, 2, 2, 2])).weeksToRecover.mean).toBe(0);
    expect(of(around([-50, -40, -40, -40, -40])).weeksToRecover.mean).toBe(0);
  });
  it('it does not move with the number of runs, nor with how they differ; the interval does', () => {
    const means = [40, 30, 20, 10, 6, 3, 1, 0, 0, 0, 0];
    const [few, many] = [around(means, 4), [...around(means, 4), ...around(means, 4), ...around(means, 4)]].map(
      (runs) => of(runs),
    );
    expect([few!.weeksToRecover.mean, many!.weeksToRecover.mean]).toEqual([3, 3]);
    // Without the lower of two runs every week has 4 more: (6 + 3 + 1) / 4 + 4 is over 5, (3 + 1) / 4 + 4 is not: 5 weeks.
    // Without the upper one it has 4 less: (20 + 10 + 6 + 3) / 4 - 4 is over 5, (10 + 6 + 3 + 1) / 4 - 4 is not: 3 weeks.
    // The jackknife's error is then 1, of which t of one degree of freedom takes 12.7 to either side.
    expect(few!.weeksToRecover).toEqual({ mean: 3, low: 0, high: 16, n: 2 });
    expect(many!.weeksToRecover.high! - many!.weeksToRecover.low!).toBeLessThan(8);
  });
  it('worlds that are the same have neither shock nor excess', () => {
    const { shock, weeksToRecover, excessHours } = of(around([0, 0, 0, 0, 0], 0));
    expect([shock.mean, shock.low, weeksToRecover.mean, excessHours.mean]).toEqual([0, 0, 0, 0]);
  });
  it('of one run no interval is told', () => {
    expect(of([[5, 0, 0, 0, 0, 0]], 10)).toMatchObject({
      shock: { mean: 5, low: null },
      weeksToRecover: { low: null },
    });
  });
});

describe('a phased start beside one all at once', () => {
  it('hits later, and costs the crisis team’s line fewer hours; the steady design has no such table', async () => {
    const cwd = fileURLToPath(new URL('./town', import.meta.url));
    const refs = ['./town.yaml', './at-once.yaml', './phased.yaml'];
    const run = async (design: 'go-live' | 'steady', replications: number) => {
      const family = loadFamily(refs, { cwd, root: cwd, design });
      if (!family.ok) throw new Error(formatProblems(family.problems));
      const described = family.scenarios.map(describeWorld);
      const worlds = family.scenarios.map((scenario, at) => ({ ...described[at]!, world: compileWorld(scenario) }));
      const { title, area, design: stated } = described[0]!;
      const plan = { title, area, design: stated, worlds, seed: 'phased', replications, workers: 0 };
      const experiment = await runExperiment(plan);
      if (!experiment.ok) throw new Error('refused');
      return experiment.results;
    };
    const { recovery } = await run('go-live', 4);
    const at = (world: string) => recovery?.find((row) => row.world === world && row.service === 'crisis-team');
    const [atOnce, phased] = [at('at-once')!, at('phased')!];
    // The run starts on 2 January: the third week is that of the 16th.
    expect([atOnce.firstWeek, phased.firstWeek]).toEqual([3, 3]);
    expect(atOnce.excessHours.low).toBeGreaterThan(0);
    expect(phased.excessHours.mean).toBeGreaterThan(0);
    expect(phased.excessHours.mean).toBeLessThan(atOnce.excessHours.mean!);
    expect(phased.shockWeek).toBeGreaterThanOrEqual(atOnce.shockWeek);
    expect((await run('steady', 1)).recovery).toBeUndefined();
  });
});
