/** Sequential precision: when it stops, what each look spends, and how often its intervals hold the truth. */
import { describe, expect, it } from 'vitest';
import { standardErrors } from '../../src/experiment/estimate.js';
import { readHeadlines, runExperiment } from '../../src/experiment/index.js';
import { measures } from '../../src/experiment/measures/index.js';
import type { Look } from '../../src/experiment/results.js';
import type { Samples } from '../../src/experiment/samples.js';
import { confidenceAt, lookAt, looksUpTo } from '../../src/experiment/sequential.js';
import { normalLuckOf } from './support/luck.js';
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

/**
 * Whether any interval of an experiment with so many headlines, each of normal values of mean 1 that are drawn anew, misses 1 at
 * the look at which all are narrow enough, or at the last; `errors` are half their widths in standard errors, by look.
 */
function misses(
  luck: () => number,
  headlines: number,
  { share, most }: { readonly share: number; readonly most: number },
  errors: readonly number[],
): boolean {
  const sums = new Float64Array(headlines);
  const squares = new Float64Array(headlines);
  const targets = new Float64Array(headlines);
  let runs = 0;
  for (const [look, end] of looksUpTo(most).entries()) {
    for (; runs < end; runs += 1) {
      for (let at = 0; at < headlines; at += 1) {
        const value = 1 + luck();
        sums[at]! += value;
        squares[at]! += value * value;
      }
    }
    const halves = Array.from(sums, (sum, at) => {
      if (look === 0) targets[at] = share * Math.abs(sum / runs);
      return errors[look]! * Math.sqrt((squares[at]! - (sum * sum) / runs) / (runs - 1) / runs);
    });
    if (end < most && halves.some((half, at) => half > targets[at]!)) continue;
    return halves.some((half, at) => Math.abs(sums[at]! / runs - 1) > half);
  }
  return false;
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

describe('ten thousand experiments on made-up values', () => {
  /** Shares of experiments with so many headlines, normal with mean 1, in which any interval misses, as it is at the last look. */
  const missing = (name: string, experiments: number, headlines: number, paid: (confidence: number) => number) => {
    const luck = normalLuckOf(name);
    // A share at which many stop at the first look or the second, where most is spent.
    const wanted = { share: headlines === 1 ? 0.3 : 0.8, most: 256 };
    const errors = looksUpTo(wanted.most).map((runs, at) =>
      standardErrors(runs, paid(1 - (1 - confidenceAt(at + 1)) / headlines)),
    );
    let missed = 0;
    for (let at = 0; at < experiments; at += 1) if (misses(luck, headlines, wanted, errors)) missed += 1;
    return missed / experiments;
  };

  it('stop as `lookAt` does, whose intervals these are', () => {
    const luck = normalLuckOf('alike');
    for (let at = 0; at < 20; at += 1) {
      const values = Array.from({ length: 256 }, () => 1 + luck());
      const looks: Look[] = [];
      for (const end of looksUpTo(256)) {
        looks.push(lookAt(samplesOf(values.slice(0, end)), rule(0.3), looks));
        if (looks.at(-1)!.isMet) break;
      }
      let next = 0;
      const errors = looksUpTo(256).map((runs, look) => standardErrors(runs, confidenceAt(look + 1)));
      const { mean, half } = looks.at(-1)!.intervals[0]!;
      expect(misses(() => values[next++]! - 1, 1, { share: 0.3, most: 256 }, errors)).toBe(Math.abs(mean! - 1) > half!);
      expect(next).toBe(looks.at(-1)!.replications);
    }
  });
  const bound = (experiments: number) => 0.05 + 2.6 * Math.sqrt((0.05 * 0.95) / experiments);
  it('miss in at most 5%, with one headline and with six', () => {
    expect(missing('one', 10_000, 1, (confidence) => confidence)).toBeLessThan(bound(10_000));
    expect(missing('six', 3000, 6, (confidence) => confidence)).toBeLessThan(bound(3000));
  });
  it('would be refused where looks are not paid for, or headlines are not', () => {
    expect(missing('one', 10_000, 1, () => 0.95)).toBeGreaterThan(bound(10_000));
    expect(missing('six', 3000, 6, (confidence) => 1 - 6 * (1 - confidence))).toBeGreaterThan(bound(3000));
  });
});

describe('the looks of several headlines', () => {
  it('share the error, by hand', () => {
    const world = samplesOf(Array.from({ length: 16 }, (_, at) => 10 + (at % 2 === 0 ? 1 : -1) * Math.sqrt(15 / 16)));
    const twice = { ...rule(0.07), measures: [...rule(0.07).measures, ...rule(0.07).measures] };
    const look = lookAt(world, twice, []);
    expect(look.confidence).toBeCloseTo(0.9875, 12);
    // Student t with 15 degrees of freedom, 0.99375: 2.8366; over the root of 16.
    expect(look.intervals.map(({ half }) => half)).toEqual([
      expect.closeTo(2.8366 / 4, 3),
      expect.closeTo(2.8366 / 4, 3),
    ]);
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
      expect.stringMatching(/^Nearly always full.*: Clerk/),
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
    expect(names('abcdefg'.split(''))).toMatchObject({
      expected: '1 to 6 measures',
      next: expect.stringContaining('rests on'),
    });
    const several = readHeadlines(['unmett', 'unmet', 'polce'], worlds);
    expect(several.ok ? [] : several.problems.map(({ found }) => found)).toEqual(['unmett', 'polce']);
  });
});
