/** Chance that Student's t stays within ±t. Source: Abramowitz & Stegun (1964), equations 26.7.3 and 26.7.4. */
export function within(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const isOdd = degrees % 2 === 1;
  let sum = 0;
  let term = isOdd ? cosine : 1;
  for (let power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= (cosine * cosine * (power + 1)) / (power + 2);
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** The t that `level` of Student's distribution lies within, on both sides: 2.02 for 95% and 39 degrees of freedom. */
export function studentQuantile(level: number, degrees: number): number {
  let low = 0;
  let high = 1e6;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < level) low = middle;
    else high = middle;
  }
  return high;
}
