import { type DistributionSpec, LEAST_SHAPE, weibullMoment } from '../../sim/index.js';
import { nearest } from '../nearest.js';
import { normalQuantile } from '../normal.js';
import { listNames } from '../problems.js';
import { readEmpirical, readMixture, readTruncated } from './composed.js';
import { distributionJson } from './distribution-json.js';
import { type Reader, type Report, readPart, type ValueFault } from './leaf.js';
import { isParts, type Parts, readParts } from './parts.js';
import { duration, factor, whole } from './values.js';

/**
 * Reads what follows a distribution's name; `size` reads its durations (or bare numbers, for frailty), `inner` the
 * distributions that it is made of.
 */
type ReadKind = (
  written: unknown,
  size: Reader<number>,
  report: Report,
  inner: Reader<DistributionSpec>,
) => DistributionSpec;

const KINDS: Readonly<Record<string, ReadKind>> = {
  deterministic: (written, size, report) => ({ kind: 'deterministic', value: readPart(size, written, report) }),
  exponential: (written, size, report) => ({
    kind: 'exponential',
    mean: above0(readPart(size, written, report), 'mean', report),
  }),
  erlang(written, size, report) {
    const parts = readParts(written, ['shape', 'mean'], report);
    const shape = notTooSteady(readPart(whole(1), parts.shape, report, 'shape'), report, 'shape');
    return { kind: 'erlang', shape, mean: above0(readPart(size, parts.mean, report, 'mean'), 'mean', report, 'mean') };
  },
  gamma(written, size, report) {
    if (isParts(written) && 'shape' in written) {
      const { shape, mean } = readParts(written, ['shape', 'mean'], report);
      const k = notTooSteady(shapeOf(shape, report), report, 'shape');
      return { kind: 'gamma', shape: k, mean: above0(readPart(size, mean, report, 'mean'), 'mean', report, 'mean') };
    }
    const { mean, sd } = readParts(written, ['mean', 'sd'], report);
    const m = above0(readPart(size, mean, report, 'mean'), 'mean', report, 'mean');
    const s = above0(readPart(size, sd, report, 'sd'), 'standard deviation', report, 'sd');
    const shape = (m / s) * (m / s);
    if (shape < LEAST_SHAPE) report(tooSpread, 'sd');
    return { kind: 'gamma', shape: notTooSteady(shape, report, 'sd'), mean: m };
  },
  weibull(written, size, report) {
    const by = isParts(written) && 'mean' in written ? 'mean' : 'scale';
    const parts = readParts(written, ['shape', by], report);
    const shape = shapeOf(parts.shape, report);
    const length = above0(readPart(size, parts[by], report, by), by, report, by);
    return { kind: 'weibull', shape, scale: by === 'scale' ? length : length / weibullMoment(shape, 1) };
  },
  lognormal(written, size, report) {
    const parts = isParts(written) ? written : {};
    if ('median' in parts) return lognormalByMedian(parts, size, report);
    const { mean, sd } = readParts(written, ['mean', 'sd'], report);
    const m = above0(readPart(size, mean, report, 'mean'), 'mean', report, 'mean');
    const s = above0(readPart(size, sd, report, 'sd'), 'standard deviation', report, 'sd');
    const sigma2 = Math.log(1 + (s / m) * (s / m));
    return { kind: 'lognormal', mu: Math.log(m) - sigma2 / 2, sigma: Math.sqrt(sigma2) };
  },
  triangular(written, size, report) {
    const parts = readParts(written, ['low', 'mode', 'high'], report);
    const [low, mode, high] = ['low', 'mode', 'high'].map((name) => readPart(size, parts[name], report, name));
    ascending([low, mode, high], 'low, mode, high', report);
    return { kind: 'triangular', low: low ?? 0, mode: mode ?? 0, high: high ?? 0 };
  },
  uniform(written, size, report) {
    const parts = readParts(written, ['low', 'high'], report);
    const [low, high] = ['low', 'high'].map((name) => readPart(size, parts[name], report, name));
    ascending([low, high], 'low, high', report);
    return { kind: 'uniform', low: low ?? 0, high: high ?? 0 };
  },
  empirical: readEmpirical,
  mixture: (written, _size, report, inner) => readMixture(written, inner, report),
  truncated: readTruncated,
};

/** Names of the distributions, for messages and for telling a distribution from a map by severity. */
export const DISTRIBUTIONS: readonly string[] = Object.keys(KINDS);

/** A distribution of a duration: a map with one key, or a bare duration, which never varies. */
export const distribution: Reader<DistributionSpec> = distributionOf(
  duration,
  'a duration such as `45 min`, or a distribution such as `{exponential: 20 min}`',
);

