import { expect, test } from 'vitest';
import { NONE } from '../../src/sim/index.js';
import { full } from './support/full.js';
import { accepted, tablesOf, worldOf } from './support/load.js';

const week = (units: (hour: number) => number) => Array.from({ length: 168 }, (_, hour) => units(hour));

const everything = () => worldOf(full);

test('people: frailty, cohorts, and states by cohort', () => {
  const { frailty, cohorts, states, area } = everything();
  expect(area).toEqual({ name: 'anyshire', population: 500_000 });
  // mean 1, standard deviation 2: sigma² = log(1 + 4), mu = −sigma²/2
  expect(frailty).toEqual({ kind: 'lognormal', mu: -Math.log(5) / 2, sigma: Math.sqrt(Math.log(5)) });
  expect(cohorts).toEqual([
    { name: 'adults', share: 0.8 },
    { name: 'young', share: expect.closeTo(0.2, 12) },
  ]);
  expect(states).toEqual([
    {
      name: 'treatment',
      values: ['none', 'opiate', 'other'],
      initial: [
        [0.998, 0.002, 0],
        [0.9, 0, 0.1],
      ],
    },
  ]);
});

test('names: channels and outcomes in order of first mention, steps in order of the file with the shared leaves last', () => {
  const world = everything();
  expect(world.channels).toEqual(['emergency-call', 'walk-in', 'by-post']);
  expect(world.outcomes).toEqual(['resolved', 'advice-only', 'unmet', 'died']);
  expect(world.pathways).toEqual([
    { name: 'call', entry: 0 },
    { name: 'assess', entry: 10 },
  ]);
  expect(tablesOf(world).steps.map((step) => `${step.name} ${step.verb}`)).toEqual([
    'call.answer seize',
    'call.decide branch',
    'call.attend seize',
    'call.handover seize',
    'call.rest delay',
    'call.leave-suite release',
    'call.follow-up start',
    'call.done leave',
    'call.=unmet leave',
    'call.=advice-only leave',
    'assess.see seize',
    'assess.treated mark',
    'assess.worse mark',
    'assess.out leave',
    'assess.=unmet leave',
  ]);
});

test('services: counts per head are rounded, and what is unlimited is infinite', () => {
  const { services } = tablesOf(everything());
  expect(
    services.map(({ capacity, room, shiftEnd, agency }) => [capacity[9], capacity[8], room, shiftEnd, agency]),
  ).toEqual([
    [20, 20, Number.POSITIVE_INFINITY, 'hand-over', 0],
    [2, 2, 3, 'finish', 1],
    [3, 0, Number.POSITIVE_INFINITY, 'stop', 1],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 'finish', 1],
  ]);
});

test('needs: rates per hour and person, multipliers, and channels by severity', () => {
  const [crisis] = tablesOf(everything()).needs;
  expect(crisis?.rate).toBeCloseTo(1e-6, 18);
  expect(crisis?.unitRate).toBeCloseTo(10_000 / 1e6 / 8766, 18);
  expect(crisis?.byCohort).toEqual([1, 1.5]);
  expect(crisis?.byState).toEqual([
    { variable: 0, value: 1, times: 2 },
    { variable: 0, value: 2, times: 2 },
  ]);
  expect(crisis?.channels).toEqual([
    { channel: 0, weights: [0.4, 0.9], entry: 0 },
    { channel: 1, weights: [0.6, expect.closeTo(0.1, 12)], entry: 10 },
  ]);
  expect(crisis?.calendar[0]).toBeCloseTo(7 / 9, 12);
  expect(crisis?.calendar[167]).toBeCloseTo(14 / 9, 12);
});

test('arrivals: Poisson, renewal, and a closed network', () => {
  const [others, clockwork, regulars] = tablesOf(everything()).arrivals;
  expect(others).toMatchObject({ kind: 'poisson', rate: 0.5, unitRate: 0.5, background: true, severity: [1, 0] });
  expect(clockwork).toEqual({
    name: 'clockwork',
    kind: 'renewal',
    interval: { kind: 'deterministic', value: 1 / 6 },
    need: 0,
    entry: 10,
    channel: 2,
    severity: [0, 1],
    background: false,
  });
  expect(regulars).toMatchObject({ kind: 'people', count: 4 });
});

test('branches: cases with all kinds of conditions', () => {
  const decide = tablesOf(everything()).steps[1];
  if (decide?.verb !== 'branch') throw new Error('no branch');
  expect(decide.cases).toEqual([
    {
      name: 'no-room',
      when: { severity: [1], full: [1], not: { hours: week((hour) => (hour < 2 ? 1 : 0)) } },
      to: 8,
    },
    {
      name: 'case-2',
      when: {
        channel: [1, 2],
        cohort: [1],
        state: [{ variable: 0, values: [1] }],
        closed: [2],
        queue: [{ service: 1, atLeast: 2 }],
      },
      to: 2,
    },
  ]);
});

