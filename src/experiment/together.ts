import { advance, begin, Census, type Chance, end, type LogReader, type Tally, type World } from '../sim/index.js';
import { HeldLogs } from './held-logs.js';
import { WEEK } from './window.js';

/**
 * Runs one replication of worlds in lock-step by week, so that of what one of them is ahead with little has to be held. What they
 * log is read at the end of each week; of one alone, as it comes. Throws an InvariantError when the engine finds a fault, or a
 * gridlock that its scenario does not break.
 * @param bytes of memory that each world may take.
 */
export function runTogether(
  worlds: readonly World[],
  chance: Chance,
  readers: readonly LogReader[],
  bytes?: number,
): Tally[] {
  const census = new Census(worlds[0]!, chance);
  const held = worlds.length > 1 ? new HeldLogs(readers) : null;
  const states = worlds.map((world, at) => begin(world, chance, (held?.holders ?? readers)[at]!, census, bytes));
  const last = Math.max(...worlds.map(({ horizon }) => horizon));
  for (let week = WEEK; week < last + WEEK; week += WEEK) {
    for (const [at, state] of states.entries()) advance(state, Math.min(week, worlds[at]!.horizon));
    held?.read();
  }
  const tallies = states.map((state) => end(state));
  held?.read();
  return tallies;
}
