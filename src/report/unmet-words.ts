/** What a policy does to needs, in sentences: those that are not met, and those that reach nobody. */
import type { WorldDescription } from '../experiment/index.js';
import { createdInWords, createdOutcomes } from './created-outcomes.js';
import type { Figures } from './figures.js';
import { missedInWords, noLongerReached } from './gains.js';
import { differenceInWords, levelInShort } from './words.js';

/** The change in needs not met, which of them there are more of, who they are, and who reaches no service any more. */
export function unmetInWords(figures: Figures, world: WorldDescription): string[] {
  const shown = figures.change(world.id, 'unmet', {});
  if (shown === null) return [];
  const scale = figures.scale('unmet', {});
  const level = figures.level(figures.baseline.id, 'unmet', {});
  const base = level === null ? '' : `; in the baseline ${levelInShort(level, scale)}`;
  const created = createdOutcomes(figures, world.id);
  const missing = noLongerReached(figures, world.id);
  return [
    `Needs not met: ${differenceInWords(shown, scale)}${base}.`,
    ...createdInWords(created, '; ').map((clause) => `Among needs not met ${clause}.`),
    ...missedInWords(figures, world.id),
    ...(missing === null
      ? []
      : [
          `Reached a service in the baseline and, in the same episode, none with the policy, though the need counts alike in both: ${missing}.`,
        ]),
  ];
}
