import { MONTHS, type NoQuantity, PATTERNS, type Quantity, readQuantity } from '../units.js';
import type { Reader, Report, ValueFault } from './leaf.js';

/** A number of the whole area, plus a number per head of its population: linear, so that it can be scaled and ramped. */
export interface Amount {
  readonly fixed: number;
  readonly perHead: number;
}

/** What is left of 1 when the other shares are taken. */
export const REST = 'rest';
/** A share of 1, or `rest`. */
export type Share = number | typeof REST;

const text = (pattern: string, what: string) => ({ type: 'string', pattern, patternErrorMessage: `Write ${what}.` });
const SHARE_JSON = [
  { type: 'number', minimum: 0, maximum: 1 },
  text(PATTERNS.share, 'a share such as `0.41` or `41%`'),
];
const NO_AMOUNT: Amount = { fixed: Number.NaN, perHead: 0 };

/** Why a value is not the quantity that is wanted: missing unit, unknown unit, or one of another kind. */
function wrongQuantity(value: unknown, wanted: string): ValueFault {
  const found = readQuantity(value);
  if (found.kind === 'none') {
    return {
      message:
        typeof value === 'string' && /\d/.test(value)
          ? `\`${value}\` cannot be read: ${found.why}.`
          : `This has to be ${wanted}.`,
      expected: wanted,
      nearest: found.nearest,
      next: nextFor(value, found),
    };
  }
  if (found.kind === 'count per head' && wanted === rate.what) {
    const next = `Say per what time, such as \`${String(value).trim()} per year\`.`;
    return { message: 'This says how many, and not in what time.', expected: wanted, next };
  }
  if (found.kind === 'number')
    return { message: 'A unit is missing.', expected: wanted, next: 'Write the unit after the number.' };
  return {
    message: `This is a ${found.kind}, which is of no use here.`,
    expected: wanted,
    next: 'Change the unit, or name another parameter.',
  };
}

/** What to do about a text that is no quantity: its number with the right unit, where one can be guessed. */
function nextFor(value: unknown, { why, nearest }: NoQuantity): string {
  const [number = ''] = /^\s*[-+]?[\d.]+/.exec(typeof value === 'string' ? value : '') ?? [];
  if (why === MONTHS)
    return 'Write days, weeks or years: four weeks are `4 weeks`, a twelfth of a year is `30.44 days`; rates may be `per year`.';
  if (nearest !== null && /\d/.test(nearest)) return `Write \`${nearest}\` if that is what was meant.`;
  if (number === '') return 'Write a number with its unit.';
  if (nearest !== null)
    return `Write \`${number.trim()}${nearest === '%' ? '' : ' '}${nearest}\` if that is what was meant.`;
  return 'Write the number with a unit that is known, or alone where it is a count or a share.';
}

function notNegative(found: number, what: string, report: Report): number {
  if (found >= 0) return found;
  report({
    message: `A ${what} cannot be negative.`,
    expected: `a ${what} of 0 or more`,
    next: 'Take the minus sign away.',
  });
  return Number.NaN;
}

/** A length of time [hours], 0 or more: `45 min`. */
export const duration: Reader<number> = {
  what: 'a duration such as `45 min`, `14.2 h` or `3 weeks`',
  neutral: Number.NaN,
  json: {
    ...text(PATTERNS.duration, 'a duration such as `45 min`, `14.2 h` or `3 weeks`'),
    examples: ['45 min', '14.2 h', '3 weeks'],
  },
  read(value, report) {
    const found = readQuantity(value);
    if (found.kind === 'duration') return notNegative(found.value, 'duration', report);
    report(wrongQuantity(value, duration.what));
    return Number.NaN;
  },
};

/** So many per time [per hour], of the whole area or per head: `12 per day`, `514 per million per year`. */
export const rate: Reader<Amount> = {
  what: 'a rate such as `12 per day` or `514 per million per year`',
  neutral: NO_AMOUNT,
  json: {
    ...text(PATTERNS.rate, 'a rate such as `12 per day` or `514 per million per year`'),
    examples: ['12 per day', '514 per million per year'],
  },
  read(value, report) {
    const found = readQuantity(value);
    if (found.kind !== 'rate') {
      report(wrongQuantity(value, rate.what));
      return NO_AMOUNT;
    }
    return amount(notNegative(found.value, 'rate', report), found.perHead);
  },
};

