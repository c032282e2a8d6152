import { advance, begin, Census, type Chance, end, type LogReader, type Tally, type World } from '../sim/index.js';
import { WEEK } from './window.js';

/**
 * Runs one replication of worlds in lock-step by week, so that of what one of them is ahead with little has to be held.
 * @param bytes of memory that each world may take.
 * Throws an InvariantError when the engine finds a fault, or a gridlock that its scenario does not break.
 */
export function runTogether(
  worlds: readonly World[],
  chance: Chance,
  readers: readonly LogReader[],
  bytes?: number,
): Tally[] {
  const census = new Census(worlds[0]!, chance);
  const states = worlds.map((world, at) => begin(world, chance, readers[at]!, census, bytes));
  const last = Math.max(...worlds.map(({ horizon }) => horizon));
  for (let week = WEEK; week < last + WEEK; week += WEEK)
    for (const [at, state] of states.entries()) advance(state, Math.min(week, worlds[at]!.horizon));
  return states.map((state) => end(state));
}
