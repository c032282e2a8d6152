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

/** Results as they are written into files. */
export function roundResults(results: Results): Results {
  const { design } = results;
  const { precision } = design.replications;
  const looks = precision?.looks.map((look) => ({
    ...look,
    confidence: round12(look.confidence),
    intervals: look.intervals.map((one) => ({
      ...one,
      mean: round(one.mean),
      half: round(one.half),
      target: round(one.target),
    })),
  }));
  return {
    ...results,
    design:
      precision === null || looks === undefined
        ? design
        : { ...design, replications: { ...design.replications, precision: { ...precision, looks } } },
    estimates: results.estimates.map(roundEstimate),
    differences: results.differences.map(roundEstimate),
    weekly: results.weekly.map((series) => ({
      ...series,
      mean: series.mean.map(round),
      low: series.low.map(round),
      high: series.high.map(round),
    })),
    warmUp: {
      ...results.warmUp,
      series: results.warmUp.series.map((series) => ({ ...series, bias: round(series.bias) })),
    },
  };
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