/** So many, of the whole area or per head: `12`, `140 per million`. */
export const count: Reader<Amount> = {
  what: 'a count such as `12` or `140 per million`',
  neutral: NO_AMOUNT,
  json: {
    anyOf: [{ type: 'integer', minimum: 0 }, text(PATTERNS.count, 'a count such as `12` or `140 per million`')],
    examples: [12, '140 per million'],
  },
  read(value, report) {
    const found: Quantity | { kind: 'none' } = readQuantity(value);
    if (found.kind === 'number') {
      if (found.value < 0) return amount(notNegative(found.value, 'count', report), false);
      if (!Number.isInteger(found.value)) {
        report({ message: 'This has to be a whole number, 0 or more.', expected: count.what, next: 'Round it.' });
        return NO_AMOUNT;
      }
      return amount(found.value, false);
    }
    if (found.kind === 'count per head') return amount(notNegative(found.value, 'count', report), true);
    report(wrongQuantity(value, count.what));
    return NO_AMOUNT;
  },
};

/** A share of 1: `0.41`, `41%`, or `rest`. */
export const share: Reader<Share> = {
  what: 'a share such as `0.41`, `41%` or `rest`',
  neutral: Number.NaN,
  json: { anyOf: [...SHARE_JSON, { const: REST }], examples: [0.41, '41%', REST] },
  read(value, report) {
    return value === REST ? REST : fraction.read(value, report);
  },
};

/** A share of 1 that stands by itself: `0.41` or `41%`. */
export const fraction: Reader<number> = {
  what: 'a share such as `0.41` or `41%`',
  neutral: Number.NaN,
  json: { anyOf: SHARE_JSON, examples: [0.41, '41%'] },
  read(value, report) {
    const found = readQuantity(value);
    if (found.kind !== 'number' && found.kind !== 'percentage') {
      report(wrongQuantity(value, fraction.what));
      return Number.NaN;
    }
    if (found.value >= 0 && found.value <= 1) return found.value;
    report({
      message: 'A share lies between 0 and 1.',
      expected: fraction.what,
      next:
        found.kind === 'number' && found.value > 1 && found.value <= 100
          ? `Write \`${found.value}%\` if a percentage was meant.`
          : 'Write a number from 0 to 1, or a percentage.',
    });
    return Number.NaN;
  },
};

/** A bare number of 0 or more, such as a multiplier. */
export const factor: Reader<number> = {
  what: 'a number of 0 or more',
  neutral: Number.NaN,
  json: { anyOf: [{ type: 'number', minimum: 0 }, text(PATTERNS.share, 'a number of 0 or more')] },
  read(value, report) {
    const found = readQuantity(value);
    if (found.kind === 'number' || found.kind === 'percentage') return notNegative(found.value, 'multiplier', report);
    report({ message: 'This has to be a bare number.', expected: factor.what, next: 'Write a number without a unit.' });
    return Number.NaN;
  },
};

/** For trying whether a value can be read. */
const ignore: Report = () => undefined;

/** A whole number of at least `least`, and at most `most`: by default what 32 bits hold. */
export function whole(least: number, most = 2 ** 31 - 1): Reader<number> {
  const what = `a whole number of ${least} or more`;
  return {
    what,
    neutral: Number.NaN,
    json: { anyOf: [{ type: 'integer', minimum: least }, text(PATTERNS.number, what)] },
    read(value, report) {
      const found = readQuantity(value);
      if (found.kind === 'number' && Number.isInteger(found.value) && found.value >= least) {
        if (found.value <= most) return found.value;
        report({
          message: 'This number is too large.',
          expected: `a whole number of at most ${most}`,
          next: 'Look for a slip of the pen.',
        });
        return Number.NaN;
      }
      report({
        message: `This has to be ${what}.`,
        expected: what,
        ...(found.kind === 'none' && found.nearest !== null && whole(least, most).read(found.nearest, ignore) >= least
          ? { nearest: found.nearest }
          : { next: 'Write a whole number without a unit.' }),
      });
      return Number.NaN;
    },
  };
}

function amount(value: number, perHead: boolean): Amount {
  return perHead ? { fixed: 0, perHead: value } : { fixed: value, perHead: 0 };
}
