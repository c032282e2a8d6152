/** Twins at the size of a town: what must be nobody is nobody among 100,000, and more staff make nobody wait longer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Finish, run, seedWords, type VisitLog, type World } from '../../src/sim/index.js';
import { accepted } from '../scenarios/support/load.js';
import { expectFound } from '../support/verification/told.js';
import { buildWorld } from '../support/worlds.js';

const PEOPLE = 100_000;

/** A town whose clinic is busy all the time, so that people wait, give up and are turned away; and a policy, as it is put on. */
function town(policy: string): World {
  const scenario = `spillover: 1
scenario: town
time: {start: 2024-01-01, measure: 1 week, design: go-live}
area: {id: anyshire, population: ${PEOPLE}}
people: {frailty: {exponential: 1}}
agencies: {clinics: Clinics}
outcomes: {done: Done, lost: {label: Lost, unmet: true}}
services: {clinic: {agency: clinics, capacity: 250, room: 400}}
needs: {illness: {unit-rate: 0.006 per person per hour, onset: {rate: 0.006 per person per hour}, channels: {door: {share: 1, to: visit.sort}}}}
policies: [{policy: ./divert.yaml, ${policy}}]
pathways:
  visit:
    steps:
      sort: {branch: {options: {treat: {share: 0.75, to: see}, advise: {share: rest, to: =done}}}}
      see: {seize: clinic, for: {exponential: 45 min}, patience: {after: {exponential: 2 h}, to: =lost}, if-full: =lost, then: =done}
`;
  const divert = `spillover: 1
policy: divert
origin: clinics
starts: 2024-01-04
edits: [{reroute: {step: visit.sort, from: [treat], share: 0.5, to: =lost}}]
`;
  return accepted({ 's.yaml': scenario, 'divert.yaml': divert }).world;
}

/** A digest of every visit by person, and how many people had any. */
function digest(world: World) {
  const people = new Float64Array(PEOPLE);
  let declined = 0;
  const visits = (log: VisitLog): void => {
    for (let row = 0; row < log.count; row++) {
      const person = log.person[row]!;
      if (log.finish[row] === Finish.full || log.finish[row] === Finish.reneged) declined++;
      const parts = [log.keyHigh[row]!, log.keyLow[row]!, log.step[row]!, log.finish[row]!, log.next[row]!];
      const hours =
        log.joined[row]! + 3 * log.released[row]! + (log.started[row]! < Infinity ? 7 * log.started[row]! : 0);
      people[person]! += parts.reduce((sum, part, place) => sum + part * (place + 1.5), hours);
    }
  };
  run(world, { seed: seedWords('scale'), replication: 0 }, { visits, outcomes: () => {}, levels: () => {} });
  return { people, met: people.filter((value) => value !== 0).length, declined };
}

it('a policy at strength 0, or that starts after the horizon, changes none of 100,000 people; in force it changes many', () => {
  const without = digest(town('compliance: 0'));
  const late = digest(town('starts: 2024-01-09'));
  const early = digest(town('starts: 2024-01-04'));
  expect(late.met).toBeGreaterThan(40_000);
  expect(late.declined).toBeGreaterThan(5_000);
  expect(without.people).toEqual(late.people);
  const changed = early.people.filter((value, person) => value !== late.people[person]).length;
  expect(changed).toBeGreaterThan(10_000);
  expectFound(
    'A policy that does nothing changes nobody',
    `0 of ${PEOPLE} people, ${late.met} of whom come and ${late.declined} are declined; in force from the fourth day, ${changed}`,
  );
});

const smooth = [
  { kind: 'exponential', mean: 1 },
  { kind: 'lognormal', mu: -0.5, sigma: 1 },
  { kind: 'uniform', low: 0, high: 2 },
] as const;
/** Nobody comes at the instant of another: those who do are served in the order of their keys, not of their coming. */
const intervals = fc.constantFrom(...smooth);
const lengths = fc.constantFrom(...smooth, { kind: 'empirical', values: [0, 1, 3], shares: [0.4, 0.4, 0.2] } as const);

it('one more on duty makes nobody start or leave later, where all are alike and nobody gives up; many start sooner', () => {
  const runs = 100;
  let people = 0;
  let gaining = 0;
  let runsThatGain = 0;
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
        let gain = 0;
        for (const [who, [started, released]] of few) {
          const [earlier, sooner] = more.get(who) ?? [Number.NaN, Number.NaN];
          expect(earlier).toBeLessThanOrEqual(started);
          expect(sooner).toBeLessThanOrEqual(released + 1e-9);
          if (earlier < started) gain++;
        }
        people += few.size;
        gaining += gain;
        if (gain > 0) runsThatGain++;
      },
    ),
    { seed: 2026, numRuns: runs },
  );
  // Where there are many units for few people nobody waits anyway.
  expect(runsThatGain).toBeGreaterThan(runs / 2);
  expect(gaining).toBeGreaterThan(people / 10);
  expectFound(
    'One more on duty makes nobody start later',
    `0 of ${people} people in ${runs} pairs of runs; ${gaining} start sooner`,
  );
});
