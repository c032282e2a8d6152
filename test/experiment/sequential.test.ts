/** Sequential precision: when it stops, what each look spends, and how often its intervals hold the truth. */
import { describe, expect, it } from 'vitest';
import { readHeadlines, runExperiment } from '../../src/experiment/index.js';
import { measures } from '../../src/experiment/measures/index.js';
import type { Look } from '../../src/experiment/results.js';
import type { Samples } from '../../src/experiment/samples.js';
import { confidenceAt, lookAt, looksUpTo, precisionOf } from '../../src/experiment/sequential.js';
import { designDraw, seedWords } from '../../src/sim/index.js';
import { coverageOf } from './support/covered.js';
import { planOf } from './support/town.js';

const of = measures.find(({ id }) => id === 'unmet')!;
const ledger = { events: 0, opened: 0, closed: 0, inside: 0, declined: 0, gridlocks: 0 };

/** Samples of one world in which one measure has these values, one for each replication. */
function samplesOf(values: readonly number[]): Samples {
  const sampled = { of, cells: [{}], values: values.map((value) => Float64Array.of(value)) };
  const world = {
    population: 1,
    weekly: new Map(),
    areas: new Map(),
    periods: new Map(),
    comparisons: new Map(),
    ledger,
  };
  return {
    seed: 's',
    replications: values.length,
    worlds: [{ ...world, id: 'w', measures: new Map([['unmet', sampled]]) }],
  };
}

const rule = (share: number, most = 256) => ({ share, measures: [{ measure: 'unmet', cell: {} }], most });

describe('looks', () => {
  it('come after 16, 32, 64, …, and at last at the most there may be', () => {
    expect(looksUpTo(100)).toEqual([16, 32, 64, 100]);
    expect(looksUpTo(64)).toEqual([16, 32, 64]);
    expect(looksUpTo(16)).toEqual([16]);
  });

  it('spend half of the 5%, then a quarter, never more than all of it', () => {
    expect(confidenceAt(1)).toBeCloseTo(0.975, 12);
    expect(confidenceAt(2)).toBeCloseTo(0.9875, 12);
    const spent = Array.from({ length: 12 }, (_, at) => 1 - confidenceAt(at + 1));
    expect(spent.reduce((sum, share) => sum + share, 0)).toBeLessThan(0.05);
  });

  it('by hand: 16 values of mean 10 and standard deviation 1 have a half-width of 2.4899 standard errors', () => {
    const values = Array.from({ length: 16 }, (_, at) => 10 + (at % 2 === 0 ? 1 : -1) * Math.sqrt(15 / 16));
    // Student t with 15 degrees of freedom, 0.9875: 2.4899; over the root of 16.
    const look = lookAt(samplesOf(values), rule(0.0625), []);
    expect(look.confidence).toBeCloseTo(0.975, 12);
    expect(look.intervals[0]!.half).toBeCloseTo(2.4899 / 4, 4);
    expect(look.intervals[0]!.target).toBeCloseTo(0.625, 12);
    expect(look.isMet).toBe(true);
    expect(lookAt(samplesOf(values), rule(0.062), []).isMet).toBe(false);
  });

  it('keep the target of the first look, however the mean moves', () => {
    const first = lookAt(samplesOf(Array.from({ length: 16 }, (_, at) => (at % 2) * 2)), rule(0.1), []);
    const second = lookAt(samplesOf(Array.from({ length: 32 }, (_, at) => 50 + at)), rule(0.1), [first]);
    expect(first.intervals[0]!.target).toBeCloseTo(0.1, 12);
    expect(second.intervals[0]!.target).toBe(first.intervals[0]!.target);
  });
});

