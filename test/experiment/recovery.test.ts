/** Go-live: shock, weeks to recover and excess hours, by hand; and a phased start beside one that comes all at once. */
import { fileURLToPath } from 'node:url';
import { mean as average, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/index.js';
import { CALM_WEEKS, recoveryOf } from '../../src/experiment/recovery.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../../src/scenarios/index.js';
import { normalLuckOf } from './support/luck.js';

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
    const times = (count: number, half: number) => Array.from({ length: count }, () => around(means, half)).flat();
    const [two, six, forty] = [times(1, 4), times(3, 4), times(20, 4)].map((runs) => of(runs).weeksToRecover);
    expect([two!.mean, six!.mean, forty!.mean]).toEqual([3, 3, 3]);
    expect(two).toEqual({ mean: 3, low: null, high: null, n: 2 });
    // Six upper runs have 4 more in every week: (6 + 3 + 1) / 4 + 4 is over 5, (3 + 1) / 4 + 4 is not: 5 weeks. Of six lower
    // ones it has 4 less: (20 + 10 + 6 + 3) / 4 - 4 is over 5, (10 + 6 + 3 + 1) / 4 - 4 is not: 3 weeks.
    expect(six).toEqual({ mean: 3, low: 3, high: 5, n: 6 });
    // Of forty, the mean of a resample seldom lies more than 4 * 2.02 / 6.3 = 1.3 to either side: 3 or 4 weeks.
    expect(forty).toEqual({ mean: 3, low: 3, high: 4, n: 40 });
  });
  it('an interval that reaches beyond the end of the run has no upper end', () => {
    const runs = Array.from({ length: 3 }, () => around([40, 30, 20, 10, 6, 3, 1], 4)).flat();
    expect(of(runs).weeksToRecover).toEqual({ mean: 3, low: 3, high: null, n: 6 });
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

describe('on made-up lines that fall by a share each week', () => {
  /** Weekly differences of runs around a shock of 40 that wears off, with noise that outlasts a week. */
  const lines = (name: string, runs: number, spread: number, memory: number, fall: number) => {
    const luck = normalLuckOf(name);
    const mean = Array.from({ length: 52 }, (_, week) => 40 * Math.exp(-week / fall));
    const made = () =>
      Array.from({ length: runs }, () => {
        let noise = spread * luck();
        return mean.map((level) => {
          const change = level + noise;
          noise = memory * noise + Math.sqrt(1 - memory * memory) * spread * luck();
          return change;
        });
      });
    return { mean, made };
  };
  it.each([
    [10, 20, 0.8, 6],
    [20, 15, 0.7, 10],
  ])(
    'the interval over %i runs (spread %d, memory %d, %d weeks) holds the weeks of the true mean as often as it says',
    (...of) => {
      const { mean, made } = lines(`recovery ${of.join(' ')}`, ...of);
      const truth = recoveryOf([mean], 50).weeksToRecover.mean!;
      const found = Array.from({ length: 250 }, () => recoveryOf(made(), 50).weeksToRecover).filter(
        (weeks) => weeks.mean !== null,
      );
      const held = found.filter(({ low, high }) => low! <= truth && truth <= (high ?? Number.POSITIVE_INFINITY)).length;
      expect(held / found.length).toBeGreaterThan(0.95 - 2.6 * Math.sqrt((0.95 * 0.05) / found.length));
      // Nor is it told by a width that holds everything: half of it is at most 3.5 standard deviations of the estimates.
      const width = average(found.map(({ low, high }) => (high ?? mean.length) - low!));
      const deviation = sampleStandardDeviation(found.map((weeks) => weeks.mean!));
      expect(width / 2).toBeLessThan(3.5 * deviation);
    },
  );
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
    const { recovery, weekly = [] } = await run('go-live', 4);
    const at = (world: string) => recovery?.find((row) => row.world === world && row.service === 'crisis-team');
    const [atOnce, phased] = [at('at-once')!, at('phased')!];
    // The run starts on 2 January: the third week is that of the 16th.
    expect([atOnce.firstWeek, phased.firstWeek]).toEqual([3, 3]);
    // A tenth of the baseline's own line from that week on: a policy cannot loosen what it is held to.
    const line = (world: string) => {
      const of = weekly.find(
        (row) => row.world === world && row.measure === 'weekly-waiting' && row.cell.service === 'crisis-team',
      );
      return average((of?.mean ?? []).slice(2).map((people) => people ?? Number.NaN));
    };
    expect(atOnce.tolerance).toBeCloseTo(Math.max(0.1 * line('town'), 0.1), 6);
    expect(line('at-once')).toBeGreaterThan(Math.max(line('town'), 1));
    expect(atOnce.excessHours.low).toBeGreaterThan(0);
    expect(phased.excessHours.mean).toBeGreaterThan(0);
    expect(phased.excessHours.mean).toBeLessThan(atOnce.excessHours.mean!);
    expect(phased.shockWeek).toBeGreaterThanOrEqual(atOnce.shockWeek);
    expect((await run('steady', 1)).recovery).toBeUndefined();
  });
});
