/** Twins at the size of a town: what must be nobody is nobody among 100,000, and more staff make nobody wait longer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { run, seedWords, type VisitLog } from '../../src/sim/index.js';
import { buildWorld, type WorldSpec } from '../support/worlds.js';

const PEOPLE = 100_000;

/** A town with a policy at some strength from an hour on (null: without it), whose clinic is busy all the time: people wait, give up and are turned away. */
const town = (share: number | null, from = 0): WorldSpec => ({
  horizon: 168,
  population: PEOPLE,
  frailty: { kind: 'exponential', mean: 1 },
  channels: ['door'],
  policies: ['divert'],
  needs: { illness: { unitRate: 0.006, rate: 0.006, channels: { door: { weight: [1], to: 'visit.sort' } } } },
  services: { clinic: { capacity: 250, room: 400 } },
  pathways: {
    visit: {
      sort: {
        branch: { options: { treat: { weight: 0.75, to: 'visit.see' }, advise: { weight: 0.25, to: '=done' } } },
        reroutes:
          from === 0 && share !== null
            ? [
                {
                  policy: 'divert',
                  edit: 'all',
                  from: ['treat'],
                  share: [share],
                  to: { away: { weight: 1, to: '=lost' } },
                },
              ]
            : [],
        tag: 1,
      },
      see: {
        seize: 'clinic',
        for: { kind: 'exponential', mean: 0.75 },
        patience: { after: { kind: 'exponential', mean: 2 }, to: '=lost' },
        ifFull: '=lost',
        then: '=done',
      },
    },
  },
  ...(from > 0 && { later: [{ from, services: { clinic: { capacity: 0, room: 0 } } }] }),
});

/** A digest of every visit by person, and how many people had any. */
function digest(spec: WorldSpec) {
  const people = new Float64Array(PEOPLE);
  let declined = 0;
  const visits = (log: VisitLog): void => {
    for (let row = 0; row < log.count; row++) {
      const person = log.person[row]!;
      if (log.finish[row] === 3 || log.finish[row] === 6) declined++;
      const parts = [log.keyHigh[row]!, log.keyLow[row]!, log.step[row]!, log.finish[row]!, log.next[row]!];
      const hours =
        log.joined[row]! + 3 * log.released[row]! + (log.started[row]! < Infinity ? 7 * log.started[row]! : 0);
      people[person]! += parts.reduce((sum, part, place) => sum + part * (place + 1.5), hours);
    }
  };
  run(buildWorld(spec), { seed: seedWords('scale'), replication: 0 }, { visits, outcomes: () => {}, levels: () => {} });
  return { people, met: people.filter((value) => value !== 0).length, declined };
}

it('a policy at strength 0 changes none of 100,000 people, where the clinic is congested', () => {
  const without = digest(town(0));
  const baseline = digest(town(null));
  expect(baseline.met).toBeGreaterThan(40_000);
  expect(baseline.declined).toBeGreaterThan(5_000);
  expect(without.people).toEqual(baseline.people);
});

it('a policy that starts after the horizon changes nobody; the same policy at full strength changes many', () => {
  const baseline = digest(town(0));
  const late = digest(town(0, 169));
  expect(late.people).toEqual(baseline.people);
  const early = digest(town(0, 84));
  expect(early.people.filter((value, person) => value !== baseline.people[person]).length).toBeGreaterThan(10_000);
});

const smooth = [
  { kind: 'exponential', mean: 1 },
  { kind: 'lognormal', mu: -0.5, sigma: 1 },
  { kind: 'uniform', low: 0, high: 2 },
] as const;
/** Nobody comes at the instant of another: those who do are served in the order of their keys, not of their coming. */
const intervals = fc.constantFrom(...smooth);
const lengths = fc.constantFrom(...smooth, { kind: 'empirical', values: [0, 1, 3], shares: [0.4, 0.4, 0.2] } as const);

it('one more on duty makes nobody start or leave later, where all are alike and nobody gives up', () => {
  fc.assert(
    fc.property(
      intervals,
      lengths,
      fc.integer({ min: 1, max: 6 }),
      fc.nat({ max: 99 }),
      (every, length, units, replication) => {
        const ends = (capacity: number) => {
          const found = new Map<string, readonly [started: number, released: number]>();
          const visits = (log: VisitLog): void => {
            for (let row = 0; row < log.count; row++) {
              const started = Math.min(log.started[row]!, 300);
              found.set(`${log.keyHigh[row]},${log.keyLow[row]}`, [started, log.released[row]!]);
            }
          };
          const world = buildWorld({
            horizon: 300,
            services: { clinic: capacity },
            arrivals: { one: { every, to: 'visit.see' }, two: { every, to: 'visit.see' } },
            pathways: { visit: { see: { seize: 'clinic', for: length, then: '=done' } } },
          });
          run(world, { seed: seedWords('more'), replication }, { visits, outcomes: () => {}, levels: () => {} });
          return found;
        };
        const few = ends(units);
        const more = ends(units + 1);
        expect(more.size).toBe(few.size);
        for (const [who, [started, released]] of few) {
          const [earlier, sooner] = more.get(who) ?? [Number.NaN, Number.NaN];
          expect(earlier).toBeLessThanOrEqual(started);
          expect(sooner).toBeLessThanOrEqual(released + 1e-9);
        }
      },
    ),
    { seed: 2026, numRuns: 100 },
  );
});
