import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type CheckedScenario,
  compileWorld,
  formatProblems,
  type LoadOptions,
  loadScenario,
  type Problem,
} from '../../../src/scenarios/index.js';
import type { Tables, World } from '../../../src/sim/index.js';

/** Runs something in a folder with these files, and takes the folder away afterwards. */
export function inFolder<T>(files: Readonly<Record<string, string | Buffer>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'spillover-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Loads one of these files, `s.yaml` if nothing else is said. */
export function load(
  files: string | Readonly<Record<string, string | Buffer>>,
  entry = './s.yaml',
  options: Partial<LoadOptions> = {},
) {
  const named = typeof files === 'string' ? { 's.yaml': files } : files;
  return inFolder(named, (cwd) => loadScenario(entry, { cwd, ...options }));
}

/** A scenario that has to be without faults. */
export function accepted(
  files: string | Readonly<Record<string, string>>,
  entry?: string,
  options?: Partial<LoadOptions>,
): CheckedScenario {
  const loaded = load(files, entry, options);
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return loaded.scenario;
}

/** The Problems of a scenario that has to be refused. */
export function refused(
  files: string | Readonly<Record<string, string>>,
  entry?: string,
  options?: Partial<LoadOptions>,
): readonly Problem[] {
  const loaded = load(files, entry, options);
  if (loaded.ok) throw new Error('accepted, although it should be refused');
  return loaded.problems;
}

/** Problems as `file:line:column path: message`, for comparing at a glance. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, column, path, message }) => `${file}:${line}:${column} ${path}: ${message}`);
}

/** The world of a scenario without faults. */
export function worldOf(text: string): World {
  return compileWorld(accepted(text));
}

/** The tables of a world that has one epoch. */
export function tablesOf(world: World): Tables {
  const [epoch, ...others] = world.epochs;
  if (epoch === undefined || others.length > 0) throw new Error(`${world.epochs.length} epochs`);
  return epoch.tables;
}
