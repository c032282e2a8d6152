import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const VERSIONS = 'import platform, simpy; print("SimPy", simpy.__version__, "on Python", platform.python_version())';

/** A Python with SimPy on this machine (Debian: python3-simpy3) and what both say they are, or null. */
function pythonWithSimpy() {
  for (const command of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(command, ['-c', VERSIONS], { encoding: 'utf8' });
    if (status === 0) return { command, versions: stdout.trim() };
  }
  return null;
}

const python = pythonWithSimpy();

/** `SimPy 3.0.11 on Python 3.11.7`; nothing where it is not. */
export const simpyVersions = python?.versions ?? '';

/** What a reference in Python prints for these arguments, as numbers; null where there is no SimPy. */
export function simpy(name) {
  if (python === null) return null;
  const file = fileURLToPath(new URL(name, import.meta.url));
  return (...parts) => {
    const { status, stdout, stderr } = spawnSync(python.command, [file, ...parts.map(String)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} failed:\n${stderr}`);
    return stdout.trim().split(/\s+/).map(Number);
  };
}
