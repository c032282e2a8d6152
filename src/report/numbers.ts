import type { Estimate } from '../experiment/index.js';

/** An estimate as it is shown everywhere: scaled to its printed unit and rounded to what its interval supports. */
export interface Shown {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Power of ten to which all three are rounded. */
  readonly place: number;
  /** True when it was the same in every replication: its interval has no width before rounding. */
  readonly isConstant: boolean;
  /** Of how many replications it was the same where those are too few to tell by (D200); left out otherwise. */
  readonly agreeing?: number;
  /** Of a difference next to nothing beside its level: a round number that its interval lies within, either way (D249). */
  readonly within?: number;
}

/** Replications without which little can be concluded from intervals. */
export const LEAST_RUNS = 10;

/** Most significant digits that a printed number has, however narrow its interval. */
const MOST_DIGITS = 4;

/** Place beyond which a number counts as nothing. */
const SMALLEST_PLACE = -12;

/** Decimal exponent and the first three digits of a positive number, read from its decimal form. */
function leading(value: number): { readonly exponent: number; readonly digits: number } {
  const [mantissa = '0', exponent = '0'] = value.toExponential(2).split('e');
  return { exponent: Number(exponent), digits: Math.round(Number(mantissa) * 100) };
}

/**
 * Power of ten to which an estimate is rounded, so that its digits follow its interval: the half-width keeps one digit, or
 * two where it begins with a 1, and mean and bounds are rounded to the same place. At most four significant digits.
 * Without an interval: two significant digits; with one of no width: three significant digits, or the unit.
 */
export function placeOf(estimate: Estimate): number {
  return Math.max(supportedPlace(estimate), SMALLEST_PLACE);
}

function supportedPlace({ mean, low, high }: Estimate): number {
  if (mean === null) return 0;
  const size = leading(Math.max(Math.abs(mean), Math.abs(low ?? 0), Math.abs(high ?? 0)));
  if (low === null || high === null) return mean === 0 ? 0 : size.exponent - 1;
  const half = (high - low) / 2;
  if (!(half > 0)) return mean === 0 ? 0 : Math.min(0, size.exponent - 2);
  const width = leading(half);
  return Math.max(width.exponent - (width.digits < 200 ? 1 : 0), size.exponent - MOST_DIGITS + 1);
}

/** Rounds to a power of ten, half away from zero, and never to minus zero. */
export function roundTo(value: number, place: number): number {
  const size = Math.abs(value);
  const rounded = place < 0 ? Number(size.toFixed(Math.min(-place, 20))) : Math.round(size / tens(place)) * tens(place);
  return rounded === 0 ? 0 : value < 0 ? -rounded : rounded;
}

function tens(place: number): number {
  return Number(`1e${place}`);
}

/** Scales an estimate to its printed unit and rounds it to the place that its interval supports. */
export function shown(estimate: Estimate, factor: number): Shown {
  return roundedTo(scaledBy(estimate, factor), placeOf);
}

/**
 * A difference, likewise; where an end of its interval would lose its side of zero by rounding, all three have one digit more,
 * and where the interval lies on one side of zero as many more as show that: what is printed is clear where what was computed is.
 */
export function shownDifference(estimate: Estimate, factor: number): Shown {
  return roundedTo(scaledBy(estimate, factor), sidedPlaceOf);
}

function sidedPlaceOf(estimate: Estimate): number {
  const { low, high } = estimate;
  const least = placeOf(estimate);
  if (low === null || high === null) return least;
  const isLost = (end: number, place: number) => roundTo(end, place) === 0 && roundTo(end, SMALLEST_PLACE) !== 0;
  const last = low > 0 || high < 0 ? SMALLEST_PLACE : least - 1;
  let place = least;
  while (place > last && (isLost(low, place) || isLost(high, place))) place -= 1;
  return place;
}

/** Share of a level within which a difference is next to nothing. */
const SLIGHT = 0.001;

/**
 * A difference beside the level of the baseline that it changes: where its interval reaches zero, and all of it lies within
 * a thousandth of the level, the digits of its ends tell nothing, and `within` is what to say.
 * @param level as computed, like the estimate; null where there is none.
 */
export function shownBeside(estimate: Estimate, level: number | null, factor: number): Shown {
  const difference = shownDifference(estimate, factor);
  const { low, high } = estimate;
  if (level === null || low === null || high === null || low === high || low > 0 || high < 0) return difference;
  const farthest = Math.max(-low, high);
  if (farthest > SLIGHT * Math.abs(level)) return difference;
  const scaled = farthest * Math.abs(factor);
  const place = leading(scaled).exponent;
  const within = roundTo(scaled, place);
  return { ...difference, within: within < scaled ? roundTo(within + tens(place), place) : within };
}

function scaledBy({ mean, low, high, n }: Estimate, factor: number): Estimate {
  const times = (value: number | null) => (value === null ? null : value * factor);
  return { mean: times(mean), low: times(low), high: times(high), n };
}

function roundedTo(scaled: Estimate, placed: (estimate: Estimate) => number): Shown {
  const place = placed(scaled);
  const isConstant = scaled.low !== null && scaled.low === scaled.high;
  const agree = isConstant && scaled.mean !== 0 && scaled.n < LEAST_RUNS;
  const round = (value: number | null) => (value === null ? null : roundTo(value, place));
  return {
    mean: round(scaled.mean),
    low: round(scaled.low),
    high: round(scaled.high),
    place,
    isConstant,
    ...(agree && { agreeing: scaled.n }),
  };
}

/** A round number in digits, as many as it has. */
export function roundDigits(value: number): string {
  return digits(value, leading(value).exponent);
}

/** A number in digits: thousands with commas, a true minus sign, and the decimals of its place. */
export function digits(value: number, place: number): string {
  const text = Math.abs(roundTo(value, place)).toFixed(Math.min(Math.max(-place, 0), 20));
  const [whole = '0', decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const sign = roundTo(value, place) < 0 ? '−' : '';
  return sign + grouped + (decimals === undefined ? '' : `.${decimals}`);
}

/**
 * Which way a difference goes: an interval that reaches zero, or is missing, goes nowhere; nor does one of no width of a few runs that happen to agree.
 */
export function direction(difference: Shown): 'up' | 'down' | 'unclear' {
  const { mean, low, high } = difference;
  if (mean === null || low === null || high === null || difference.agreeing !== undefined) return 'unclear';
  if (low > 0) return 'up';
  return high < 0 ? 'down' : 'unclear';
}
/** A share as a percentage without decimals: `83%`. */
export function percentage(share: number): string {
  return `${digits(100 * share, 0)}%`;
}
