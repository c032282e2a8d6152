/** The ten minutes of docs/write-a-policy.md really run, and what it quotes is what is printed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const DOCS = resolve(import.meta.dirname, '../../docs');
const page = readFileSync(join(DOCS, 'write-a-policy.md'), 'utf8');

/** Blocks of code in a language. */
function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
}

const files = blocks('yaml').map((text) => [/^# (\S+\.yaml)$/m.exec(text)?.[1] ?? 'unnamed', text] as const);
const commands = blocks('sh').map((text) => text.trim().split(' ').slice(1));
const [noProblems = '', mistyped = '', readBack = ''] = blocks('text');

it('the files check, read back and compare as the page says', async () => {
  expect(commands.map(([verb]) => verb)).toEqual(['new', 'check', 'describe', 'compare']);
  const [create = [], check = [], describe = [], compare = []] = commands;
  const home = folderWith();
  const created = spillover(create, home);
  expect(created.stderr).toBe('');
  expect(created.code).toBe(0);
  // The page has the two files that were just written replaced.
  for (const [name, text] of files) {
    expect(existsSync(join(home, name)), name).toBe(true);
    writeFileSync(join(home, name), text);
  }
  expect(files.map(([name]) => name)).toEqual(['weekend-cafe.yaml', 'with-weekend-cafe.yaml']);
  expect(spillover(check, home)).toEqual({ code: 0, stdout: noProblems, stderr: '' });
  const described = await here(describe, home);
  expect(described.code).toBe(0);
  expect(described.stdout).toContain(readBack);
  const compared = await here([...compare, '--workers', '1'], home);
  expect(compared.code).toBe(0);
  expect(compared.stdout).toMatch(/crisis café at weekends: Police, [\d,]+ fewer staff hours a week/);
  expect(compared.stdout).toContain('The weakest evidence it rests on is grade E');
  expect(existsSync(join(home, 'out/weekend-cafe/report.html'))).toBe(true);
});

it('a mistyped name is told as the page says', async () => {
  const [wrong = ''] = /capacity: \$weekend-cafe-worker(?=`)/.exec(page) ?? [];
  const texts = files.map(([name, text]) => [name, text.replace('capacity: $weekend-cafe-workers', wrong)] as const);
  const { code, stdout, stderr } = await here(commands[1] ?? [], folderWith(Object.fromEntries(texts)));
  expect(code).toBe(2);
  const lines = `${stdout}${stderr}`.split('\n');
  expect(lines).toEqual(expect.arrayContaining(mistyped.trimEnd().split('\n')));
});

it('every file that it links to is there', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(join(DOCS, path)))).toEqual([]);
});
