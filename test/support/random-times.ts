/** Random durations, conditions and shares for small random worlds: mostly whole hours, so that instants coincide. */
import fc from 'fast-check';
import type { DistributionSpec } from '../../src/sim/world.js';
import type { ConditionSpec } from './world-steps.js';

/** Names that random worlds take theirs from. */
export const SERVICES = ['alpha', 'bravo', 'charlie', 'delta'];
export const SEVERITIES = ['lower', 'higher'];
export const CHANNELS = ['call', 'walk-in'];
export const OUTCOMES = ['=advised', '=lost', '=treated'];

const spread = fc.constantFrom<DistributionSpec>(
  { kind: 'exponential', mean: 1.5 },
  {
    kind: 'mixture',
    parts: [
      { kind: 'deterministic', value: 1 },
      { kind: 'erlang', shape: 3, mean: 2 },
    ],
    shares: [0.25, 0.75],
  },
  { kind: 'lognormal', mu: 0.2, sigma: 0.7 },
  { kind: 'triangular', low: 0.5, mode: 1, high: 3 },
  { kind: 'truncated', of: { kind: 'lognormal', mu: 0.2, sigma: 0.7 }, low: 0.5, high: 2.5 },
  { kind: 'empirical', values: [0, 1, 2, 4], shares: [0.125, 0.375, 0.25, 0.25] },
  { kind: 'erlang', shape: 2, mean: 1.25 },
  { kind: 'gamma', shape: 0.5, mean: 1 },
  { kind: 'uniform', low: 0.5, high: 2 },
  { kind: 'weibull', shape: 1.5, scale: 1.5 },
);

/** Something that is there so often in ten. */
export const sometimes = <Item>(tenths: number, item: fc.Arbitrary<Item>): fc.Arbitrary<Item | undefined> =>
  fc.oneof({ weight: 10 - tenths, arbitrary: fc.constant(undefined) }, { weight: tenths, arbitrary: item });

/** A duration: whole hours more often than not. */
export const randomTime = (least: number, most: number): fc.Arbitrary<number | DistributionSpec> =>
  fc.oneof({ weight: 5, arbitrary: fc.integer({ min: least, max: most }) }, { weight: 2, arbitrary: spread });

/** A duration that may be longer for one severity than for the other. */
export const randomTimes = (least: number, most: number) =>
  fc.oneof(
    { weight: 3, arbitrary: randomTime(least, most) },
    { weight: 1, arbitrary: fc.tuple(randomTime(least, most), randomTime(least, most)) },
  );

/** Shares of three options, for each of the two severities; some are 0. */
export const randomShares = fc.constantFrom(
  [
    [0.5, 0.25],
    [0.5, 0.5],
    [0, 0.25],
  ],
  [
    [0.25, 0.5],
    [0.25, 0],
    [0.5, 0.5],
  ],
  [
    [1, 0.5],
    [0, 0.5],
    [0, 0],
  ],
);

/** Units on duty: the same all day, by three shifts, or ample. */
export const randomCapacity = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }))
      .map(([night, early, late]) =>
        Array.from({ length: 24 }, (_, hour) => (hour < 8 ? night : hour < 16 ? early : late)),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 })
      .map((short) => Array.from({ length: 168 }, (_, hour) => short[hour % 5] ?? 0)),
  },
  { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
);

/** Calendars whose sums are exact in binary, with mean 1. */
export const randomCalendar = fc.constantFrom<number | readonly number[]>(
  1,
  Array.from({ length: 24 }, (_, hour) => (hour % 24 < 12 ? 0.5 : 1.5)),
  Array.from({ length: 24 }, (_, hour) => (hour % 2 === 0 ? 1.75 : 0.25)),
);

/** What a branch can ask: of the person, of the hour, of the services. */
export const randomCondition = (services: readonly string[]): fc.Arbitrary<ConditionSpec> => {
  const service = fc.constantFrom(...services);
  const plain = fc.oneof<fc.Arbitrary<ConditionSpec>[]>(
    fc.constantFrom({ severity: [1] }, { channel: [0] }),
    fc.constantFrom({ cohort: [1] }, { cohort: [0] }, { state: [['treated', [1]]] } as const),
    fc.constantFrom({ hours: [0, 1, 2, 3, 4, 5, 6, 7] }, { severity: [0], channel: [1] }),
    service.map((name) => ({ full: name })),
    service.map((name) => ({ closed: name })),
    service.map((name) => ({ queue: [[name, 2]] as const })),
    service.map((name) => ({ engaged: name })),
  );
  return fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: plain.map((not) => ({ not })) });
};
