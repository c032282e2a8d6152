import { expect, test } from 'vitest';
import { distribution, unitless } from '../../src/scenarios/schema/distribution.js';
import type { Reader } from '../../src/scenarios/schema/leaf.js';
import { calendar, capacity, hoursTest } from '../../src/scenarios/schema/week.js';
import { date } from '../../src/scenarios/schema/words.js';

/** Reads a value, and throws what is wrong with it. */
function read<T>(reader: Reader<T>, value: unknown): T {
  return reader.read(value, (fault, ...path) => {
    throw new Error(`${path.join('.')}: ${fault.message}`);
  });
}

test('a bare duration never varies', () => {
  expect(read(distribution, '90 min')).toEqual({ kind: 'deterministic', value: 1.5 });
  expect(read(distribution, { deterministic: '90 min' })).toEqual({ kind: 'deterministic', value: 1.5 });
});

test('distributions are read in hours', () => {
  expect(read(distribution, { exponential: '20 min' })).toEqual({ kind: 'exponential', mean: 1 / 3 });
  expect(read(distribution, { erlang: { shape: 3, mean: '2 h' } })).toEqual({ kind: 'erlang', shape: 3, mean: 2 });
  expect(read(distribution, { gamma: { shape: 0.5, mean: '2 h' } })).toEqual({ kind: 'gamma', shape: 0.5, mean: 2 });
  expect(read(distribution, { gamma: { mean: '2 h', sd: '4 h' } })).toEqual({ kind: 'gamma', shape: 0.25, mean: 2 });
  expect(read(distribution, { weibull: { shape: 2, scale: '2 h' } })).toEqual({ kind: 'weibull', shape: 2, scale: 2 });
  // The mean of a Weibull distribution of shape 2 is its scale times half the square root of π.
  const { scale } = read(distribution, { weibull: { shape: 2, mean: '1 h' } }) as { scale: number };
  expect(scale).toBeCloseTo(2 / Math.sqrt(Math.PI), 12);
  expect(read(distribution, { triangular: { low: '1 h', mode: '2 h', high: '1 day' } })).toEqual({
    kind: 'triangular',
    low: 1,
    mode: 2,
    high: 24,
  });
});

test('a lognormal by mean and standard deviation has that mean and that standard deviation', () => {
  const spec = read(distribution, { lognormal: { mean: '14.2 h', sd: '9 h' } });
  if (spec.kind !== 'lognormal') throw new Error(spec.kind);
  const mean = Math.exp(spec.mu + spec.sigma ** 2 / 2);
  expect(mean).toBeCloseTo(14.2, 12);
  expect(Math.sqrt((Math.exp(spec.sigma ** 2) - 1) * mean * mean)).toBeCloseTo(9, 12);
});

test('a lognormal by median and a quantile: nine in ten are below the ninth decile', () => {
  const spec = read(distribution, { lognormal: { median: '5 h', q90: '12 h' } });
  if (spec.kind !== 'lognormal') throw new Error(spec.kind);
  expect(Math.exp(spec.mu)).toBeCloseTo(5, 12);
  // 1.2815515655446004 is the ninth decile of the standard normal (tables).
  expect(Math.exp(spec.mu + 1.2815515655446004 * spec.sigma)).toBeCloseTo(12, 10);
});

test('observed values are put in order with their shares', () => {
  expect(read(distribution, { empirical: { values: ['2 h', '1 h'] } })).toEqual({
    kind: 'empirical',
    values: [1, 2],
    shares: [0.5, 0.5],
  });
  expect(read(distribution, { empirical: { values: ['2 h', '1 h'], shares: [0.25, '75%'] } })).toEqual({
    kind: 'empirical',
    values: [1, 2],
    shares: [0.75, 0.25],
  });
});

test('mixtures and truncated distributions are made of others', () => {
  const two = [
    { share: '70%', of: { exponential: '30 min' } },
    { share: 'rest', of: '4 h' },
  ];
  const mixture = read(distribution, { mixture: two });
  expect(mixture).toMatchObject({
    kind: 'mixture',
    parts: [
      { kind: 'exponential', mean: 0.5 },
      { kind: 'deterministic', value: 4 },
    ],
  });
  expect(mixture.kind === 'mixture' && mixture.shares[1]).toBeCloseTo(0.3, 15);
  expect(read(distribution, { truncated: { of: { mixture: two }, low: '1 h' } })).toMatchObject({
    kind: 'truncated',
    of: mixture,
    low: 1,
    high: Number.POSITIVE_INFINITY,
  });
  expect(read(unitless, { truncated: { of: { exponential: 1 }, high: 3 } })).toMatchObject({ low: 0, high: 3 });
});

