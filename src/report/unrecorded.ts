/** Numbers of which no source, grade or range is on record. */
import type { Results } from '../experiment/index.js';
import { plain } from './labels.js';
import { counted, listed } from './words.js';

/** How many numbers of each file stand outside of `parameters`, over all worlds, in a sentence; null where none does. */
export function unrecordedInWords({ worlds }: Pick<Results, 'worlds'>): string | null {
  const counts = new Map<string, number>();
  // Worlds share most of their numbers: of each file, those of the world that uses most of it.
  for (const { from, count } of worlds.flatMap(({ unrecorded = [] }) => unrecorded))
    counts.set(from, Math.max(counts.get(from) ?? 0, count));
  if (counts.size === 0) return null;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [only, ...others] = [...counts].map(([from, count]) => ({ from: plain(from), count }));
  const files =
    others.length === 0
      ? `of ${only?.from}`
      : `(${listed([only!, ...others].map(({ from, count }) => `${from}: ${count}`))})`;
  const verb = all === 1 ? 'is' : 'are';
  return `${counted(all, 'further number', 'further numbers')} ${files} ${verb} not under \`parameters\`: no source, grade or range is recorded.`;
}
