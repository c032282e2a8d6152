/** What is said of a policy that should not be compared without a future of some kind, or over so short a time. */
import { duration } from './describe/quantities.js';
import type { Lacking, Short } from './load-worlds.js';

/** What to do about it on a command line. */
const ON_COMMAND_LINE = 'Cross it with one: --futures, with a name that `spillover policies` lists.';
/** What to do about it in a question. */
export const IN_QUESTION = 'Name one under `futures:` of the question; `spillover policies` lists those that ship.';

/** One line a policy: which future is missing, why that matters, and what to do. */
export function lackingInWords(lacking: readonly Lacking[], next = ON_COMMAND_LINE): string[] {
  const lines = lacking.map(
    ({ policy, kind, reason }) =>
      `Not enough by itself: ${policy} was compared without a future of the kind ${kind}. ${reason === null ? '' : `${reason} `}${next}`,
  );
  return [...new Set(lines)];
}

/** What to do about futures that are missing, where the answer has said already which they are and why. */
export function crossInWords(lacking: readonly Lacking[]): string[] {
  const policies = [...new Set(lacking.map(({ policy }) => policy))];
  if (policies.length === 0) return [];
  return [
    `Cross ${policies.join(' and ')} with a future: \`compare\` with --futures, and a name that \`spillover policies\` lists.`,
  ];
}

/** One line a policy whose effects come later than what was measured. */
export function shortInWords(short: readonly Short[]): string[] {
  const lines = short.map(
    ({ policy, horizon, measured }) =>
      `Not the whole of it: ${policy} says to look ahead ${duration(horizon)}, and ${duration(measured)} were measured. ` +
      'Measure for as long with --look-ahead.',
  );
  return [...new Set(lines)];
}
