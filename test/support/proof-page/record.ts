/** Where a proof that has passed leaves what it found, for the page of results (`page.ts`). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Not committed: one text file for each proof of the last run. */
export const FOUND = fileURLToPath(new URL('../../../out/proof', import.meta.url));

/** Keeps the lines of a proof that has passed. */
export function recordProof(proof: string, lines: readonly string[]): void {
  mkdirSync(FOUND, { recursive: true });
  writeFileSync(join(FOUND, `${proof}.txt`), `${lines.join('\n')}\n`);
}
