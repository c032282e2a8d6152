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
  it('the shock is the largest weekly difference, and all are added up', () => {
    const { shock, shockWeek, excessHours } = recoveryOf(around([5, 40, 30, 20, 1, 0, 0, 0]));
    expect([shock.mean, shockWeek]).toEqual([40, 2]);
    // Eight weeks share the error: t of one degree of freedom at 1 - 0.05 / 16, which is 1 / tan(0.05 pi / 16).
    const t = 1 / Math.tan((0.05 * Math.PI) / 16);
    expect([shock.low, shock.high]).toEqual([expect.closeTo(40 - t, 3), expect.closeTo(40 + t, 3)]);
    expect(excessHours.mean).toBe(168 * 96);
  });
  it('it has recovered when four weeks running are not clearly worse, counted from the start', () => {
    expect(CALM_WEEKS).toBe(4);
    expect(recoveryOf(around([40, 30, 20, 10, 5, 0, 0])).weeksToRecover).toBe(3);
    // Three calm weeks and a relapse do not count, nor does calm before the shock.
    expect(recoveryOf(around([0, 0, 0, 0, 40, 5, 5, 5, 20, 5, 5, 5, 5])).weeksToRecover).toBe(9);
  });
  it('it has not where the run ends first, and at once where nothing was clearly worse', () => {
    expect(recoveryOf(around([40, 30, 5, 5, 5])).weeksToRecover).toBeNull();
    expect(recoveryOf(around([40, 40, 40, 40, 40])).weeksToRecover).toBeNull();
    expect(recoveryOf(around([3, 2, 2, 2, 2])).weeksToRecover).toBe(0);
    expect(recoveryOf(around([-50, -40, -40, -40, -40])).weeksToRecover).toBe(1);
  });
  it('worlds that are the same have neither shock nor excess', () => {
    const { shock, weeksToRecover, excessHours } = recoveryOf(around([0, 0, 0, 0, 0], 0));
    expect([shock.mean, shock.low, weeksToRecover, excessHours.mean]).toEqual([0, 0, 0, 0]);
  });
  it('of one run no recovery is told', () => {
    expect(recoveryOf([[5, 0, 0, 0, 0, 0]])).toMatchObject({ shock: { mean: 5, low: null }, weeksToRecover: null });
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
