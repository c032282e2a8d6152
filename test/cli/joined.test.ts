/** The built command without the packages that it was built from: they are joined into it, but for two. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

it('loads no package but those that stay outside', () => {
  const files = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(cli\/main|(scenarios|experiment|report)\/index|parts\/.*)\.js$/.test(file),
  );
  expect(files.length).toBeGreaterThan(10);
  const loaded = files.flatMap((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, 'dist', file), 'utf8'));
    return importedFiles.map(({ fileName }) => fileName);
  });
  const packages = loaded.filter((name) => !name.startsWith('.') && !isBuiltin(name));
  // Vega looks whether there is a canvas, and does without.
  expect([...new Set(packages)].sort()).toEqual(['canvas', 'piscina']);
});

it('checks a scenario where no package is installed', () => {
  const home = mkdtempSync(join(tmpdir(), 'spillover-alone-'));
  try {
    for (const part of ['dist', 'scenarios', 'package.json'])
      cpSync(join(ROOT, part), join(home, part), { recursive: true, filter: (file) => !file.endsWith('.map') });
    const words = [join(home, 'dist/cli/main.js'), 'check', 'uk-baseline'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: home, encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, 'uk-baseline: no problems (scenario)\n', '']);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
