import { fileURLToPath } from 'node:url';
import { defaultWorkers, runExperiment } from '../../../src/experiment/index.js';
import type { Cell, Estimate, Results } from '../../../src/experiment/results.js';
import { compileWorld, describeWorld, formatProblems, loadScenario } from '../../../src/scenarios/index.js';

const folder = fileURLToPath(new URL('../worlds', import.meta.url));

/**
 * Runs a world as `spillover run` does: file to checked scenario, to compiled world, to replications in worker threads,
 * to estimates. It is the built package that runs, since worker threads on Node 20 cannot load TypeScript.
 */
export async function runWorld(name: string, seed: string): Promise<Results> {
  const loaded = loadScenario(`./${name}.yaml`, { cwd: folder });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  const { title, area, design, replications, description, dictionary } = describeWorld(loaded.scenario);
  const world = compileWorld(loaded.scenario);
  const worlds = [{ world, description, dictionary }];
  const experiment = await runExperiment({
    ...{ title, worlds, area, design, replications, seed },
    workers: defaultWorkers(),
  });
  if (!experiment.ok) throw new Error(formatProblems(experiment.problems));
  return experiment.results;
}

/** The estimate of a measure in a cell. Throws where there is none. */
export function estimateOf(results: Results, measure: string, cell: Cell): Estimate {
  const wanted = Object.entries(cell);
  const found = results.estimates.filter(
    (one) => one.measure === measure && wanted.every(([dimension, id]) => one.cell[dimension] === id),
  );
  if (found.length !== 1) throw new RangeError(`${found.length} estimates of ${measure} at ${JSON.stringify(cell)}`);
  return found[0]!;
}
