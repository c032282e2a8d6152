/** Those who are inside a stationary M/G/∞ at the start. Source: Cox (1962), Renewal Theory, section 5. */

/** Share of them who are gone after so many hours: ∫₀ᵗ P(S > u) du / E[S], which is E[min(S, t)] / E[S]. */
export type GoneBy = (hours: number) => number;

/** Stays of one length [hours]. */
export function fixedGone(length: number): GoneBy {
  return (hours) => Math.min(hours, length) / length;
}

/** Lognormal stays by their mean and standard deviation [hours]. */
export function lognormalGone(mean: number, sd: number): GoneBy {
  const variance = Math.log1p((sd / mean) ** 2);
  const spread = Math.sqrt(variance);
  const centre = Math.log(mean) - variance / 2;
  return (hours) => {
    if (hours <= 0) return 0;
    const place = (Math.log(hours) - centre) / spread;
    return normal(place - spread) + (hours / mean) * (1 - normal(place));
  };
}

/** The normal law. Source: Marsaglia (2004), Journal of Statistical Software 11(4), the series about 0. */
function normal(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= x ** 2 / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-(x ** 2) / 2)) / Math.sqrt(2 * Math.PI);
}
