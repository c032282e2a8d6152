/** Worlds at the edges of what can be said: each ends, its accounts close (a run that leaves one open throws), and counts are exact. */
import { expect, it } from 'vitest';
import { Finish, run, seedWords } from '../../src/sim/index.js';
import { Listener } from '../support/oracle/rows.js';
import { buildWorld, type WorldSpec } from '../support/worlds.js';

/** Runs a world, and tells how many finished at the clinic in each way. */
function runOdd(spec: Partial<WorldSpec>) {
  const listener = new Listener();
  const world = buildWorld({
    horizon: 100,
    services: { clinic: 1 },
    pathways: { visit: { see: { seize: 'clinic', for: 1, then: '=done' } } },
    ...spec,
  });
  const tally = run(world, { seed: seedWords('odd'), replication: 0 }, listener);
  const finishes = new Map<number, number>();
  for (const { finish } of listener.story.visits) finishes.set(finish, (finishes.get(finish) ?? 0) + 1);
  return { tally, finishes, story: listener.story };
}

it('no demand: staff are idle to the second', () => {
  const { tally } = runOdd({});
  expect(tally).toMatchObject({ opened: 0, closed: 0, inside: 0, declined: 0 });
  expect(tally.services[0]).toMatchObject({ staffedSeconds: 360_000, idleSeconds: 360_000, usedSeconds: 0 });
});

it('no staff: everybody waits to the end, and is counted', () => {
  const { tally, finishes } = runOdd({ services: { clinic: 0 }, arrivals: { one: { every: 1, to: 'visit.see' } } });
  expect(tally).toMatchObject({ opened: 100, closed: 0, inside: 100 });
  expect([...finishes]).toEqual([[Finish.censoredWaiting, 100]]);
});

it('staff without end: nobody waits', () => {
  const { tally, story } = runOdd({
    services: { clinic: Number.POSITIVE_INFINITY },
    arrivals: { crowd: { people: 10_000, to: 'visit.see' } },
  });
  expect(tally).toMatchObject({ opened: 10_000, closed: 10_000 });
  expect(story.visits.every((row) => row.started === row.joined && row.released === 1)).toBe(true);
});

it('service that takes no time: everybody is served at the instant at which they come', () => {
  const { tally, story } = runOdd({
    pathways: { visit: { see: { seize: 'clinic', for: 0, then: '=done' } } },
    arrivals: { crowd: { people: 1_000, to: 'visit.see' } },
  });
  expect(tally).toMatchObject({ opened: 1_000, closed: 1_000 });
  expect(tally.services[0]).toMatchObject({ seized: 1_000, released: 1_000, usedSeconds: 0 });
  expect(story.visits.every((row) => row.released === 0)).toBe(true);
});

it('service that outlasts everything: one is held to the end, the others wait', () => {
  const { tally, finishes } = runOdd({
    pathways: { visit: { see: { seize: 'clinic', for: 1e9, then: '=done' } } },
    arrivals: { crowd: { people: 1_000, to: 'visit.see' } },
  });
  expect(tally).toMatchObject({ opened: 1_000, closed: 0, inside: 1_000 });
  expect(finishes.get(Finish.censoredHeld)).toBe(1);
  expect(finishes.get(Finish.censoredWaiting)).toBe(999);
  expect(tally.services[0]).toMatchObject({ usedSeconds: 360_000, idleSeconds: 0 });
});

it('everybody at one instant: served one after the other, an hour each, until the end', () => {
  const { tally, finishes } = runOdd({ horizon: 99.5, arrivals: { crowd: { people: 1_000, to: 'visit.see' } } });
  expect(tally).toMatchObject({ opened: 1_000, closed: 99, inside: 901 });
  expect([...finishes].sort((a, b) => a[0] - b[0])).toEqual([
    [Finish.released, 99],
    [Finish.censoredWaiting, 900],
    [Finish.censoredHeld, 1],
  ]);
});

it('one person, ill again and again: never in two episodes of the need at once', () => {
  const { tally, story } = runOdd({
    horizon: 2_000,
    population: 1,
    needs: {
      illness: { unitRate: 0.5, rate: 0.5, channels: { door: { weight: [1], to: 'visit.see' } } },
    },
    channels: ['door'],
  });
  expect(tally.opened).toBeGreaterThan(400);
  expect(tally.absorbed).toBeGreaterThan(100);
  const spells = story.outcomes.filter((row) => row.absorbed === 0).sort((a, b) => a.opened - b.opened);
  expect(spells.every((row, index) => index === 0 || row.opened >= (spells[index - 1]?.closed ?? 0))).toBe(true);
});

it('an area where nobody lives: needs do not arise', () => {
  const { tally } = runOdd({
    population: 0,
    needs: { illness: { unitRate: 0.5, rate: 0.5, channels: { door: { weight: [1], to: 'visit.see' } } } },
    channels: ['door'],
  });
  expect(tally).toMatchObject({ opened: 0, rejected: 0, absorbed: 0 });
});
