import { fileURLToPath } from 'node:url';
import { compileWorld, formatProblems, loadScenario } from '../../../src/scenarios/index.js';
import { type Chance, type LogReader, run, seedWords, type Tally, type World } from '../../../src/sim/index.js';

const folder = fileURLToPath(new URL('../worlds', import.meta.url));

/** A scenario, compiled: one of `worlds/` by `./name.yaml`, or one that ships by its name. @throws with its problems. */
export function compiled(scenario: string): World {
  const loaded = loadScenario(scenario, { cwd: folder });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return compileWorld(loaded.scenario);
}

/** The same world, cut off after so many hours. */
export function shortened(world: World, hours: number): World {
  const end = (hour: number): number => Math.min(hour, hours);
  return { ...world, warmUp: end(world.warmUp), measuredEnd: end(world.measuredEnd), horizon: end(world.horizon) };
}

/** Runs one replication and lets a reader hear what it is interested in. Its accounts are closed, or it throws. */
export function listen(world: World, seed: string, replication: number, hear: Partial<LogReader>): Tally {
  const chance: Chance = { seed: seedWords(seed), replication };
  const reader: LogReader = { visits: () => {}, outcomes: () => {}, levels: () => {}, ...hear };
  return run(world, chance, reader);
}
