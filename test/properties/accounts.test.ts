/** Nobody is lost, and no second is counted twice: the three logs of any world agree with each other. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Finish, NEVER, NONE, seedWords, type World } from '../../src/sim/index.js';
import { tellByEngine } from '../support/oracle/compare.js';
import type { Story, VisitRow } from '../support/oracle/index.js';
import { randomWorld } from '../support/random-world.js';
import { expectFound } from '../support/verification/told.js';
import { buildWorld } from '../support/worlds.js';
import { keyOfRow } from './decoded.js';

/** Checks something of the stories of many random worlds. */
function inEveryWorld(check: (story: Story, world: World) => void): void {
  let told = 0;
  let rows = 0;
  const property = fc.property(randomWorld, fc.nat({ max: 999 }), (spec, replication) => {
    const world = buildWorld(spec);
    const engine = tellByEngine(world, { seed: seedWords('accounts'), replication });
    if (engine.fault !== null) return;
    check(engine.story, world);
    told++;
    rows += engine.story.visits.length;
  });
  fc.assert(property, { seed: 2026, numRuns: 60 });
  expect(told).toBeGreaterThan(50);
  expectFound(
    'Every account closes',
    `6 accounts of ${told} worlds, ${rows} stretches of visits; 10 of 10 leaks found`,
  );
}

const second = (hour: number): number => Math.floor(Math.max(0, hour) * 3600);
const REFUSED: readonly number[] = [Finish.full, Finish.closed, Finish.gridlock, Finish.reneged];
const BROKEN_OFF: readonly number[] = [Finish.stopped, Finish.handedOver, Finish.restarted];

/** A stretch that another follows. */
const goesOn = (row: VisitRow): boolean =>
  BROKEN_OFF.includes(row.finish) || (row.finish === Finish.preempted && row.next === NONE);
/** A contact that did not get, or keep, what it sought. */
const isRefused = (row: VisitRow): boolean =>
  REFUSED.includes(row.finish) || (row.finish === Finish.preempted && row.next !== NONE);

it('every episode that opens closes once, or is inside once', { timeout: 120_000 }, () => {
  inEveryWorld(({ visits, outcomes }, world) => {
    const episodes = outcomes.filter((row) => row.absorbed === 0);
    const keys = episodes.map(keyOfRow);
    expect(new Set(keys).size).toBe(keys.length);
    const known = new Set(keys);
    expect(visits.filter((row) => !known.has(keyOfRow(row)))).toEqual([]);
    for (const row of episodes) {
      expect(row.opened).toBeLessThanOrEqual(row.closed);
      if (row.outcome === NONE) expect(row.closed).toBe(world.horizon);
    }
    // Whoever re-presents or runs in parallel has a parent that was there.
    const parents = outcomes.filter((row) => row.parentHigh !== 0).map((row) => `${row.parentHigh},${row.parentLow}`);
    expect(parents.filter((parent) => !known.has(parent))).toEqual([]);
  });
});

it('the hours of a visit follow each other, and no visit lasts after its episode', { timeout: 120_000 }, () => {
  inEveryWorld(({ visits, outcomes }) => {
    const closed = new Map(outcomes.filter((row) => row.absorbed === 0).map((row) => [keyOfRow(row), row.closed]));
    for (const row of visits) {
      expect(row.joined).toBeLessThanOrEqual(row.released);
      expect(row.released).toBeLessThanOrEqual(closed.get(keyOfRow(row)) ?? -1);
      if (row.started === NEVER) continue;
      expect(row.joined).toBeLessThanOrEqual(row.started);
      expect(row.started).toBeLessThanOrEqual(row.ended);
      expect(row.ended).toBeLessThanOrEqual(row.released);
    }
  });
});

it('unit-seconds of visits are those of the levels, service by service', { timeout: 120_000 }, () => {
  inEveryWorld(({ visits, levels }, world) => {
    const used = new Array<number>(world.epochs[0]?.tables.services.length ?? 0).fill(0);
    for (const row of visits) {
      if (row.finish === Finish.decided || row.started === NEVER) continue;
      used[row.service] = (used[row.service] ?? 0) + row.units * (second(row.released) - second(row.started));
    }
    const summed = used.map((_, service) =>
      levels.filter((row) => row.service === service).reduce((sum, row) => sum + row.inUse, 0),
    );
    expect(summed).toEqual(used);
  });
});

it('person-seconds in line are those of the levels, service by service', { timeout: 120_000 }, () => {
  inEveryWorld(({ visits, levels }, world) => {
    const waited = new Array<number>(world.epochs[0]?.tables.services.length ?? 0).fill(0);
    const visitOf = (row: VisitRow): string => `${keyOfRow(row)},${row.service},${row.visit}`;
    const broken = new Map<string, number>();
    for (const row of visits) {
      if (row.finish === Finish.decided) continue;
      // A later part waited from the end of the part before.
      const since = row.part === 0 ? row.joined : (broken.get(visitOf(row)) ?? Number.NaN);
      broken.set(visitOf(row), row.released);
      const until = Math.min(row.started, row.released);
      waited[row.service] = (waited[row.service] ?? 0) + second(until) - second(since);
    }
    const summed = waited.map((_, service) =>
      levels.filter((row) => row.service === service).reduce((sum, row) => sum + row.waiting, 0),
    );
    expect(summed).toEqual(waited);
  });
});

it('parts of a visit are numbered without gaps, and seconds are requested once', { timeout: 120_000 }, () => {
  inEveryWorld(({ visits }) => {
    const parts = new Map<string, number>();
    for (const row of visits) {
      if (row.finish === Finish.decided) continue;
      const visit = `${keyOfRow(row)},${row.service},${row.visit}`;
      expect(row.part).toBe(parts.get(visit) ?? 0);
      parts.set(visit, row.part + 1);
      if (row.part > 0) expect(row.requested).toBe(0);
      if (goesOn(row)) parts.set(`${visit} goes on`, (parts.get(`${visit} goes on`) ?? 0) + 1);
    }
    // Every stretch that was broken off is followed by another: served, overtaken or censored.
    for (const [visit, count] of parts) {
      if (visit.endsWith(' goes on')) expect(parts.get(visit.slice(0, -8))).toBe(count + 1);
    }
  });
});

it('whoever is refused goes somewhere, at once: every declined contact has one successor', { timeout: 120_000 }, () => {
  inEveryWorld(({ visits, outcomes }, world) => {
    const { steps = [] } = world.epochs[0]?.tables ?? {};
    const closings = new Map(outcomes.filter((row) => row.absorbed === 0).map((row) => [keyOfRow(row), row]));
    const byKey = new Map<string, VisitRow[]>();
    for (const row of visits) byKey.set(keyOfRow(row), [...(byKey.get(keyOfRow(row)) ?? []), row]);
    for (const row of visits.filter(isRefused)) {
      const next = steps[row.next];
      const own = closings.get(keyOfRow(row));
      if (next?.verb === 'leave') expect(own).toMatchObject({ step: row.next, closed: row.released });
      if (next?.verb === 'seize' || next?.verb === 'branch') {
        const follows = (byKey.get(keyOfRow(row)) ?? []).filter(
          (one) => one.step === row.next && one.joined === row.released,
        );
        expect(follows.length).toBeGreaterThan(0);
      }
      expect(next).toBeDefined();
    }
  });
});
