/**
 * M/M/c where everybody gives up after the same time τ. Sources: Barrer (1957), Operations Research 5, 650-656; Baccelli
 * & Hebuterne (1981); Zeltyn & Mandelbaum (2005), Queueing Systems 51, 361-402, section 4: with n < c in the system the
 * weights are Erlang's, and the wait that an endlessly patient arrival would have has density
 * λ π(c−1) exp(λ ∫₀ˣ G(u) du − cμx), G(u) the chance that patience exceeds u.
 */

/** Exact figures; rates per hour, `patience` τ and waits in hours. */
export function fixedPatience(units: number, arrivals: number, service: number, patience: number) {
  let weight = 1;
  let free = 1;
  for (let n = 1; n < units; n++) {
    weight *= arrivals / (n * service);
    free += weight;
  }
  const density = (x: number) => arrivals * weight * Math.exp(arrivals * Math.min(x, patience) - units * service * x);
  const patient = simpson(density, 0, patience);
  const beyond = simpson(density, patience, patience + 50 / (units * service));
  const total = free + patient + beyond;
  const waited = simpson((x) => x * density(x), 0, patience);
  return {
    reneging: beyond / total,
    waitOfServed: waited / (free + patient),
    waiting: (arrivals * (waited + patience * beyond)) / total,
  };
}

/** Simpson's rule with 20,000 intervals. */
function simpson(of: (x: number) => number, from: number, to: number): number {
  const steps = 20_000;
  const width = (to - from) / steps;
  let sum = of(from) + of(to);
  for (let at = 1; at < steps; at++) sum += of(from + at * width) * (at % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}
