/**
 * The M/M/c+M queue (Erlang A): exponential patience. The number in the system is a birth-and-death chain, as in Palm
 * (1957), Research on telephone traffic carried by full availability groups, and Garnett, Mandelbaum & Reiman (2002),
 * Manufacturing & Service Operations Management 4, 208-227.
 */

export interface Impatience {
  /** Share of arrivals who give up. */
  readonly reneging: number;
  /** Mean number waiting [people]. */
  readonly waiting: number;
  /** Mean wait of those who are served, the ones who start at once included [hours]. */
  readonly waitOfServed: number;
}

/**
 * Exact figures of M/M/c+M. Rates per hour: `arrivals` λ, `service` μ of one unit, `impatience` θ of one who waits.
 *
 * Somebody who finds q others waiting reaches a unit after q + 1 departures from those ahead, at rates cμ + qθ, …, cμ.
 * Against a patience of rate θ that succeeds with chance Π r/(r + θ) = cμ/(cμ + (q + 1)θ), and the wait of those who
 * succeed, times that chance, is minus the derivative of the same transform: the chance times Σ 1/(r + θ).
 */
export function erlangA(units: number, arrivals: number, service: number, impatience: number): Impatience {
  let weight = 1; // relative probability of the present number in the system
  let total = 0;
  let waiting = 0;
  let served = 0;
  let waitServed = 0;
  let sojourn = 0; // Σ 1/(r + θ) over those ahead and the unit itself
  for (let inside = 0; weight > total * 1e-18; inside++) {
    total += weight;
    if (inside < units) served += weight;
    else {
      const ahead = inside - units;
      sojourn += 1 / (units * service + (ahead + 1) * impatience);
      const reached = (units * service) / (units * service + (ahead + 1) * impatience);
      waiting += weight * ahead;
      served += weight * reached;
      waitServed += weight * reached * sojourn;
    }
    const leaving = Math.min(inside + 1, units) * service + Math.max(inside + 1 - units, 0) * impatience;
    weight *= arrivals / leaving;
  }
  return { reneging: 1 - served / total, waiting: waiting / total, waitOfServed: waitServed / served };
}
