/** `docs/verification.md` and `docs/proof.md` say what there is: no claim without its row, no row without its proof. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { composeResults, readResults, sectionsOf } from './support/proof-page/page.js';
import { exactGroups } from './support/verification/exact-groups.js';
import { composePage, foundIn, isToBeWritten, readPage, writePage } from './support/verification/page.js';
import { proofs } from './support/verification/proofs.js';
import { beginningOf, rowsOf } from './support/verification/theory-rows.js';
import { cases } from './theory/cases/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const testFiles = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|proof)\.ts$/.test(file))
  .map((file) => `test/${file.replaceAll('\\', '/')}`);

/** Test files and folders that a command runs. */
const runBy = (command: string): string[] => command.split(' ').filter((word) => word.startsWith('test/'));

describe('verification.md', () => {
  const rows = cases.flatMap(({ world }) => rowsOf(readPage(), world));

  it('is made of the rows of theory and of the list of proofs', () => {
    const page = composePage({ theory: rows });
    if (isToBeWritten) writePage(page);
    expect(readPage()).toBe(page);
  });

  it('has one row for each claim of theory, in order', () => {
    const claims = cases.flatMap((world) => world.claims.map(({ says }) => beginningOf(world.world, says)));
    expect(rows).toHaveLength(claims.length);
    claims.forEach((beginning, at) => {
      expect(rows[at]!.startsWith(beginning), `${beginning} … in place of ${rows[at]}`).toBe(true);
    });
  });

  it('has as many rows of other exact values as share their level', () => {
    for (const { group, file, rows } of exactGroups) {
      expect(rowsOf(readPage(), group), group).toHaveLength(rows);
      expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  it('says of everything else what it was found to hold of', () => {
    const found = foundIn(readPage());
    expect([...found.keys()]).toEqual(proofs.map(({ claim }) => claim));
    expect([...found].filter(([, text]) => !/\d|\]\(proof\.md#/.test(text))).toEqual([]);
  });

  it('names commands that run something', () => {
    for (const { claim, command } of proofs) {
      expect(runBy(command), claim).not.toEqual([]);
      for (const file of runBy(command)) expect(existsSync(join(root, file)), file).toBe(true);
      expect(command.startsWith('npx vitest run --config vitest.proof.config.ts ')).toBe(command.endsWith('.proof.ts'));
    }
  });

  it('names every long proof and every file of theory and of chance', () => {
    const named = [...proofs.flatMap(({ command }) => runBy(command)), 'test/theory/theory.test.ts'];
    const wanted = testFiles.filter((file) => /\.proof\.ts$|^test\/(theory|chance)\//.test(file));
    expect(wanted.length).toBeGreaterThan(8);
    expect(wanted.filter((file) => !named.some((name) => file === name || file.startsWith(`${name}/`)))).toEqual([]);
  });
});

describe('proof.md', () => {
  const named = new Map(
    testFiles
      .filter((file) => file.endsWith('.proof.ts'))
      .map((file) => [
        file,
        [...readFileSync(join(root, file), 'utf8').matchAll(/recordProof\('([\w-]+)'/g)].map(([, name]) => name!),
      ]),
  );

  it('is written by every proof, each under a name of its own', () => {
    expect(named.size).toBeGreaterThan(8);
    expect([...named].filter(([, names]) => names.length !== 1)).toEqual([]);
    expect(new Set([...named.values()].flat()).size).toBe(named.size);
  });

  it('has a section for each of them, and no other', () => {
    expect([...sectionsOf(readResults()).keys()]).toEqual([...named.values()].flat().sort());
    expect(composeResults(sectionsOf(readResults()))).toBe(readResults());
  });

  it('keeps the sections of proofs that were not run again', () => {
    const before = composeResults(
      new Map([
        ['oracle', ['run one', '', 'all alike']],
        ['theory', ['holds']],
      ]),
    );
    const after = composeResults(new Map([...sectionsOf(before), ['theory', ['holds still']]]));
    expect(sectionsOf(after)).toEqual(
      new Map([
        ['oracle', ['run one', '', 'all alike']],
        ['theory', ['holds still']],
      ]),
    );
  });
});
