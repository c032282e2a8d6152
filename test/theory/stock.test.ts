/**
 * Worlds that start from a stock, judged from hour 0 on. A stationary stock shows no drift: as many people as there are in
 * the long run stay so many on average, week by week, and go at the rate at which others come. Others start crowded, with
 * lines, elapsed waits and blocked rooms, and have to follow the forward equations from there.
 */
import { describe, expect, test } from 'vitest';
import type { World } from '../../dist/sim/index.js';
import { average, type Jump, type Share, stationary } from './support/chain.js';
import { compiled, listen, shortened } from './support/read-run.js';
import { follow } from './support/shift-cycle.js';
import { fixedGone, lognormalGone } from './support/stock-residual.js';
import { sampled } from './support/stock-sample.js';
import { type TandemState, tandemJumps } from './support/tandem.js';
import { judge, levelFor } from './support/verdict.js';

const SEED = 'theory';
const WEEKS = [0, 1, 2, 3];
const DAYS = [0, 1, 2];
const HOURS = [0, 1];
/** Weeks and twice days of two worlds; two figures by hour, and a wait; two figures by week; four by hour. */
const level = levelFor(
  2 * (WEEKS.length + 2 * DAYS.length) + 2 * HOURS.length + 1 + 2 * WEEKS.length + 4 * HOURS.length,
);

/** What half an interval may be of the exact value: more where few wait, whose number varies most. */
const NARROW = 0.025;
const OF_FEW = 0.04;

function expectExact(values: readonly number[], exact: number, widest = NARROW): void {
  const { mean, half, holds, width } = judge(sampled(values), exact, level);
  const shown = `exact ${exact}, simulated ${mean} ± ${half} (${(100 * width).toFixed(2)}%)`;
  expect(holds, `the interval holds the exact value: ${shown}`).toBe(true);
  expect(width, `half the interval is at most ${100 * widest}% of it: ${shown}`).toBeLessThanOrEqual(widest);
}

/** The state at each replication's start: a law cut into so many equal parts, one for each. */
function spread<State>(law: readonly Share<State>[], replications: number): State[] {
  const whole = law.reduce((sum, { share }) => sum + share, 0);
  return Array.from({ length: replications }, (_, replication) => {
    let left = ((replication + 0.5) / replications) * whole;
    const found = law.find(({ share }) => {
      left -= share;
      return left <= 0;
    });
    return found!.state;
  });
}

/** Levels of each replication: units in use and people waiting, by service and hour, averaged over the hour. */
function levelsOf(world: World, replications: number) {
  return Array.from({ length: replications }, (_, replication) => {
    const inUse: number[][] = world.epochs[0]!.tables.services.map(() => []);
    const waiting: number[][] = inUse.map(() => []);
    listen(world, SEED, replication, {
      levels: (log) => {
        for (let row = 0; row < log.count; row++) {
          inUse[log.service[row]!]![log.hour[row]!] = log.inUse[row]! / 3600;
          waiting[log.service[row]!]![log.hour[row]!] = log.waiting[row]! / 3600;
        }
      },
    });
    return { inUse, waiting };
  });
}

describe.each([
  ['stock-lognormal', lognormalGone(100, 250)],
  ['stock-fixed', fixedGone(100)],
] as const)('%s', (name, goneBy) => {
  const world = compiled(`./${name}.yaml`);

  test('no drift: 1,000 people in every week', () => {
    const runs = levelsOf(world, 60);
    for (const week of WEEKS) {
      const hours = (one: number[]) => one.slice(168 * week, 168 * (week + 1));
      expectExact(
        runs.map(({ inUse }) => hours(inUse[0]!).reduce((sum, mean) => sum + mean, 0) / 168),
        10 * 100,
      );
    }
  });

  test('in the first days people go as fast as others come, and of those from the start so many as their residual stays say', () => {
    const days = Array.from({ length: 400 }, (_, replication) => {
      const gone = DAYS.map(() => ({ all: 0, stock: 0 }));
      listen(shortened(world, 24 * DAYS.length), SEED, replication, {
        outcomes: (log) => {
          for (let row = 0; row < log.count; row++) {
            if (log.outcome[row]! < 0) continue;
            const day = gone[Math.floor(log.closed[row]! / 24)]!;
            day.all += 1;
            day.stock += log.stock[row]!;
          }
        },
      });
      return gone;
    });
    for (const day of DAYS) {
      expectExact(
        days.map((gone) => gone[day]!.all),
        10 * 24,
      );
      expectExact(
        days.map((gone) => gone[day]!.stock),
        1000 * (goneBy(24 * (day + 1)) - goneBy(24 * day)),
      );
    }
  });
});

