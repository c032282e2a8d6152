import { compileWorld, formatProblems, loadScenario } from '../dist/scenarios/index.js';

/** A compiled world, by the path or the name of its scenario file. */
export function worldOf(reference) {
  const loaded = loadScenario(reference, { cwd: process.cwd() });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return compileWorld(loaded.scenario);
}

/** Reads nothing: what is timed is the engine and its logs. */
export const idle = { visits() {}, outcomes() {}, levels() {} };
