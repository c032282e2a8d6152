/** The search for a break-even on planted responses: what it has to find, what it may not say, and how often it errs. */
import { describe, expect, it } from 'vitest';
import { chanceBounds, signTest } from '../../../src/experiment/binomial.js';
import { type BreakEven, type BreakEvenSearch, findBreakEven } from '../../../src/experiment/break-even.js';
import { looksFrom } from '../../../src/experiment/looks.js';
import { reversalsIn } from '../../../src/experiment/reversals.js';
import { type Met, Tries } from '../../../src/experiment/tries.js';
import { designDraw, seedWords } from '../../../src/sim/index.js';
import { expectFound } from '../../support/verification/told.js';

const seed = seedWords('break-even');
const draw = (name: string, count: number) => designDraw(seed, `design/${name}`, count);

/** A judge that meets the target with this chance at so many units: each replication has one draw for all of them. */
function planted(name: string, chance: (added: number) => number) {
  const asked = new Map<number, number>();
  const judge = async (added: number, from: number, to: number): Promise<Met[]> => {
    expect(from, `replications of ${added} are run once`).toBe(asked.get(added) ?? 0);
    asked.set(added, to);
    return Array.from({ length: to - from }, (_, at) => draw(name, from + at) < chance(added));
  };
  return { judge, asked };
}

const LEVELS = [0.5, 0.8, 0.95];
const search = (judge: BreakEvenSearch['judge'], more: Partial<BreakEvenSearch> = {}) =>
  findBreakEven({ levels: LEVELS, first: 20, most: 320, limit: 1000, judge, ...more });

async function answers(judge: BreakEvenSearch['judge'], more: Partial<BreakEvenSearch> = {}): Promise<BreakEven[]> {
  const found = await search(judge, more);
  return [...found!.answers];
}

describe('the chance of something', () => {
  it('has the bounds of Clopper and Pearson, to the digits that tables print', () => {
    // Both sides of 95% intervals: 2.5% each. R's binom.test gives the same.
    for (const [met, of, low, high] of [
      [0, 10, 0, 0.3085],
      [5, 10, 0.1871, 0.8129],
      [10, 10, 0.6915, 1],
      [95, 100, 0.8872, 0.9836],
    ] as const) {
      const bounds = chanceBounds(met, of, 0.025);
      expect(bounds.low).toBeCloseTo(low, 4);
      expect(bounds.high).toBeCloseTo(high, 4);
    }
  });

  it('of a sign test is a sum of coin tosses', () => {
    expect(signTest(0, 7)).toBe(1);
    expect(signTest(3, 0)).toBeCloseTo(1 / 8, 12);
    expect(signTest(4, 1)).toBeCloseTo(6 / 32, 12);
  });
});

describe('a break-even', () => {
  it('of a step is found at each level, and its neighbour is run as far as it takes', async () => {
    for (const step of [0, 1, 2, 7, 100]) {
      const { judge, asked } = planted('step', (added) => (added >= step ? 1 : 0));
      const found = await answers(judge);
      expect(found.map(({ status, low, high }) => ({ status, low, high }))).toEqual(
        LEVELS.map(() => ({ status: 'found', low: step, high: step })),
      );
      // 20 of 20 settle one half; 95 in a hundred take more than 100 of 100, and only the answer itself is run so far.
      expect([...asked].filter(([, runs]) => runs > 20).map(([added]) => added)).toEqual([step]);
    }
  });

  it('lies at other capacities for other levels', async () => {
    const chances = [0.1, 0.3, 0.7, 0.7, 0.7, 0.9, 0.99];
    const { judge } = planted('levels', (added) => chances[added] ?? 1);
    expect((await answers(judge, { most: 640 })).map(({ status, low }) => [status, low])).toEqual([
      ['found', 2],
      ['found', 5],
      ['found', 6],
    ]);
  });

  it('that chance cannot settle is said to lie between two capacities', async () => {
    const chances = [0.1, 0.5, 0.9];
    const { judge, asked } = planted('even', (added) => chances[added] ?? 1);
    const [half] = await answers(judge, { levels: [0.5] });
    expect(half).toMatchObject({ status: 'unresolved', low: 1, high: 2 });
    expect(asked.get(1)).toBe(320);
  });

  it('that so few replications could never settle is not looked for further up', async () => {
    const { judge, asked } = planted('few', (added) => (added >= 2 ? 1 : 0));
    const [most] = await answers(judge, { levels: [0.95], first: 6, most: 12 });
    expect(most).toMatchObject({ status: 'unresolved', low: 2, high: null, guess: 2 });
    expect(Math.max(...[...asked.keys()].filter(Number.isFinite))).toBeLessThanOrEqual(4);
  });

  it('that ample units do not bring is impossible, and one beyond the limit is said to be', async () => {
    const never = await answers(planted('never', () => 0.3).judge);
    expect(never.map(({ status, guess }) => [status, guess])).toEqual(LEVELS.map(() => ['impossible', null]));
    const far = await answers(planted('far', (added) => (added > 1000 ? 1 : 0)).judge);
    expect(far.map(({ status, low }) => [status, low])).toEqual(LEVELS.map(() => ['beyond', 1001]));
  });

  it('is not said where nothing can be judged', async () => {
    const [half] = await answers(async (_added, from, to) => new Array<Met>(to - from).fill(null), { levels: [0.5] });
    expect(half).toMatchObject({ status: 'unresolved', low: 0, high: null, guess: null });
  });

  it('is null when the work is stopped', async () => {
    expect(await search(async () => null)).toBeNull();
  });

  it('that is called found is wrong in at most 5 of 100 cases, with chances close to the levels', async () => {
    let found = 0;
    let wrongOfFound = 0;
    let wrong = 0;
    for (let at = 0; at < 400; at += 1) {
      const middle = 1 + 9 * draw('middle', at);
      const steep = 0.5 + 2 * draw('steep', at);
      const chance = (added: number) => 1 / (1 + Math.exp(-steep * (added - middle)));
      for (const { level, status, low, high } of await answers(planted(`case ${at}`, chance).judge, { most: 160 })) {
        const truth = Math.ceil(middle + Math.log(level / (1 - level)) / steep);
        const isWrong = truth < low || truth > (high ?? Number.POSITIVE_INFINITY);
        if (isWrong) wrong += 1;
        if (status === 'found') {
          found += 1;
          if (isWrong) wrongOfFound += 1;
        }
      }
    }
    // Three levels of 400 cases: neither 5% of all answers, nor, with chances as steep as these, of those called found.
    expect(wrong).toBeLessThanOrEqual(60);
    expect(found).toBeGreaterThan(200);
    expect(wrongOfFound / found).toBeLessThanOrEqual(0.05);
    expectFound(
      'Capacity that would be enough is found',
      `${wrong} of 1200 answers wrong, and ${wrongOfFound} of the ${found} called found`,
    );
  });
});

