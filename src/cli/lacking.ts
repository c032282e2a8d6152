/** What is said of a policy that should not be compared without a future of some kind. */
import type { Lacking } from './load-worlds.js';

/** One line a policy: which future is missing, why that matters, and what to do. */
export function lackingInWords(lacking: readonly Lacking[]): string[] {
  const lines = lacking.map(
    ({ policy, kind, reason }) =>
      `Not enough by itself: ${policy} was compared without a future of the kind ${kind}. ${reason === null ? '' : `${reason} `}` +
      'Cross it with one: --futures, with a name that `spillover policies` lists.',
  );
  return [...new Set(lines)];
}
