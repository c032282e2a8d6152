/** What stands for a number that is left out because few people are behind it. */
export const SUPPRESSED = '[c]';

/** Episodes a run, on average, below which a number is not told. */
export const FEWEST = 10;

/**
 * Which of several counts that make up a printed total are not told: those above 0 and under the fewest, and where that is
 * one alone, the smallest of the others above 0 too, since the total would give it away.
 */
export function suppressed(counts: readonly number[], fewest = FEWEST): readonly boolean[] {
  const hidden = counts.map((count) => count > 0 && count < fewest);
  if (hidden.filter(Boolean).length !== 1) return hidden;
  const others = counts.filter((count, at) => count > 0 && !hidden[at]);
  const next = counts.findIndex((count, at) => !hidden[at] && count === Math.min(...others));
  return hidden.map((isHidden, at) => isHidden || at === next);
}
