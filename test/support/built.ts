/** Tests run what ships: the build of a source file stands in for it, as one scope where the engine is. */
import { spawnSync } from 'node:child_process';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vitest/config';

const ROOT = resolve(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

/**
 * What a test imports from `src/` comes from `dist/`, loaded by Node itself. Sources that are transformed one by one look up
 * every imported name at every use, so that the same simulation takes three times as long.
 */
export function built(): Plugin {
  return {
    name: 'built',
    enforce: 'pre',
    resolveId(name, importer) {
      if (importer === undefined || !name.startsWith('.')) return null;
      const file = resolve(dirname(importer), name);
      return file.startsWith(SRC + sep) ? join(ROOT, 'dist', relative(SRC, file)) : null;
    },
  };
}

/** Files that Node loads as they are. */
export const AS_BUILT = [/\/dist\//];

/** Before the tests: `npm test` has built already; tests run by hand get a fresh build. */
export default function setup(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--if-stale', '--quiet'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`dist/ could not be built:\n${stderr}`);
}
