import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A Python with SimPy on this machine (Debian: python3-simpy3), or null. */
function pythonWithSimpy() {
  for (const python of ['/usr/bin/python3', 'python3']) {
    if (spawnSync(python, ['-c', 'import simpy']).status === 0) return python;
  }
  return null;
}

const python = pythonWithSimpy();

/** What a reference in Python prints for these arguments, as numbers; null where there is no SimPy. */
export function simpy(name) {
  if (python === null) return null;
  const file = fileURLToPath(new URL(name, import.meta.url));
  return (...parts) => {
    const { status, stdout, stderr } = spawnSync(python, [file, ...parts.map(String)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} failed:\n${stderr}`);
    return stdout.trim().split(/\s+/).map(Number);
  };
}