describe('a thousand experiments on exponential values, whose mean is 1', () => {
  it('hold it at least 94% of the time, in intervals at most 1.6 times as wide', () => {
    const words = seedWords('precision');
    const experiments = Array.from({ length: 1000 }, (_, experiment) => {
      const looks: Look[] = [];
      const wanted = rule(0.3);
      const values: number[] = [];
      for (const end of looksUpTo(wanted.most)) {
        // Each value is a mean of four, as skewed as the mean line of a week of a busy queue.
        for (let at = values.length; at < end; at += 1) {
          const four = [0, 1, 2, 3].map(
            (k) => -Math.log(designDraw(words, `design/exponential/${experiment}`, 4 * at + k)),
          );
          values.push(four.reduce((sum, value) => sum + value, 0) / 4);
        }
        looks.push(lookAt(samplesOf(values), wanted, looks));
        if (looks.at(-1)!.isMet) break;
      }
      return { requested: values.length, completed: values.length, rule: '', precision: precisionOf(wanted, looks) };
    });
    const { atLeast, medianWidth, ends } = coverageOf(experiments, 1);
    expect(Object.keys(ends).length).toBeGreaterThan(1);
    expect(atLeast).toBeGreaterThan(0.94);
    expect(medianWidth).toBeLessThan(1.6);
  });
});

describe('an experiment', () => {
  const precise = { share: 0.05, measures: [{ measure: 'mean-in-use', cell: { service: 'clerk' } }], most: 64 };
  const run = async (more: object) => {
    const experiment = await runExperiment(
      planOf(['queue'], { replications: 64, precision: precise, ...more }, 'precision'),
    );
    if (!experiment.ok) throw new Error('refused');
    return experiment.results;
  };

  it('stops at the look that is precise enough, records it, and is the fixed experiment but for wider intervals', async () => {
    const results = await run({});
    const { replications } = results.design;
    expect(replications.precision!.isReached).toBe(true);
    const last = replications.precision!.looks.at(-1)!;
    expect([replications.requested, replications.completed]).toEqual([last.replications, last.replications]);
    expect(last.replications).toBeLessThan(64);
    expect(replications.rule).toMatch(/^sequential: .* 5% .* mean-in-use:clerk; looks at 16.*; reached at \d+$/);
    const fixed = await run({ precision: undefined, replications: last.replications });
    expect(results.estimates.map(({ mean }) => mean)).toEqual(fixed.estimates.map(({ mean }) => mean));
    const width = (all: typeof results) => {
      const { low, high } = all.estimates.find(({ measure }) => measure === 'mean-in-use')!;
      return high! - low!;
    };
    expect(width(results) / width(fixed)).toBeGreaterThan(1.1);
    expect(width(results) / 2).toBeCloseTo(last.intervals[0]!.half!, 12);
  });

  it('that may not run long enough says by how much it falls short', async () => {
    const results = await run({ precision: { ...precise, share: 0.001, most: 20 } });
    expect(results.design.replications).toMatchObject({ completed: 20, precision: { isReached: false } });
    expect(results.design.replications.precision!.looks.map(({ replications }) => replications)).toEqual([16, 20]);
    expect(results.warnings).toEqual([
      expect.stringMatching(/^Nearly always full.*: clerk/),
      expect.stringMatching(
        /^The precision asked for, 0\.1% of the baseline’s level, was not reached with 20 replications: mean-in-use:clerk in queue \(\d\.\d%\)\.$/,
      ),
    ]);
  });
});

describe('headline measures', () => {
  const { worlds } = planOf(['town', 'diverted']);
  const names = (wanted?: string[]) => {
    const read = readHeadlines(wanted, worlds);
    return read.ok
      ? read.headlines.map(({ measure, cell }) => [measure, ...Object.values(cell)].join(':'))
      : read.problems[0];
  };

  it('are by default needs not met and the hours of the agencies that policies start from', () => {
    expect(names()).toContain('unmet');
    expect(names(['wait-mean:crisis-team:people'])).toEqual(['wait-mean:crisis-team:people']);
  });

  it('that are unknown, too many or half named are refused with the nearest', () => {
    expect(names(['unmett'])).toMatchObject({ found: 'unmett', nearest: 'unmet' });
    expect(names(['staff-hours'])).toMatchObject({ expected: 'staff-hours:<agency>' });
    expect(names(['staff-hours:polce'])).toMatchObject({ nearest: 'staff-hours:police' });
    expect(names('abcdefg'.split(''))).toMatchObject({ expected: '1 to 6 measures' });
  });
});