describe('with a chance right beside a level at one capacity', () => {
  /** Shares of searches that leave the truth out, and of those called found that do, where 4 units meet the target so often. */
  const tried = async (name: string, chance: number, truth: number, first: number) => {
    const count = 300;
    let wrong = 0;
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      const chances = (added: number) => (added < 4 ? 0.05 : added === 4 ? chance : 0.995);
      const judge = planted(`${name} ${at}`, chances).judge;
      const [answer] = await answers(judge, { levels: [0.8], first, most: 320, limit: 50 });
      if (truth < answer!.low || truth > (answer!.high ?? Number.POSITIVE_INFINITY)) wrong += 1;
      if (answer!.status === 'found') found += 1;
    }
    return { wrong: wrong / count, found: found / count };
  };

  it('the truth is left out in at most 5% of searches, though the capacity is looked at five times', async () => {
    const short = await tried('short', 0.799, 5, 20);
    const enough = await tried('enough', 0.801, 4, 20);
    expect((short.wrong + enough.wrong) / 2).toBeLessThanOrEqual(0.025 + 2.6 * Math.sqrt(0.025 / 600));
    // Nearly all stay open: of the few that are called found, about as many are right as wrong, as nothing tells them apart.
    expect(Math.max(short.found, enough.found)).toBeLessThan(0.1);
  });
});

describe('the interval of a tried capacity', () => {
  it('holds the chance in 95% of searches at least, though they stop when it is clear', async () => {
    const looks = looksFrom(20, 320);
    for (const chance of [0.75, 0.85]) {
      let missed = 0;
      for (let at = 0; at < 1500; at += 1) {
        const tries = new Tries(looks, planted(`tried ${chance} ${at}`, () => chance).judge);
        do await tries.grow(4);
        while (tries.verdict(4, 0.8) === 'open' && tries.canGrow(4));
        const { low, high } = tries.interval(4);
        if (low > chance || high < chance) missed += 1;
      }
      expect(missed / 1500, `chance ${chance}`).toBeLessThanOrEqual(0.05);
    }
  });
});

describe('a capacity that makes things worse', () => {
  it('is seen, with the capacities at which it was', async () => {
    const { judge } = planted('worse', (added) => (added === 2 ? 0.2 : added === 0 ? 0 : 0.9));
    const found = await search(judge);
    const reversals = reversalsIn(found!.tries);
    expect(reversals[0]).toMatchObject({ fewer: 1, more: 2, isClear: true });
  });

  it('is not called clear where it may be chance', async () => {
    const judge = async (added: number, from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => draw(`luck ${added}`, from + at) < 0.75);
    const found = await search(judge, { levels: [0.8], most: 40 });
    const reversals = reversalsIn(found!.tries);
    expect(reversals.length).toBeGreaterThan(0);
    expect(reversals.filter(({ isClear }) => isClear)).toEqual([]);
  });

  it('is looked for in vain where it never is', async () => {
    const { judge } = planted('better', (added) => 1 - 1 / (added + 2));
    expect(reversalsIn((await search(judge))!.tries)).toEqual([]);
  });
});

it('looks double, and the last is at most', () => {
  expect(looksFrom(20, 160)).toEqual([20, 40, 80, 160]);
  expect(looksFrom(20, 100)).toEqual([20, 40, 80, 100]);
  expect(looksFrom(20, 10)).toEqual([10]);
});
