import type { Estimate, Results } from './results.js';

/** A number as it is written into files: 12 significant digits, which are the same on every machine. */
export function round12(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

function round(value: number | null): number | null {
  return value === null ? null : round12(value);
}

/** An estimate as it is written into files. */
export function roundEstimate<E extends Estimate>(estimate: E): E {
  return { ...estimate, mean: round(estimate.mean), low: round(estimate.low), high: round(estimate.high) };
}

/**
 * Results as they are written into files: every number of them, but for the hours of people who are followed, which are the
 * engine's own and the same on every machine as they stand.
 */
export function roundResults({ followed, ...results }: Results): Results {
  return { ...rounded(results), ...(followed && { followed }) };
}

/** A value with every number in it as it is written into files. */
function rounded<Value>(value: Value): Value {
  if (typeof value === 'number') return round12(value) as Value;
  if (Array.isArray(value)) return value.map(rounded) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)])) as Value;
}

/**
 * A mean to the digits that its interval supports: two significant digits of half the interval's width. Without an
 * interval, or with one of no width, to 12 significant digits.
 */
export function roundToInterval(mean: number, low: number | null, high: number | null): number {
  const half = low === null || high === null ? 0 : (high - low) / 2;
  if (!(half > 0)) return round12(mean);
  const exponent = Number(half.toExponential(1).split('e')[1]);
  const places = 1 - exponent;
  if (places >= 0) return Number(mean.toFixed(Math.min(places, 100)));
  const unit = Number(`1e${-places}`);
  return Math.round(mean / unit) * unit;
}
