import fc from 'fast-check';
import { apply, changeOf } from './changes.js';
import { checkWorld } from './check-world.js';
import type { Original, Reading } from './originals.js';

/** Far more than any file takes, even on a machine that is busy with other things: beyond it, a reader hangs [ms]. */
const HANGS = 60_000;

/** How many changed files were accepted and refused, and how long the slowest took [ms]. */
export interface Tally {
  accepted: number;
  refused: number;
  slowest: number;
}

/**
 * Changes valid files at random, and throws unless each result is read, or refused with a place in a file, without a
 * crash and in good time.
 */
export function mutate(originals: readonly Original[], runs: number, seed: number): Tally {
  const tally: Tally = { accepted: 0, refused: 0, slowest: 0 };
  const choices = originals.map((original) => ({
    weight: Math.max(1, Math.round(original.weight)),
    arbitrary: fc
      .array(changeOf(original.changed), { minLength: 1, maxLength: 3 })
      .map((changes) => ({ original, changes })),
  }));
  fc.assert(
    fc.property(fc.oneof(...choices), fc.constantFrom('steady', 'go-live'), ({ original, changes }, design) => {
      const files = changes.reduce(apply, original.files);
      const begun = performance.now();
      const result = original.read(files, design);
      const took = performance.now() - begun;
      tally.slowest = Math.max(tally.slowest, took);
      if (took >= HANGS) throw new Error(`it took ${Math.round(took)} ms`);
      if (result.world !== null) checkWorld(result.world);
      if (result.problems.length === 0) tally.accepted++;
      else tally.refused++;
      checkPlaces(result);
    }),
    { seed, numRuns: runs },
  );
  return tally;
}

/** Throws unless every Problem is in a file that was read, at a place that is there, and says all that it should. */
function checkPlaces({ problems, texts }: Reading): void {
  for (const { file, line, column, message, found, expected, next } of problems) {
    const lines = texts(file)?.split('\n') ?? [];
    const isThere = line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 2;
    if (!isThere) throw new Error(`a Problem without a place: ${file}:${line}:${column} ${message}`);
    const blank = [message, found, expected, next].find((part) => part.trim() === '');
    if (blank !== undefined) throw new Error(`a Problem that leaves something out: ${file}:${line} ${message}`);
  }
}
