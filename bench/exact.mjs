/** What theory says of an M/M/c queue: the mean wait, and how far a simulated one may be from it by chance. */

/** Probability of each number in the system; the tail beyond 1e-30 of the whole is left out. */
function shares(units, interval, service) {
  const weights = [1];
  let total = 1;
  for (let inside = 1; weights[inside - 1] > total * 1e-30; inside++) {
    weights.push((weights[inside - 1] * service) / interval / Math.min(inside, units));
    total += weights[inside];
  }
  return weights.map((weight) => weight / total);
}

/** Mean number who wait. */
function meanWaiting(units, interval, service) {
  return shares(units, interval, service).reduce((sum, share, inside) => sum + share * Math.max(inside - units, 0), 0);
}

/** Mean wait, in the unit of the means: the mean number waiting by Little's law. */
export function exactWait(units, interval, service) {
  return interval * meanWaiting(units, interval, service);
}

/**
 * Relative standard error of the mean wait of so many consecutive customers. The mean number waiting over a long time
 * has the asymptotic variance 2 Σ (Σ_{j≤i} (q_j − q) p_j)² / (λ p_i) of a birth-and-death process (Whitt 1992,
 * Operations Research 40, 279-291). To go from time to customers divide by the number who come: its covariance with the
 * waiting is the elasticity of q to the arrival rate.
 */
export function waitError(units, interval, service, customers) {
  const p = shares(units, interval, service);
  const mean = meanWaiting(units, interval, service);
  let variance = 0;
  let above = 0;
  for (let inside = p.length - 1; inside > 0; inside--) {
    above += (Math.max(inside - units, 0) - mean) * p[inside];
    variance += (2 * above * above * interval) / p[inside - 1];
  }
  const step = 1e-4;
  const rise = meanWaiting(units, interval / (1 + step), service) - meanWaiting(units, interval / (1 - step), service);
  const elasticity = rise / (2 * step * mean);
  return Math.sqrt((variance / (interval * mean * mean) - 2 * elasticity + 1) / customers);
}
