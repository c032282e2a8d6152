/**
 * Worlds that start from a stock, judged from hour 0 on. A stationary stock shows no drift: as many people as there are in
 * the long run stay so many on average, week by week, and go at the rate at which others come. Others start crowded, with
 * lines, elapsed waits and blocked rooms, and have to follow the forward equations from there. Every figure has a row in `docs/verification.md`.
 */
import { describe, expect, test } from 'vitest';
import { rowsIn } from '../support/verification/exact-groups.js';
import type { Said } from '../support/verification/theory-rows.js';
import { expectTold } from '../support/verification/told.js';
import { average, type Jump, stationary } from './support/chain.js';
import { compiled, listen, shortened } from './support/read-run.js';
import { follow } from './support/shift-cycle.js';
import { levelsOf, spread } from './support/stock-levels.js';
import { fixedGone, lognormalGone } from './support/stock-residual.js';
import { sampled } from './support/stock-sample.js';
import { type TandemState, tandemJumps } from './support/tandem.js';
import { judge, levelFor } from './support/verdict.js';

const SEED = 'theory';
const WEEKS = [0, 1, 2, 3];
const BLOCKED_WEEKS = [0, 1];
const DAYS = [0, 1, 2];
const HOURS = [0, 1];
const level = levelFor(rowsIn('test/theory/stock.test.ts'));

/** What half an interval may be of the exact value: more where few wait, whose number varies most. */
const NARROW = 0.025;
const OF_FEW = 0.04;

type Says = Omit<Said, 'command'>;

function expectExact(said: Says, values: readonly number[], exact: number, widest = NARROW): void {
  const verdict = judge(sampled(values), exact, level);
  const { mean, half, holds, width } = verdict;
  const shown = `${said.says}: exact ${exact}, simulated ${mean} ± ${half} (${(100 * width).toFixed(2)}%)`;
  expect(holds, `the interval holds the exact value: ${shown}`).toBe(true);
  expect(width, `half the interval is at most ${100 * widest}% of it: ${shown}`).toBeLessThanOrEqual(widest);
  expectTold(said, verdict);
}

describe.each([
  ['stock-lognormal', lognormalGone(100, 250), 'lognormal stays, mean 100 h and standard deviation 250 h'],
  ['stock-fixed', fixedGone(100), 'stays of 100 h'],
] as const)('%s', (name, goneBy, stays) => {
  const world = compiled(`./${name}.yaml`);
  const method = `M/G/∞ begun from its stationary stock, ${stays}`;
  const told = (says: string): Says => ({ group: name, says, unit: 'people', method });
  const residual = (says: string): Says => ({
    ...told(says),
    method: `${method}; residual stays: Cox (1962) section 5`,
  });

  test('no drift: 1,000 people in every week', () => {
    const runs = levelsOf(world, SEED, 60);
    for (const week of WEEKS) {
      const hours = (one: number[]) => one.slice(168 * week, 168 * (week + 1));
      expectExact(
        told(`inside, week ${week + 1}`),
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
        told(`gone on day ${day + 1}`),
        days.map((gone) => gone[day]!.all),
        10 * 24,
      );
      expectExact(
        residual(`gone on day ${day + 1}, of those from the start`),
        days.map((gone) => gone[day]!.stock),
        1000 * (goneBy(24 * (day + 1)) - goneBy(24 * day)),
      );
    }
  });
});

