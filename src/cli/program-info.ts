/** What this copy of the program is: its version and, in a clone of the repository, its revision. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the package. */
export const PACKAGE_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Version, as in package.json. */
export function version(): string {
  return readPackage().version;
}

/** Version of a package that this one depends on, which is pinned. */
export function versionOf(name: 'seedrandom'): string {
  return readPackage().dependencies[name];
}

function readPackage(): { readonly version: string; readonly dependencies: Readonly<Record<'seedrandom', string>> } {
  return JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
}

/** Revision of the source when the program runs from a clone (40 hex digits), else null. */
export function revision(): string | null {
  const read = (path: string) => readFileSync(join(PACKAGE_ROOT, '.git', path), 'utf8').trim();
  try {
    const head = read('HEAD');
    if (!head.startsWith('ref: ')) return head;
    const ref = head.slice('ref: '.length);
    try {
      return read(ref);
    } catch {
      const line = read('packed-refs')
        .split('\n')
        .find((packed) => packed.endsWith(` ${ref}`));
      return line?.split(' ')[0] ?? null;
    }
  } catch {
    return null;
  }
}
