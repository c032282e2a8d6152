/** Chance that a standard normal value lies below x; the series of Marsaglia (2004), good to 1e-15 for |x| < 7. */
function normalCumulative(x: number): number {
  let sum = x;
  let term = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** The standard normal value that a share of 0.5 to 0.999 lies below, by Newton's method. */
export function normalQuantile(share: number): number {
  let x = 0;
  for (let step = 0; step < 50; step++) {
    const change = (normalCumulative(x) - share) / normalDensity(x);
    x -= change;
    if (Math.abs(change) < 1e-14) break;
  }
  return x;
}
