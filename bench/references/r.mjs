import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const isThere = spawnSync('Rscript', ['-e', 'library(simmer)']).status === 0;

/** What a reference in R prints for these arguments, as numbers; null where there is no R with simmer. */
export function simmer(name) {
  if (!isThere) return null;
  const file = fileURLToPath(new URL(name, import.meta.url));
  return (...parts) => {
    const { status, stdout, stderr } = spawnSync('Rscript', [file, ...parts.map(String)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} failed:\n${stderr}`);
    return stdout.trim().split(/\s+/).map(Number);
  };
}
