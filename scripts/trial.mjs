/** Scenarios that are tried and thrown away: written into a folder of their own, run, and read replication by replication. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runExperiment } from '../dist/experiment/index.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../dist/scenarios/index.js';

/** Does something with a folder that is there only as long. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'spillover-trial-'));
  try {
    mkdirSync(join(folder, 'scenarios'));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a scenario; JSON is YAML. */
export function write(folder, scenario) {
  writeFileSync(join(folder, 'scenarios', `${scenario.scenario}.yaml`), JSON.stringify({ spillover: 1, ...scenario }));
}

/** Whether a written scenario can be read, and run: a number by itself may not fit the others, as when shares add to more than one. */
export const canBeRead = (folder, id) => loadFamily([`./${id}.yaml`], { cwd: join(folder, 'scenarios') }).ok;

/** What a scenario's world says, run by itself. @throws when it cannot be read or run. */
export async function samplesOf(folder, id, replications, seed) {
  const loaded = loadFamily([`./${id}.yaml`], { cwd: join(folder, 'scenarios') });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  const [scenario] = loaded.scenarios;
  const { description, dictionary, area, design, title } = describeWorld(scenario);
  const worlds = [{ world: compileWorld(scenario), description, dictionary }];
  const done = await runExperiment({ title, area, design, worlds, seed, replications, workers: 0 });
  if (!done.ok) throw new Error(formatProblems(done.problems));
  return done.samples.worlds[0];
}

/** Hashes of shipped worlds as they are now. @throws when one cannot be read. */
export function hashesOf(ids, cwd) {
  return Object.fromEntries(
    ids.map((id) => {
      const loaded = loadFamily([id], { cwd });
      if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
      return [id, describeWorld(loaded.scenarios[0]).description.hash];
    }),
  );
}