test('frailty is a distribution of a bare number', () => {
  expect(read(unitless, { exponential: 1 })).toEqual({ kind: 'exponential', mean: 1 });
  expect(() => read(unitless, { exponential: '1 h' })).toThrow('This has to be a bare number.');
});

test.each([
  [{ exponential: '0 h' }, 'exponential: A mean of 0 makes no distribution.'],
  [{ exponential: '1 h', uniform: { low: '1 h', high: '2 h' } }, ': A distribution has exactly one name.'],
  [{}, ': A distribution has exactly one name.'],
  [{ uniform: { low: '2 h', high: '1 h' } }, 'uniform: Its parts are out of order (low, high).'],
  [{ uniform: { low: '2 h' } }, 'uniform.high: `high` is missing.'],
  [
    { triangular: { low: '1 h', mode: '5 h', high: '2 h' } },
    'triangular: Its parts are out of order (low, mode, high).',
  ],
  [{ erlang: { shape: 1.5, mean: '2 h' } }, 'erlang.shape: This has to be a whole number of 1 or more.'],
  [{ gamma: { shape: 0.01, mean: '2 h' } }, 'gamma.shape: A shape of 0.01 is too small.'],
  [
    { gamma: { mean: '1 h', sd: '9 h' } },
    'gamma.sd: The standard deviation is too large for a gamma distribution of this mean.',
  ],
  [{ weibull: { shape: 0, scale: '2 h' } }, 'weibull.shape: A shape of 0 is too small.'],
  [{ lognormal: { median: '5 h', q90: '4 h' } }, 'lognormal: Its parts are out of order (median, q90).'],
  [{ lognormal: { median: '5 h', q45: '4 h' } }, 'lognormal.q45: `q45` is no part of this distribution.'],
  [{ lognormal: '5 h' }, 'lognormal: This has to be a map with mean, sd.'],
  [{ empirical: { values: [] } }, 'empirical: `values` has to be a list.'],
  [{ empirical: { values: ['1 h'], shares: [0.5, 0.5] } }, 'empirical: `shares` does not go with `values`.'],
  [{ empirical: { values: ['1 h', '2 h'], shares: [0.5, 0.6] } }, 'empirical.shares: The shares do not add to 1.'],
  [{ erlang: { shape: 1e9, mean: '2 h' } }, 'erlang.shape: This varies so little that it need not vary.'],
  [{ gamma: { mean: '2 h', sd: '1 s' } }, 'gamma.sd: This varies so little that it need not vary.'],
  [{ mixture: '2 h' }, 'mixture: A mixture is a list of two or more parts.'],
  [{ mixture: [{ share: 1, of: '2 h' }] }, 'mixture: A mixture is a list of two or more parts.'],
  [
    {
      mixture: [
        { share: 0.5, of: '2 h' },
        { share: 0.4, of: '3 h' },
      ],
    },
    'mixture: The shares do not add to 1.',
  ],
  [
    {
      mixture: [
        { share: 0.9, of: '2 h' },
        { share: 0.2, of: '3 h' },
        { share: 'rest', of: '4 h' },
      ],
    },
    'mixture: The shares do not add to 1.',
  ],
  [
    {
      mixture: [
        { share: 'rest', of: '2 h' },
        { share: 'rest', of: '3 h' },
      ],
    },
    'mixture: Only one share can be `rest`.',
  ],
  [{ mixture: [{ share: 0.5, of: '2 h' }, '3 h'] }, 'mixture.1: This has to be a map with share, of.'],
  [
    {
      mixture: [
        { share: 0.5, of: { exponental: '2 h' } },
        { share: 0.5, of: '3 h' },
      ],
    },
    'mixture.0.of.exponental: There is no distribution called `exponental`.',
  ],
  [{ mixture: [{ share: 0.5, of: '2 h' }, { share: 0.5 }] }, 'mixture.1.of: `of` is missing.'],
  [{ truncated: { of: { exponential: '2 h' } } }, 'truncated: It does not say where the distribution is cut.'],
  [{ truncated: { low: '2 h' } }, 'truncated.of: `of` is missing.'],
  [
    { truncated: { of: { exponential: '2 h' }, low: '3 h', high: '3 h' } },
    'truncated: Its parts are out of order (low, high).',
  ],
  [
    { truncated: { of: { uniform: { low: '1 h', high: '2 h' } }, low: '3 h' } },
    'truncated: Next to nothing of the distribution lies between the bounds.',
  ],
  [{ truncated: { of: { exponential: '1 min' }, low: '3 h' } }, 'truncated: Next to nothing of the distribution'],
  [{ truncated: { of: '2 h', low: '3 h' } }, 'truncated.of: A value that never varies cannot be cut.'],
  [
    { truncated: { of: { truncated: { of: { exponential: '2 h' }, low: '1 h' } }, high: '3 h' } },
    'truncated.of: A distribution that is cut is cut once.',
  ],
  [
    { truncated: { of: { exponential: '2 h' }, low: '1 h', max: '3 h' } },
    'truncated.max: `max` is no part of this distribution.',
  ],
  [{ truncated: { of: { exponential: '2 h' }, low: 1 } }, 'truncated.low: A unit is missing.'],
  [12, ': A unit is missing.'],
])('%j is refused as a distribution', (value, fault) => {
  expect(() => read(distribution, value)).toThrow(fault);
});

