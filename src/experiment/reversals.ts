/** Whether more units ever meet a target less often than fewer: looked for in the pairs of replications, not assumed. */
import { signTest } from './binomial.js';
import type { Tries } from './tries.js';

/** Two capacities of which the smaller met the target in replications where the larger did not. */
export interface Reversal {
  /** Added units. */
  readonly fewer: number;
  /** Added units; Infinity: ample. */
  readonly more: number;
  /** Replications that met the target with fewer units and not with more. */
  readonly lost: number;
  /** Replications that met it with more units and not with fewer. */
  readonly won: number;
  /** Replications of both that can be judged. */
  readonly of: number;
  /** Whether chance alone is a poor account of it: the sign test, at 5% for all pairs of capacities together. */
  readonly isClear: boolean;
}

/** Every pair of capacities tried that shows a reversal, the clearest first. */
export function reversalsIn(tries: Tries): Reversal[] {
  const { added } = tries;
  const pairs = added.flatMap((fewer, at) => added.slice(at + 1).map((more) => ({ fewer, more })));
  return pairs
    .map(({ fewer, more }) => {
      const [few, many] = [tries.of(fewer), tries.of(more)];
      const both = few.flatMap((met, at) => {
        const other = many[at] ?? null;
        return met === null || other === null ? [] : [{ met, other }];
      });
      const lost = both.filter(({ met, other }) => met && !other).length;
      const won = both.filter(({ met, other }) => !met && other).length;
      const chance = signTest(lost, won);
      return { reversal: { fewer, more, lost, won, of: both.length, isClear: chance < 0.05 / pairs.length }, chance };
    })
    .filter(({ reversal }) => reversal.lost > 0)
    .sort((one, other) => one.chance - other.chance)
    .map(({ reversal }) => reversal);
}
