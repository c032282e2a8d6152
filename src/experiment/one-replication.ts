/** One replication of some worlds, whose logs are read row by row rather than folded into cells. */
import type { Problem } from '../scenarios/index.js';
import { advance, begin, Census, type Chance, end, type LogReader, type World } from '../sim/index.js';
import { freeMemory } from './crew.js';
import type { Setting } from './folding.js';
import { estimateMemory, refuseMemory, shareOfMemory } from './memory.js';

/** Hours between two looks at a run: what is logged in one is held at once. */
const STEP = 1;

/** The Problem of worlds of which not even one replication fits into memory, or null. */
export function refuseReplication(setting: Setting): Problem | null {
  const needed = estimateMemory(setting, 1, 0);
  return refuseMemory(needed, needed, freeMemory(0), 0);
}

/**
 * Runs one replication of worlds one after the other, with the people and luck that they have together, and stops after
 * each hour of a run, so that what was read can be passed on.
 * Throws an InvariantError when the engine finds a fault, or a gridlock that its scenario does not break.
 */
export function* runInTurn(
  worlds: readonly World[],
  chance: Chance,
  readers: readonly LogReader[],
): Generator<{ readonly world: number; readonly hour: number }> {
  const census = new Census(worlds[0]!, chance);
  const bytes = shareOfMemory(freeMemory(0), 1, 1, 1);
  for (const [at, world] of worlds.entries()) {
    const state = begin(world, chance, readers[at]!, census, bytes);
    for (let hour = STEP; hour < world.horizon + STEP; hour += STEP) {
      advance(state, Math.min(hour, world.horizon));
      yield { world: at, hour: Math.min(hour, world.horizon) };
    }
    end(state);
    yield { world: at, hour: world.horizon };
  }
}
