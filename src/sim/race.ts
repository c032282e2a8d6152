/**
 * Choice by share, as a race over option names: the option with the least E/weight wins, each E being that option's own
 * exponential draw, so that reordering options, or adding one that nobody takes, moves nobody. Options of weight 0 do not
 * run; a lone runner wins without a draw; two runners share one draw, in name order.
 */
import { unitExponential } from './arithmetic.js';
import type { Salts } from './draws.js';
import { uniform } from './draws.js';
import type { Race } from './operations.js';

/**
 * Runs a race at (key, k) for a severity.
 * @returns the winner's place in name order; −1 when no option has weight.
 */
export function runRace(
  race: Race,
  severity: number,
  severities: number,
  salts: Salts,
  high: number,
  low: number,
  k: number,
): number {
  const runners = race.runners[severity];
  const first = race.first[severity];
  if (runners <= 1) return first;
  if (runners === 2) {
    const { weights } = race;
    const u = uniform(high, low, salts.high[race.address], salts.low[race.address], k);
    const second = race.second[severity];
    const weight = weights[first * severities + severity];
    return u * (weight + weights[second * severities + severity]) < weight ? first : second;
  }
  return runMany(race, severity, severities, salts, high, low, k);
}

/** Room for rounding, so that a runner is judged without a logarithm only where there is no doubt [relative]. */
const ROOM = 1 - 1e-9;

/** A race of more than two. */
function runMany(
  race: Race,
  severity: number,
  severities: number,
  salts: Salts,
  high: number,
  low: number,
  k: number,
): number {
  const { weights, count, addresses } = race;
  let winner = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let option = 0; option < count; option++) {
    const weight = weights[option * severities + severity];
    if (weight <= 0) continue;
    const address = addresses[option];
    const u = uniform(high, low, salts.high[address], salts.low[address], k);
    // −log(1 − u) > u + u²/2: who is too late even so is seen to be without a logarithm.
    if (u * (1 + u / 2) * ROOM > least * weight) continue;
    const time = unitExponential(u) / weight;
    if (time < least) {
      least = time;
      winner = option;
    }
  }
  return winner;
}
