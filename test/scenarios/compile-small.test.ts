import { expect, test } from 'vitest';
import { NONE, type Step } from '../../src/sim/index.js';
import { full } from './support/full.js';
import { tablesOf, worldOf } from './support/load.js';
import { small, smallWith } from './support/small.js';

const week = (units: (hour: number) => number) => Array.from({ length: 168 }, (_, hour) => units(hour));
const even = week(() => 1);
/** Steps without their hashes, which other tests are about. */
const withoutRules = (steps: readonly Step[]) => steps.map(({ rule: _, ...step }) => step);

test('the small clinic, worked out by hand', () => {
  const world = worldOf(small);
  expect({ ...world, epochs: [] }).toEqual({
    name: 'small',
    warmUp: 168,
    measuredEnd: 840,
    horizon: 840,
    area: { name: 'somewhere', population: 100_000 },
    frailty: null,
    cohorts: [{ name: 'everyone', share: 1 }],
    states: [],
    severities: ['lower', 'higher'],
    channels: ['walk-in'],
    outcomes: ['seen', 'missed'],
    agencies: ['nhs'],
    pathways: [{ name: 'visit', entry: 0 }],
    policies: [],
    epochs: [],
    stock: [],
    gridlock: 'fail',
  });
  expect(world.epochs.map((epoch) => epoch.from)).toEqual([0]);
  const { services, needs, arrivals, steps, clocks } = tablesOf(world);
  expect(clocks).toEqual([]);
  expect(services).toEqual([
    { name: 'clinic', agency: 0, capacity: week(() => 3), room: 20, shiftEnd: 'finish', preemption: 'none' },
    {
      name: 'doctor',
      agency: 0,
      capacity: week((hour) => (hour < 120 && hour % 24 >= 8 && hour % 24 < 20 ? 2 : 1)),
      room: Number.POSITIVE_INFINITY,
      shiftEnd: 'finish',
      preemption: 'none',
    },
  ]);
  const rate = 500 / 1e6 / 168;
  expect(needs).toEqual([
    {
      name: 'injury',
      calendar: even,
      unitRate: rate,
      rate,
      hours: even,
      byCohort: [1],
      byState: [],
      severity: [0.7, expect.closeTo(0.3, 12)],
      channels: [{ channel: 0, weights: [1, 1], entry: 0 }],
    },
  ]);
  expect(arrivals).toEqual([
    {
      name: 'others',
      need: NONE,
      entry: 0,
      channel: NONE,
      severity: [1, 0],
      background: true,
      kind: 'poisson',
      unitRate: 2,
      calendar: even,
      rate: 2,
      hours: even,
    },
  ]);
  const common = { pathway: 0, tag: 0, reroutes: [] };
  const minutes20 = { kind: 'exponential', mean: 1 / 3 };
  const hours3 = { kind: 'deterministic', value: 3 };
  const half = { kind: 'deterministic', value: 0.5 };
  expect(withoutRules(steps)).toEqual([
    {
      ...common,
      name: 'visit.triage',
      verb: 'seize',
      services: [0],
      units: [1],
      mode: 'together',
      length: { name: 'visit.triage', bySeverity: [minutes20, minutes20] },
      keep: false,
      relieves: [],
      priority: [0, 0],
      patience: { length: { name: 'clinic', bySeverity: [hours3, hours3] }, to: 3 },
      ifFull: 3,
      ifClosed: NONE,
      ifPreempted: NONE,
      retriage: null,
      then: 1,
    },
    {
      ...common,
      name: 'visit.decide',
      verb: 'branch',
      cases: [],
      options: [
        { name: 'treat', weights: [0.2, 0.9], to: 2 },
        { name: 'advise', weights: [0.8, expect.closeTo(0.1, 12)], to: 4 },
      ],
    },
    {
      ...common,
      name: 'visit.treat',
      verb: 'seize',
      services: [1],
      units: [1],
      mode: 'together',
      length: { name: 'visit.treat', bySeverity: [half, half] },
      keep: false,
      relieves: [],
      priority: [0, 0],
      patience: null,
      ifFull: NONE,
      ifClosed: NONE,
      ifPreempted: NONE,
      retriage: null,
      then: 4,
    },
    { ...common, name: 'visit.=missed', verb: 'leave', outcome: 1 },
    { ...common, name: 'visit.=seen', verb: 'leave', outcome: 0 },
  ]);
});

test('a world is frozen to the bottom', () => {
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    expect(Object.isFrozen(value)).toBe(true);
    Object.values(value).forEach(check);
  };
  check(worldOf(full));
});

test('who makes room for whom, and a second look at those who wait', () => {
  const text = smallWith(
    ['unit: nurses,', 'unit: nurses, pre-emption: reroute,'],
    ['        if-full: =missed\n', '        if-full: =missed\n        if-pre-empted: treat\n'],
    [
      'seize: doctor,',
      'seize: doctor, priority: 2, re-triage: {after: {exponential: 90 min}, priority: {lower: 1, higher: 0}, severity: higher},',
    ],
  );
  const { services, steps } = tablesOf(worldOf(text));
  expect(services.map(({ preemption }) => preemption)).toEqual(['reroute', 'none']);
  const [triage, , treat] = steps;
  expect(triage).toMatchObject({ ifPreempted: 2, retriage: null });
  expect(treat).toMatchObject({
    ifPreempted: NONE,
    retriage: {
      length: { name: 'doctor', bySeverity: [1, 1].map(() => ({ kind: 'exponential', mean: 1.5 })) },
      priority: [1, 0],
      severity: 1,
    },
  });
});
