/**
 * M/D/c. Source: Crommelin (1932), Post Office Electrical Engineers' Journal 25, 41-50: whoever is in service now has
 * left one service time later and nobody else has, so the number in the system n becomes max(n − c, 0) plus the Poisson
 * arrivals of that time, whose long-run law is that of n at any time.
 */

/** Mean number waiting [people]; `load` = arrivals × service time in erlangs, below `units`. */
export function waitingMDc(units: number, load: number, top = 200): number {
  const poisson = [Math.exp(-load)];
  for (let n = 1; n <= top; n++) poisson.push((poisson[n - 1]! * load) / n);
  let law = poisson.slice();
  for (let change = 1; change > 1e-15; ) {
    const next = new Array<number>(top + 1).fill(0);
    law.forEach((share, inside) => {
      const left = Math.max(inside - units, 0);
      for (let come = 0; left + come <= top; come++) next[left + come]! += share * poisson[come]!;
    });
    const total = next.reduce((sum, share) => sum + share, 0);
    change = next.reduce((sum, share, n) => sum + Math.abs(share / total - law[n]!), 0);
    law = next.map((share) => share / total);
  }
  return law.reduce((sum, share, inside) => sum + share * Math.max(inside - units, 0), 0);
}