describe('stock-mmc', () => {
  const world = compiled('./stock-mmc.yaml');
  const jumps = (inside: number): Jump<number>[] => [
    ...(inside < 80 ? [{ to: inside + 1, rate: 2.1 }] : []),
    { to: inside - 1, rate: Math.min(inside, 3) },
  ];

  test('three with a doctor and four in line at hour 0: in use and in line, hour by hour', () => {
    const runs = levelsOf(shortened(world, 2), 20_000);
    const exact = follow({ start: 7, hours: 1, jumps, atBeginning: (state) => state }, 2);
    for (const hour of HOURS) {
      expectExact(
        runs.map(({ inUse }) => inUse[0]![hour]!),
        exact[hour]!((inside) => Math.min(inside, 3)),
      );
      expectExact(
        runs.map(({ waiting }) => waiting[0]![hour]!),
        exact[hour]!((inside) => Math.max(inside - 3, 0)),
      );
    }
  });

  test('no drift: begun from as many people as there are in the long run, by their law, in the first weeks', {
    timeout: 300_000,
  }, () => {
    const law = stationary(3, jumps);
    const weeks = { ...world, warmUp: 0, measuredEnd: 168 * WEEKS.length, horizon: 168 * WEEKS.length };
    const [seen, line] = world.stock.map(({ name }) => name);
    const runs = spread(law, 6_000).map((inside, replication) => {
      const count = (name: string) => (name === seen ? Math.min(inside, 3) : Math.max(inside - 3, 0));
      const found = WEEKS.map(() => ({ inUse: 0, waiting: 0 }));
      listen(
        { ...weeks, stock: world.stock.map((one) => ({ ...one, count: count(one.name) })) },
        'weeks',
        replication,
        {
          levels: (log) => {
            for (let row = 0; row < log.count; row++) {
              const week = found[Math.floor(log.hour[row]! / 168)]!;
              week.inUse += log.inUse[row]! / 3600 / 168;
              week.waiting += log.waiting[row]! / 3600 / 168;
            }
          },
        },
      );
      return found;
    });
    expect([seen, line]).toEqual(['with-doctor', 'in-line']);
    for (const week of WEEKS) {
      expectExact(
        runs.map((run) => run[week]!.inUse),
        average(law, (inside) => Math.min(inside, 3)),
      );
      expectExact(
        runs.map((run) => run[week]!.waiting),
        average(law, (inside) => Math.max(inside - 3, 0)),
        OF_FEW,
      );
    }
  });

  test('whole waits of those in line at hour 0: an elapsed half-hour, and one turn of three doctors for each place', () => {
    const waits = Array.from({ length: 4_000 }, (_, replication) => {
      let sum = 0;
      listen(world, SEED, replication, {
        visits: ({ count, joined, started }) => {
          for (let row = 0; row < count; row++) {
            if (joined[row]! < 0 && started[row]! >= 0) sum += started[row]! - joined[row]!;
          }
        },
      });
      return sum / 4;
    });
    expectExact(waits, 0.5 + (1 + 2 + 3 + 4) / 4 / 3);
  });
});

test('stock-tandem: a blocked room, a line and full cubicles at hour 0, followed hour by hour', () => {
  const tandem = { arrivals: 2, firstUnits: 2, firstRate: 1.5, room: 3, secondUnits: 2, secondRate: 1.5 };
  const jumps = (from: TandemState) => tandemJumps(tandem, from);
  const exact = follow<TandemState>({ start: [2, 1, 1, 2], hours: 1, jumps, atBeginning: (state) => state }, 2);
  const runs = levelsOf(shortened(compiled('./stock-tandem.yaml'), 2), 16_000);
  const figures = [
    ['inUse', 0, ([, working, blocked]: TandemState) => working + blocked],
    ['inUse', 1, ([, , , second]: TandemState) => second],
    ['waiting', 0, ([line]: TandemState) => line],
    ['waiting', 1, ([, , blocked]: TandemState) => blocked],
  ] as const;
  for (const hour of HOURS) {
    for (const [of, service, figure] of figures) {
      expectExact(
        runs.map((run) => run[of][service]![hour]!),
        exact[hour]!(figure),
        of === 'waiting' && hour > 0 ? OF_FEW : NARROW,
      );
    }
  }
});
