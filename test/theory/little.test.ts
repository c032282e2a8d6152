/**
 * Little's law (1961, Operations Research 9, 383-387). On every path, to the second: the time that people spend in a line,
 * added up over the visit log, is the number in line integrated over time, and so for units held. In the long run, as he
 * stated it: the mean number is the rate of arrivals times the mean time.
 */
import { describe, expect, test } from 'vitest';
import type { VisitLog, World } from '../../src/sim/index.js';
import { expectFound } from '../support/verification/told.js';
import { cases } from './cases/index.js';
import { compiled, listen, shortened } from './support/read-run.js';

const instant = (hours: number): number => Math.floor(Math.max(hours, 0) * 3600);

/** Seconds in line and unit-seconds held, service by service, by each of the two accounts. */
function accounts(world: World) {
  const column = () => world.epochs[0]!.tables.services.map(() => 0);
  const [visits, levels] = [0, 1].map(() => ({ waiting: column(), held: column() })) as [Account, Account];
  const over = new Map<string, number>(); // when the stretch before was over, visit by visit
  listen(world, 'little', 0, {
    visits: (log) => {
      for (let row = 0; row < log.count; row++) addVisit(visits, over, log, row);
    },
    levels: (log) => {
      for (let row = 0; row < log.count; row++) {
        levels.waiting[log.service[row]!]! += log.waiting[row]!;
        levels.held[log.service[row]!]! += log.inUse[row]!;
      }
    },
  });
  return { visits, levels };
}

interface Account {
  readonly waiting: number[];
  readonly held: number[];
}

function addVisit(account: Account, over: Map<string, number>, log: VisitLog, row: number): void {
  const service = log.service[row]!;
  if (service < 0) return; // a decision
  const visit = `${log.keyHigh[row]} ${log.keyLow[row]} ${service} ${log.visit[row]}`;
  const released = log.released[row]!;
  const started = Math.min(log.started[row]!, released);
  const since = log.part[row] === 0 ? log.joined[row]! : over.get(visit)!;
  over.set(visit, released);
  account.waiting[service]! += instant(started) - instant(since);
  account.held[service]! += log.units[row]! * (instant(released) - instant(started));
}

describe('to the second', () => {
  const worlds = [
    ...cases.map(({ world }) => [world, `./${world}.yaml`, 500] as const),
    ['uk', 'uk-baseline', 30] as const,
  ];

  let hoursHeld = 0;
  let hoursWaited = 0;

  test.each(worlds)('%s', (_, scenario, hours) => {
    const { visits, levels } = accounts(shortened(compiled(scenario), hours));
    hoursHeld += visits.held.reduce((sum, seconds) => sum + seconds / 3600, 0);
    hoursWaited += visits.waiting.reduce((sum, seconds) => sum + seconds / 3600, 0);
    expect(visits).toEqual(levels);
    // In one world people fall ill, recover and die without seeking its service: both accounts are empty there.
    expect(Math.max(...visits.held) > 0).toBe(scenario !== './clocks-life.yaml');
  });

  test('is told as found in docs/verification.md', () => {
    const hours = (sum: number) => Math.round(sum).toLocaleString('en-GB');
    const found = `${worlds.length} worlds, ${hours(hoursWaited)} hours in line, ${hours(hoursHeld)} unit hours: 0 seconds apart`;
    expectFound("Little's law on every path", found);
  });
});

test('in the long run: the mean number in line is the stated rate of arrivals times the mean wait', () => {
  const world = shortened(compiled('./mm1.yaml'), 2000);
  const rate = 42; // per hour, as the file says
  let joined = 0;
  let waited = 0;
  let inLine = 0;
  listen(world, 'little', 1, {
    visits: ({ count, joined: since, started }) => {
      for (let row = 0; row < count; row++) {
        if (started[row] === Number.POSITIVE_INFINITY) continue;
        joined += 1;
        waited += started[row]! - since[row]!;
      }
    },
    levels: ({ count, waiting }) => {
      for (let row = 0; row < count; row++) inLine += waiting[row]! / 3600;
    },
  });
  // What chance is left is that of the number who came: a Poisson number of 84,000.
  const apart = inLine / 2000 / (rate * (waited / joined)) - 1;
  expect(Math.abs(apart) * Math.sqrt(rate * 2000)).toBeLessThan(3.5);
});
