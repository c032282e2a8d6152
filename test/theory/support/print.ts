import type { Case, Claim } from './claim.js';
import type { Verdict } from './verdict.js';

/** One line for a referee: world, claim, exact value, simulated value with its interval, and whether it holds. */
export function line({ world }: Case, claim: Claim, verdict: Verdict, label = ''): string {
  const { mean, half, exact, holds, width } = verdict;
  const interval = `${digits(mean)} ± ${digits(half)} (${(100 * width).toFixed(2)}%)`;
  return [
    label.padEnd(label === '' ? 0 : 10),
    world.padEnd(9),
    claim.says.padEnd(44),
    `exact ${digits(exact)}`.padEnd(18),
    interval.padEnd(34),
    holds ? 'holds' : 'MISSES',
  ].join(' ');
}

function digits(value: number): string {
  return value.toPrecision(6);
}
