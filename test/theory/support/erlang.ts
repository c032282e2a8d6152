/**
 * Erlang's loss and delay formulas. Source: Erlang (1917), "Solution of some problems in the theory of probabilities of
 * significance in automatic telephone exchanges", in the recursive form of Cooper (1981), Introduction to Queueing
 * Theory, chapter 3.
 */

/** Erlang B: chance that all `units` are busy when those who find them so are lost. `load` is in erlangs. */
export function erlangB(units: number, load: number): number {
  let blocked = 1;
  for (let unit = 1; unit <= units; unit++) blocked = (load * blocked) / (unit + load * blocked);
  return blocked;
}

/** Erlang C: chance that all `units` are busy when those who find them so wait. Needs `load` < `units`. */
export function erlangC(units: number, load: number): number {
  const blocked = erlangB(units, load);
  return (units * blocked) / (units - load * (1 - blocked));
}

/** Mean wait in M/M/c, those who do not wait included [hours]: C / (c μ − λ). Rates per hour; `service` is 1/μ. */
export function meanWait(units: number, arrivals: number, service: number): number {
  return erlangC(units, arrivals * service) / (units / service - arrivals);
}
