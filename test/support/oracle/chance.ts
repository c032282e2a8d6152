/**
 * Chance for the oracle. The addressed draws and the quantiles are shared with the engine (an independent second set of
 * random numbers could not be compared with the first); everything that is made of them is written anew.
 */
import { unitExponential } from '../../../src/sim/arithmetic.js';
import { type Chance, derive, deriveNumber, drawAt, type Key, key, nameHash } from '../../../src/sim/draws.js';

export { unitExponential } from '../../../src/sim/arithmetic.js';
export { lengthBiasedQuantile, quantile } from '../../../src/sim/distributions.js';
export { type Chance, drawAt, type Key, keyOf } from '../../../src/sim/draws.js';
export { residualQuantile } from '../../../src/sim/residual.js';

/** The key of nothing: capacity changes of the whole world, and episodes that have no parent. */
export const NO_KEY: Key = { high: 0, low: 0 };

/** The key of a cause that begins where another left off: names by their hash, whole numbers as they are. */
export function extend(from: Key, ...parts: readonly (string | number)[]): Key {
  let { high, low } = from;
  for (const part of parts) {
    if (typeof part === 'number') {
      deriveNumber(high, low, part);
    } else {
      const name = nameHash(part);
      derive(high, low, name.high, name.low);
    }
    ({ high, low } = key);
  }
  return { high, low };
}

/** A name as it stands in the address of a draw: without the area, as in `team@north` and `call@north.answer`. */
export function bare(name: string): string {
  return name.replace(/@[^.]*/, '');
}

/** Negative when the first key goes first: high word, then low word, both unsigned. */
export function compareKeys(first: Key, second: Key): number {
  return (first.high >>> 0) - (second.high >>> 0) || (first.low >>> 0) - (second.low >>> 0);
}

/** One of the runners of a race: a name and how likely it is. */
export interface Runner {
  readonly name: string;
  readonly weight: number;
}

/**
 * The index of the runner who wins: nobody with weight 0 runs; one alone wins without a draw; two share one draw, the
 * first name in the alphabet winning below its share; of more, each has a clock of its own and the first to ring wins.
 */
export function race(chance: Chance, key: Key, base: string, runners: readonly Runner[], count: number): number {
  const running = runners.map((runner, index) => ({ ...runner, index })).filter((runner) => runner.weight > 0);
  running.sort((one, other) => (one.name < other.name ? -1 : 1));
  const [first, second] = running;
  if (first === undefined) throw new Error(`a race at ${base} in which nobody runs`);
  if (second === undefined) return first.index;
  if (running.length === 2) {
    const u = drawAt(chance, key, base, count);
    return u * (first.weight + second.weight) < first.weight ? first.index : second.index;
  }
  const times = running.map(
    (runner) => unitExponential(drawAt(chance, key, `${base}/${runner.name}`, count)) / runner.weight,
  );
  const winner = running[times.indexOf(Math.min(...times))];
  return winner === undefined ? first.index : winner.index;
}