test('a week of capacity, by hour from Monday 00:00', () => {
  const week = read(capacity, { 'mon-fri 08:00-20:00': 6, 'sat-sun 09:00-17:00': '2 per million', otherwise: 1 });
  expect(week).toHaveLength(168);
  expect(week[7]).toEqual({ fixed: 1, perHead: 0 });
  expect(week[8]).toEqual({ fixed: 6, perHead: 0 });
  expect(week[19]).toEqual({ fixed: 6, perHead: 0 });
  expect(week[20]).toEqual({ fixed: 1, perHead: 0 });
  expect(week[4 * 24 + 8]).toEqual({ fixed: 6, perHead: 0 });
  expect(week[5 * 24 + 8]).toEqual({ fixed: 1, perHead: 0 });
  expect(week[5 * 24 + 9]).toEqual({ fixed: 0, perHead: 2e-6 });
});

test('hours may wrap past midnight, and past the end of the week', () => {
  const nights = read(hoursTest, 'fri-sun 22:00-06:00');
  const hours = nights.flatMap((holds, hour) => (holds === 1 ? [hour] : []));
  const night = (day: number) => [22, 23, 24, 25, 26, 27, 28, 29].map((hour) => (day * 24 + hour) % 168);
  expect(hours).toEqual([...night(4), ...night(5), ...night(6)].sort((a, b) => a - b));
  expect(nights[0]).toBe(1);
  expect(read(hoursTest, ['mon', 'tue 00:00-01:00']).reduce((sum, holds) => sum + holds, 0)).toBe(25);
  expect(read(hoursTest, 'sun-mon').reduce((sum, holds) => sum + holds, 0)).toBe(48);
});

test.each(['mon-fri 8-20', 'monday', 'mon 08:30-20:00', 'mon 08:00-08:00', 'mon 24:00-25:00', ''])(
  '%j names no hours',
  (text) => {
    expect(() => read(hoursTest, text)).toThrow('names no hours of the week');
  },
);

test('a calendar has a mean of 1', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 1 : 3));
  const week = read(calendar, { hours, days: [1, 1, 1, 1, 1, 1, 8] });
  expect(week.reduce((sum, weight) => sum + weight, 0) / 168).toBeCloseTo(1, 12);
  expect((week[12] ?? 0) / (week[0] ?? 1)).toBeCloseTo(3, 12);
  expect((week[144] ?? 0) / (week[0] ?? 1)).toBeCloseTo(8, 12);
  expect(read(calendar, {})).toEqual(new Array(168).fill(1));
});

test('a calendar is nowhere 0', () => {
  expect(() => read(calendar, { days: [1, 1, 1, 1, 1, 1, 0] })).toThrow('days.6: A calendar is nowhere 0.');
  expect(() => read(calendar, { days: [1, 1] })).toThrow('`days` has to be a list of 7 numbers.');
});

test('dates are counted in days', () => {
  expect(read(date, '1970-01-01').day).toBe(0);
  expect(read(date, '2024-02-29').day).toBe(Date.UTC(2024, 1, 29) / 86_400_000);
  expect(read(date, '1899-12-31').day).toBe(Date.UTC(1899, 11, 31) / 86_400_000);
  for (const text of ['2023-02-29', '2024-00-10', '2024-13-01']) {
    expect(() => read(date, text)).toThrow('There is no');
  }
  for (const text of ['24-01-01', '2024/01/01', 'today']) {
    expect(() => read(date, text)).toThrow('This has to be a date.');
  }
});
