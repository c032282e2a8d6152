/** Numbers of a scenario and its policies that stand outside of `parameters`, so that nothing is on record of them. */
import type { CheckedScenario } from './assemble.js';
import { bareNumbersIn } from './strict.js';

/** How many numbers of a file have no record of source, grade or range. */
export interface Unrecorded {
  /** The file: a path in the project, or `shipped/…`. */
  readonly from: string;
  readonly count: number;
}

/** Bare numbers by file, the file with most first; none of a world whose files are strict. */
export function unrecordedOf({ tree, policies, sources }: CheckedScenario): Unrecorded[] {
  const counts = new Map<string, number>();
  for (const { file } of [tree, ...policies.map((policy) => policy.tree)].flatMap(bareNumbersIn)) {
    const from = (sources.get(file)?.file.id ?? file).replace(/^project\//, '');
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts]
    .map(([from, count]) => ({ from, count }))
    .sort((a, b) => b.count - a.count || (a.from < b.from ? -1 : 1));
}
