/** The five minutes of the README really run. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { folderWith, spillover } from './support/spillover.js';

const ROOT = resolve(import.meta.dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Blocks of code in a language. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

it('the files and commands of the first scenario work as printed', () => {
  const files = blocks('yaml').map((text) => [/^# (\S+\.yaml)$/m.exec(text)?.[1] ?? 'unnamed', text] as const);
  const lines = blocks('sh').flatMap((text) => text.trim().split('\n'));
  expect(files.map(([name]) => name)).toEqual(['cafe.yaml', 'third-worker.yaml']);
  expect(lines).toHaveLength(3);
  const home = folderWith(Object.fromEntries(files));
  const told = lines.map((line) => spillover(line.split(' ').slice(1), home));
  expect(told.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(told[0]?.stdout).toContain('third-worker.yaml: no problems');
  expect(told[1]?.stdout).toContain('offered load: 1.67 workers');
  expect(told[2]?.stdout).toMatch(/fewer episodes a week/);
  expect(existsSync(join(home, 'out/café/report.html'))).toBe(true);
});

it('every command is in its table, and no other', () => {
  const told = [...README.matchAll(/^\| `spillover (\w+)/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(commands.map(({ id }) => id).sort());
});

it('every file that it links to is there', () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