test('seizing: units, lengths by severity, patience, relief, several services', () => {
  const { steps } = tablesOf(everything());
  expect(steps[0]).toMatchObject({
    length: { name: 'call.answer', bySeverity: [{ mean: 1 / 6 }, { mean: 1 / 12 }] },
  });
  expect(steps[2]).toMatchObject({
    services: [0],
    units: [2],
    keep: true,
    priority: [1, 0],
    length: { name: 'attendance' },
    patience: {
      length: {
        name: 'officers',
        bySeverity: [
          { kind: 'deterministic', value: 6 },
          { kind: 'deterministic', value: 2 },
        ],
      },
      to: 8,
    },
  });
  expect(steps[3]).toMatchObject({ services: [1], length: null, keep: true, relieves: [0], ifFull: 10, then: 4 });
  expect(steps[10]).toMatchObject({ services: [2, 3], units: [2, 1], mode: 'hold-first', ifClosed: 14 });
});

test('the other verbs', () => {
  const { steps } = tablesOf(everything());
  expect(steps[4]).toMatchObject({ verb: 'delay', length: { name: 'call.rest' }, then: 5 });
  expect(steps[5]).toMatchObject({ verb: 'release', services: [], then: 6 });
  expect(steps[6]).toMatchObject({ verb: 'start', entry: 10, then: 7 });
  expect(steps[11]).toMatchObject({ verb: 'mark', sets: [{ variable: 0, value: 1 }], severity: 0, then: 12 });
  expect(steps[12]).toMatchObject({ verb: 'mark', sets: [], severity: 1, then: 13 });
});

test('clocks: hazards of one person per hour', () => {
  const { clocks } = tablesOf(everything());
  const common = { need: 0, outcomes: [], byFrailty: false, bySeverity: [1, 1], byState: [], from: 0, until: Infinity };
  expect(clocks).toEqual([
    {
      ...common,
      name: 'recovers',
      runs: 'waiting',
      rate: 0.01,
      bySeverity: [1, 0.5],
      byFrailty: true,
      expires: { does: 'leave', outcome: 0 },
    },
    { ...common, name: 'worsens', runs: 'waiting', rate: 0.005, expires: { does: 'go', step: 2, severity: 1 } },
    {
      ...common,
      name: 'returns',
      runs: 'after',
      outcomes: [1],
      rate: 1 / 24,
      from: 1,
      until: 672,
      expires: { does: 'open', need: 0, entry: 0, channel: 0 },
    },
    {
      ...common,
      name: 'relapses',
      runs: 'after',
      outcomes: [0, 1, 2, 3],
      rate: 1 / 8766,
      byState: [{ variable: 0, value: 1, times: 3 }],
      expires: { does: 'mark', variable: 0, value: 0 },
    },
    {
      ...common,
      name: 'dies',
      need: NONE,
      runs: 'life',
      rate: expect.closeTo(1e-6, 18),
      expires: { does: 'die', outcome: 3 },
    },
  ]);
});

test('stock: who is inside at the start', () => {
  const { stock } = everything();
  expect(stock).toEqual([
    {
      name: 'resting',
      count: 2,
      need: 0,
      step: 4,
      phase: 'serving',
      stay: [
        { kind: 'deterministic', value: 8 },
        { kind: 'deterministic', value: 8 },
      ],
      waited: null,
      holding: [{ service: 1, units: 1, since: { kind: 'exponential', mean: 10 } }],
      persons: true,
      load: expect.closeTo(1e-5, 18),
      severity: [0, 1],
      channel: NONE,
      sets: [{ variable: 0, value: 2 }],
      background: false,
    },
    {
      name: 'queueing',
      count: 1,
      need: NONE,
      step: 3,
      phase: 'waiting',
      waited: { kind: 'deterministic', value: 1 },
      holding: [{ service: 0, units: 2, since: { kind: 'deterministic', value: 2 } }],
      persons: false,
      load: 0,
      severity: [1, 0],
      channel: 1,
      sets: [],
      background: true,
    },
  ]);
});

test('time: warm-up, measured period, follow-up, replications', () => {
  const checked = accepted(full);
  expect(checked.world).toMatchObject({ warmUp: 168, measuredEnd: 504, horizon: 576, gridlock: 'decline' });
  expect(checked.span.replications).toBe(7);
});