describe('stock-mmc', () => {
  const world = compiled('./stock-mmc.yaml');
  const told = (says: string, method: string, unit = 'people'): Says => ({ group: 'stock-mmc', says, unit, method });
  const crowded = 'M/M/3 from 7 people inside; forward equations, solved by uniformisation (Jensen 1953)';
  const settled = 'M/M/3 from its stationary law, by elimination (Grassmann, Taksar & Heyman 1985)';
  const jumps = (inside: number): Jump<number>[] => [
    ...(inside < 80 ? [{ to: inside + 1, rate: 2.1 }] : []),
    { to: inside - 1, rate: Math.min(inside, 3) },
  ];

  test('three with a doctor and four in line at hour 0: in use and in line, hour by hour', () => {
    const runs = levelsOf(shortened(world, 2), SEED, 20_000);
    const exact = follow({ start: 7, hours: 1, jumps, atBeginning: (state) => state }, 2);
    for (const hour of HOURS) {
      expectExact(
        told(`with a doctor, hour ${hour + 1}`, crowded),
        runs.map(({ inUse }) => inUse[0]![hour]!),
        exact[hour]!((inside) => Math.min(inside, 3)),
      );
      expectExact(
        told(`in line, hour ${hour + 1}`, crowded),
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
        told(`with a doctor, week ${week + 1}`, settled),
        runs.map((run) => run[week]!.inUse),
        average(law, (inside) => Math.min(inside, 3)),
      );
      expectExact(
        told(`in line, week ${week + 1}`, settled),
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
    expectExact(
      told(
        'whole wait of those in line at hour 0',
        'half an hour elapsed, and a third of an hour for each place',
        'hours',
      ),
      waits,
      0.5 + (1 + 2 + 3 + 4) / 4 / 3,
    );
  });
});

describe('stock-tandem', () => {
  const tandem = { arrivals: 2, firstUnits: 2, firstRate: 1.5, room: 3, secondUnits: 2, secondRate: 1.5 };
  const jumps = (from: TandemState) => tandemJumps(tandem, from);
  const world = compiled('./stock-tandem.yaml');
  const told = (says: string, method: string): Says => ({ group: 'stock-tandem', says, unit: 'people', method });
  const figures = [
    ['rooms held', 'inUse', 0, ([, working, blocked]: TandemState) => working + blocked],
    ['in cubicles', 'inUse', 1, ([, , , second]: TandemState) => second],
    ['in line', 'waiting', 0, ([line]: TandemState) => line],
    ['blocking a room', 'waiting', 1, ([, , blocked]: TandemState) => blocked],
  ] as const;

  test('a blocked room, a line and full cubicles at hour 0, followed hour by hour', () => {
    const exact = follow<TandemState>({ start: [2, 1, 1, 2], hours: 1, jumps, atBeginning: (state) => state }, 2);
    const runs = levelsOf(shortened(world, 2), SEED, 16_000);
    const method = 'Tandem from a crowded start; forward equations of the chain of Hunt (1956)';
    for (const hour of HOURS) {
      for (const [says, of, service, figure] of figures) {
        expectExact(
          told(`${says}, hour ${hour + 1}`, method),
          runs.map((run) => run[of][service]![hour]!),
          exact[hour]!(figure),
          of === 'waiting' && hour > 0 ? OF_FEW : NARROW,
        );
      }
    }
  });

  test('no drift: begun from its stationary law, with rooms that are blocked, in the first weeks', () => {
    const law = stationary<TandemState>([0, 0, 0, 0], jumps);
    const hours = 168 * BLOCKED_WEEKS.length;
    const weeks = { ...world, warmUp: 0, measuredEnd: hours, horizon: hours };
    const runs = spread(law, 700).map(([line, working, blocked, second], replication) => {
      const counts: Readonly<Record<string, number>> = {
        treated: second,
        blocking: blocked,
        triaged: working,
        'in-line': line,
      };
      const stock = world.stock.map((one) => ({ ...one, count: counts[one.name]! }));
      const found = BLOCKED_WEEKS.map(() => ({ inUse: [0, 0], waiting: [0, 0] }));
      listen({ ...weeks, stock }, 'weeks', replication, {
        levels: (log) => {
          for (let row = 0; row < log.count; row++) {
            const { inUse, waiting } = found[Math.floor(log.hour[row]! / 168)]!;
            inUse[log.service[row]!]! += log.inUse[row]! / 3600 / 168;
            waiting[log.service[row]!]! += log.waiting[row]! / 3600 / 168;
          }
        },
      });
      return found;
    });
    const method = 'Tandem from its stationary law: chain of Hunt (1956), by elimination';
    for (const week of BLOCKED_WEEKS) {
      for (const [says, of, service, figure] of figures) {
        expectExact(
          told(`${says}, week ${week + 1}`, method),
          runs.map((run) => run[week]![of][service]!),
          average(law, figure),
          of === 'waiting' ? OF_FEW : NARROW,
        );
      }
    }
  });
});
