/** The check of the warm-up on whole runs whose way to the steady state is known. */
import { describe, expect, it } from 'vitest';
import { type Results, runExperiment, type WarmUpSeries } from '../../src/experiment/index.js';
import { planOf } from './support/town.js';

const WEEK = 168;

async function resultsOf(name: string, replications: number): Promise<Results> {
  const experiment = await runExperiment(planOf([name], { seed: 'warm-up', replications }, 'warm-up'));
  if (!experiment.ok) throw new Error(JSON.stringify(experiment.problems));
  return experiment.results;
}

const seriesOf = ({ warmUp }: Results, measure: string): WarmUpSeries =>
  warmUp.series.find((one) => one.measure === measure && one.cell.group !== 'background')!;

/** Mean line of M/M/1 from empty in each week [people], by small steps of its chain (Kolmogorov's forward equations). */
function waitingFromEmpty(arrival: number, service: number, weeks: number): number[] {
  const states = 120;
  let chance = new Float64Array(states);
  chance[0] = 1;
  const steps = 2;
  return Array.from({ length: weeks }, () => {
    let sum = 0;
    for (let step = 0; step < WEEK * steps; step += 1) {
      const next = new Float64Array(states);
      for (let at = 0; at < states; at += 1) {
        const up = at < states - 1 ? (arrival / steps) * chance[at]! : 0;
        const down = at > 0 ? (service / steps) * chance[at]! : 0;
        next[at]! += chance[at]! - up - down;
        if (up > 0) next[at + 1]! += up;
        if (down > 0) next[at - 1]! += down;
      }
      chance = next;
      for (let at = 2; at < states; at += 1) sum += (at - 1) * chance[at]!;
    }
    return sum / (WEEK * steps);
  });
}

describe('M/M/1 from empty, relaxation time four weeks', () => {
  const [arrival, service] = [18 / WEEK, 1 / 7.466666666666667];
  const exact = waitingFromEmpty(arrival, service, 40);
  const steady = 0.8 ** 2 / 0.2;

  it('is followed week by week as its chain says, and needs the weeks that the chain needs', async () => {
    const results = await resultsOf('from-empty', 400);
    const line = results.weekly.find(({ measure }) => measure === 'weekly-waiting')!;
    expect(line.mean).toHaveLength(40);
    for (const [week, mean] of line.mean.entries()) {
      // Forty intervals at once: half again as wide as 95% (1 - 0.001 / 40 for 400 replications is 4.2 errors).
      const half = ((line.high[week]! - line.low[week]!) / 2) * (4.2 / 1.97);
      expect(Math.abs(mean! - exact[week]!)).toBeLessThan(half);
    }
    const { point, needs, verdict, weeks } = seriesOf(results, 'weekly-waiting');
    expect({ weeks, verdict }).toEqual({ weeks: 40, verdict: 'too short' });
    expect(needs).toBe(point);
    // A relaxation time at least; and kept from there on, the chain's own mean is within 3% of its steady state.
    expect(point!).toBeGreaterThanOrEqual(4);
    const kept = exact.slice(point!);
    expect(kept.reduce((sum, value) => sum + value, 0) / kept.length).toBeGreaterThan(0.97 * steady);
    expect(results.warmUp).toMatchObject({ stated: 0, proposed: expect.any(Number) });
    expect(results.warnings).toEqual([
      expect.stringMatching(/^A warm-up of 0 weeks is too short: .*people waiting at Clerk in from-empty/),
    ]);
  });
});

describe('stays of ten weeks on average, without limit', () => {
  it('need no warm-up from the stock that they lead to', async () => {
    const { warmUp, warnings } = await resultsOf('settled-start', 60);
    expect(warmUp.proposed).toBe(0);
    expect(warmUp.series.map(({ verdict }) => verdict)).toEqual(warmUp.series.map(() => 'long enough'));
    expect(warnings).toEqual([]);
  });

  it('fill a run of forty weeks from nothing: no point in it can be trusted', async () => {
    const { warmUp, warnings } = await resultsOf('unsettled-start', 60);
    expect(warmUp.proposed).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^(Still drifting|The run is too short)/);
  });
});

describe('a queue that grows without end', () => {
  it('is said to drift, whatever its warm-up', async () => {
    const results = await resultsOf('overloaded', 60);
    expect(seriesOf(results, 'weekly-waiting').verdict).toBe('drifts');
    expect(results.warmUp.proposed).toBeNull();
    expect(results.warnings[0]).toMatch(
      /^Still drifting at the end of the run: .*people waiting at Clerk in overloaded/,
    );
  });
});
