/**
 * What tests beside the worlds of theory find, on `docs/verification.md`: an exact value with what was simulated, or what a
 * property was seen to hold of. Each test holds its part of the page against what it found; asked to write, it writes it.
 */
import { expect } from 'vitest';
import type { Verdict } from '../../theory/support/verdict.js';
import { type ExactGroup, exactGroups } from './exact-groups.js';
import { composePage, foundIn, isToBeWritten, readPage, writePage } from './page.js';
import { beginningOf, exactRow, rowsOf, type Said } from './theory-rows.js';

/** Holds a row of a group against the page. */
export function expectTold(said: Omit<Said, 'command'>, verdict: Verdict): void {
  const { group, says } = said;
  const { file } = groupOf(group);
  const row = exactRow({ ...said, command: `npx vitest run ${file}` }, verdict);
  const isThis = (line: string): boolean => line.startsWith(beginningOf(group, says));
  if (isToBeWritten) {
    const rows = rowsOf(readPage(), group);
    const kept = rows.some(isThis) ? rows.map((line) => (isThis(line) ? row : line)) : [...rows, row];
    writePage(composePage({ groups: new Map([[group, kept]]) }));
  }
  expect(rowsOf(readPage(), group).filter(isThis)).toEqual([row]);
}

/** Holds what a property was seen to hold of (worlds, people, draws) against the row of that claim. */
export function expectFound(claim: string, found: string): void {
  if (isToBeWritten) writePage(composePage({ found: new Map([[claim, found]]) }));
  expect(foundIn(readPage()).get(claim), `found, of: ${claim}`).toBe(found);
}

/** A group of rows by its name. @throws when there is none. */
function groupOf(name: string): ExactGroup {
  const found = exactGroups.find(({ group }) => group === name);
  if (found === undefined) throw new RangeError(`no group of rows is called ${name}`);
  return found;
}
