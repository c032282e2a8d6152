/** Distributions that are made of values or of other distributions. */
import { type DistributionSpec, shareBetween } from '../../sim/index.js';
import { type Reader, type Report, readPart } from './leaf.js';
import { isParts, readParts } from './parts.js';
import { fraction, REST, type Share, share } from './values.js';

const NEUTRAL: DistributionSpec = { kind: 'deterministic', value: Number.NaN };

/** Observed values with shares. */
export function readEmpirical(written: unknown, size: Reader<number>, report: Report): DistributionSpec {
  const parts = readParts(written, ['values'], report, ['shares']);
  const { values, shares } = parts;
  if (!Array.isArray(values) || values.length === 0) {
    report({
      message: '`values` has to be a list.',
      expected: 'a list such as [1 h, 2 h]',
      next: 'List the observed values.',
    });
    return { kind: 'empirical', values: [Number.NaN], shares: [1] };
  }
  if (shares !== undefined && (!Array.isArray(shares) || shares.length !== values.length)) {
    report({
      message: '`shares` does not go with `values`.',
      expected: `a list of ${values.length} shares`,
      next: 'Give one share for each value, or leave `shares` out for equal ones.',
    });
  }
  const pairs = values.map((value, index) => ({
    value: readPart(size, value, report, 'values', index),
    share:
      Array.isArray(shares) && index < shares.length
        ? readPart(fraction, shares[index], report, 'shares', index)
        : 1 / values.length,
  }));
  const total = pairs.reduce((sum, pair) => sum + pair.share, 0);
  if (Math.abs(total - 1) > 1e-9) {
    report(
      {
        message: 'The shares do not add to 1.',
        expected: `shares that add to 1 (these add to ${Number(total.toPrecision(6))})`,
        next: 'Change one of them.',
      },
      'shares',
    );
  }
  pairs.sort((a, b) => a.value - b.value);
  return {
    kind: 'empirical',
    values: pairs.map((pair) => pair.value),
    shares: pairs.map((pair) => pair.share / total),
  };
}

/** One of several distributions, by shares that add to 1; one share may be `rest`. */
export function readMixture(written: unknown, inner: Reader<DistributionSpec>, report: Report): DistributionSpec {
  if (!Array.isArray(written) || written.length < 2) {
    report({
      message: 'A mixture is a list of two or more parts.',
      expected: 'a list such as `[{share: 70%, of: {exponential: 20 min}}, {share: rest, of: {exponential: 3 h}}]`',
      next: Array.isArray(written) ? 'Add a part, or write the only part alone.' : 'Write it so.',
    });
    return NEUTRAL;
  }
  const read = written.map((part: unknown, index) => {
    const { share: taken, of } = readParts(part, ['share', 'of'], (fault, ...path) => report(fault, index, ...path));
    if (!isParts(part)) return { taken: Number.NaN, of: NEUTRAL };
    return {
      taken: readPart<Share>(share, taken, report, index, 'share'),
      of: readPart(inner, of, report, index, 'of'),
    };
  });
  const shares = sharesOf(
    read.map(({ taken }) => taken),
    report,
  );
  return { kind: 'mixture', parts: read.map(({ of }) => of), shares };
}

function sharesOf(written: readonly Share[], report: Report): number[] {
  const rests = written.filter((taken) => taken === REST).length;
  const total = written.reduce<number>((sum, taken) => sum + (taken === REST ? 0 : taken), 0);
  const adds = rests > 0 ? total <= 1 + 1e-9 : Math.abs(total - 1) <= 1e-9;
  if (rests > 1 || (!adds && !Number.isNaN(total))) {
    report({
      message: rests > 1 ? 'Only one share can be `rest`.' : 'The shares do not add to 1.',
      expected: `shares that add to 1 (these add to ${Number(total.toPrecision(6))})`,
      next: rests > 0 ? 'Change one of them.' : 'Change one of them, or write `rest` for one.',
    });
  }
  const whole = rests > 0 ? 1 : total;
  return written.map((taken) => (taken === REST ? Math.max(0, 1 - total) : taken / whole));
}

/** Another distribution, given that it lies between bounds. */
export function readTruncated(
  written: unknown,
  size: Reader<number>,
  report: Report,
  inner: Reader<DistributionSpec>,
): DistributionSpec {
  const parts = readParts(written, ['of'], report, ['low', 'high']);
  if (!isParts(written)) return NEUTRAL;
  const of = readPart(inner, parts.of, report, 'of');
  const low = parts.low === undefined ? 0 : readPart(size, parts.low, report, 'low');
  const high = parts.high === undefined ? Number.POSITIVE_INFINITY : readPart(size, parts.high, report, 'high');
  if (parts.low === undefined && parts.high === undefined) {
    report({
      message: 'It does not say where the distribution is cut.',
      expected: '`low: …`, `high: …` or both',
      next: 'Write one of them, or write the distribution alone.',
    });
    return NEUTRAL;
  }
  if (of.kind === 'deterministic' || of.kind === 'truncated') {
    const never = of.kind === 'deterministic';
    if (!never || !Number.isNaN(of.value)) {
      report(
        {
          message: never ? 'A value that never varies cannot be cut.' : 'A distribution that is cut is cut once.',
          expected: 'another distribution, such as `{lognormal: {mean: 2 h, sd: 3 h}}`',
          next: never ? 'Write the value alone.' : 'Write the narrower bounds, and leave the inner `truncated` out.',
        },
        'of',
      );
    }
    return NEUTRAL;
  }
  if (low >= high) {
    report({
      message: 'Its parts are out of order (low, high).',
      expected: 'low, high, ascending',
      next: 'Put them in ascending order.',
    });
    return NEUTRAL;
  }
  if (Number.isNaN(low) || Number.isNaN(high) || hasFault(of)) return NEUTRAL;
  const left = shareBetween(of, low, high);
  if (left >= LEAST_LEFT) return { kind: 'truncated', of, low, high };
  report({
    message: 'Next to nothing of the distribution lies between the bounds.',
    expected: `bounds that keep at least ${LEAST_LEFT} of it (these keep ${Number(left.toPrecision(3))})`,
    next: 'Look at the bounds, and at their units.',
  });
  return NEUTRAL;
}

/** Share of a distribution that has to lie between the bounds: with less, rounding decides where it lies. */
const LEAST_LEFT = 1e-9;

/** Is a part of a distribution not a number, because its fault is reported already? */
function hasFault(part: unknown): boolean {
  if (typeof part === 'number') return Number.isNaN(part);
  return typeof part === 'object' && part !== null && Object.values(part).some(hasFault);
}