/** A distribution of a bare number, for frailty. */
export const unitless: Reader<DistributionSpec> = distributionOf(
  factor,
  'a distribution of a bare number, such as `{lognormal: {mean: 1, sd: 2}}`',
);

function distributionOf(size: Reader<number>, what: string): Reader<DistributionSpec> {
  const neutral: DistributionSpec = { kind: 'deterministic', value: Number.NaN };
  const reader: Reader<DistributionSpec> = {
    what,
    neutral,
    json: { anyOf: [size.json, distributionJson(size.json)] },
    read(value, report) {
      if (!isParts(value))
        return { kind: 'deterministic', value: size.read(value, (fault) => report({ ...fault, expected: what })) };
      const names = Object.keys(value);
      const [name = ''] = names;
      const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
      if (names.length !== 1 || kind === undefined) {
        const unknown = names.find((each) => !DISTRIBUTIONS.includes(each));
        if (unknown !== undefined) report(noSuchDistribution(unknown), unknown);
        else report(notOneName(names));
        return neutral;
      }
      return kind(value[name], size, (fault, ...path) => report(fault, name, ...path), reader);
    },
  };
  return reader;
}

function noSuchDistribution(name: string): ValueFault {
  return {
    message: `There is no distribution called \`${name}\`.`,
    expected: `one of ${listNames(DISTRIBUTIONS)}`,
    nearest: nearest(name, DISTRIBUTIONS),
    onKey: true,
    ...(nearest(name, DISTRIBUTIONS) === null
      ? { next: 'Choose one of these; for times that vary around a mean, `lognormal` or `gamma` by mean and sd.' }
      : {}),
  };
}

function notOneName(names: readonly string[]): ValueFault {
  return {
    message: 'A distribution has exactly one name.',
    expected: `one of ${listNames(DISTRIBUTIONS)}`,
    next: names.length === 0 ? 'Write one.' : 'Leave one of the names, and delete the others.',
  };
}

function lognormalByMedian(parts: Parts, size: Reader<number>, report: Report): DistributionSpec {
  const quantileName = Object.keys(parts).find((name) => /^q(5[1-9]|[6-9]\d)$/.test(name)) ?? 'q90';
  readParts(parts, ['median', quantileName], report);
  const median = above0(readPart(size, parts.median, report, 'median'), 'median', report, 'median');
  const quantile = readPart(size, parts[quantileName], report, quantileName);
  ascending([median, quantile], `median, ${quantileName}`, report);
  const sigma = Math.log(quantile / median) / normalQuantile(Number(quantileName.slice(1)) / 100);
  return { kind: 'lognormal', mu: Math.log(median), sigma };
}

/** A shape that need not be whole. */
function shapeOf(written: unknown, report: Report): number {
  const shape = readPart(factor, written, report, 'shape');
  if (Number.isNaN(shape) || shape >= LEAST_SHAPE) return shape;
  report(
    {
      message: `A shape of ${shape} is too small.`,
      expected: `a shape of ${LEAST_SHAPE} or more`,
      next: 'Below 1, the shorter a time is the likelier it is; check that this is meant.',
    },
    'shape',
  );
  return 1;
}

/** Sums of so many exponential times hardly vary, and cost as many steps to work out. */
const MOST_SHAPE = 10_000;

function notTooSteady(shape: number, report: Report, path: string): number {
  if (!(shape > MOST_SHAPE)) return shape;
  report(
    {
      message: 'This varies so little that it need not vary.',
      expected: `a shape of at most ${MOST_SHAPE}, which is a standard deviation of at least ${1 / Math.sqrt(MOST_SHAPE)} times the mean`,
      next: 'Write the mean alone, as a duration that never varies.',
    },
    path,
  );
  return 1;
}

const tooSpread: ValueFault = {
  message: 'The standard deviation is too large for a gamma distribution of this mean.',
  expected: `at most ${Number((1 / Math.sqrt(LEAST_SHAPE)).toPrecision(3))} times the mean`,
  next: 'Lower it, or write a lognormal distribution.',
};

function above0(value: number, what: string, report: Report, ...path: string[]): number {
  if (value === 0)
    report(
      {
        message: `A ${what} of 0 makes no distribution.`,
        expected: `a ${what} above 0`,
        next: 'Write `deterministic` if it never varies.',
      },
      ...path,
    );
  return value;
}

function ascending(values: readonly (number | undefined)[], names: string, report: Report): void {
  const [first = 0, second = 0, third = Number.POSITIVE_INFINITY] = values;
  if (first > second || second > third || first === (values.length === 3 ? third : second)) {
    report({
      message: `Its parts are out of order (${names}).`,
      expected: `${names}, ascending`,
      next: 'Put them in ascending order.',
    });
  }
}
