/** Queues whose number in the system is a finite birth-and-death chain (Kleinrock 1975, chapter 3). */
import { average, stationary } from './chain.js';

/** Births and deaths [per hour] by the number in the system, 0 to `top`. */
export interface BirthDeath {
  readonly top: number;
  readonly units: number;
  readonly birth: (inside: number) => number;
  /** Rate of one busy unit [per hour]. */
  readonly service: number;
}

/** Exact figures: waits in hours, the chance to find it full of those who come (by births, not by time) and means. */
export function solveBirthDeath({ top, units, birth, service }: BirthDeath) {
  const shares = stationary(0, (inside) => [
    ...(inside < top ? [{ to: inside + 1, rate: birth(inside) }] : []),
    ...(inside > 0 ? [{ to: inside - 1, rate: Math.min(inside, units) * service }] : []),
  ]);
  const waiting = average(shares, (inside) => Math.max(inside - units, 0));
  const accepted = average(shares, (inside) => (inside < top ? birth(inside) : 0));
  return {
    waiting,
    accepted,
    wait: waiting / accepted,
    inUse: average(shares, (inside) => Math.min(inside, units)),
    full: shares.find(({ state }) => state === top)!.share,
  };
}
