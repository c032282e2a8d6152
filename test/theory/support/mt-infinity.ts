/**
 * Infinitely many units and arrivals that follow a calendar. The number in use is Poisson with mean
 * m(t) = ∫ λ(t − u) P(S > u) du. Source: Eick, Massey & Whitt (1993), Operations Research 41, 731-742, theorem 1.
 */

/** ∫₀ˣ ∫₀ʸ P(S > u) du dy of a law of stays, for x ≥ 0 [hours²]: all that a calendar of whole hours needs to know of it. */
export type TwiceIntegrated = (x: number) => number;

/** Exponential stays with this mean [hours]. */
export function exponentialStay(mean: number): TwiceIntegrated {
  return (x) => mean * x + mean ** 2 * Math.expm1(-x / mean);
}

/** Stays that are all alike [hours]. */
export function fixedStay(length: number): TwiceIntegrated {
  return (x) => (x < length ? x ** 2 / 2 : length * x - length ** 2 / 2);
}

/** Stays between two bounds, all equally likely [hours]: the average of `fixedStay` over them. */
export function uniformStay(low: number, high: number): TwiceIntegrated {
  return (x) => {
    const over = Math.min(Math.max(x, low), high); // those shorter are over by x
    const sum = (x * (over ** 2 - low ** 2)) / 2 - (over ** 3 - low ** 3) / 6 + ((high - over) * x ** 2) / 2;
    return sum / (high - low);
  };
}

/** Two laws, half of the people each. */
export function evenMixture(one: TwiceIntegrated, other: TwiceIntegrated): TwiceIntegrated {
  return (x) => (one(x) + other(x)) / 2;
}

/** Arrivals in each hour of the week [per hour]: a rate times a calendar of hours and days, scaled to a mean of 1. */
export function weekly(rate: number, hours: readonly number[], days: readonly number[]): number[] {
  const weights = days.flatMap((day) => hours.map((hour) => day * hour));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => (rate * weight) / mean);
}

/**
 * Mean number in use, averaged over an hour of the week, once the past is forgotten [units]. Who came k hours earlier is
 * there for the second difference of the twice integrated law at k.
 */
export function meanInUse(rates: readonly number[], hour: number, stay: TwiceIntegrated, memory = 8 * 168): number {
  const at = (x: number): number => (x > 0 ? stay(x) : 0);
  let sum = 0;
  for (let back = 0; back < memory; back++) {
    const rate = rates[(((hour - back) % rates.length) + rates.length) % rates.length]!;
    sum += rate * (at(back + 1) - 2 * at(back) + at(back - 1));
  }
  return sum;
}

/** Mean number in use at the beginning of an hour of the week [units]. */
export function meanInUseAt(rates: readonly number[], hour: number, stay: TwiceIntegrated, memory = 8 * 168): number {
  const step = 1e-4;
  const at = (x: number): number => (x > 0 ? (stay(x + step) - stay(x - step)) / (2 * step) : 0);
  let sum = 0;
  for (let back = 1; back <= memory; back++) {
    const rate = rates[(((hour - back) % rates.length) + rates.length) % rates.length]!;
    sum += rate * (at(back) - at(back - 1));
  }
  return sum;
}
