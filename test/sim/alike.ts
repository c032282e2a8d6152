/** Random small worlds, told by the engine and by the oracle. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { seedWords } from '../../src/sim/index.js';
import { difference, type Told, tellByEngine, tellByOracle } from '../support/oracle/compare.js';
import { Coverage, TooLong } from '../support/oracle/index.js';
import { randomWorld } from '../support/random-world.js';
import { buildWorld } from '../support/worlds.js';

/** Expects both engines to tell the same stories of so many worlds; gives what these covered. */
export function expectAlike(worlds: number, seed: number): Coverage {
  const coverage = new Coverage();
  const property = fc.property(randomWorld, fc.nat({ max: 999 }), (spec, replication) => {
    const world = buildWorld(spec);
    const chance = { seed: seedWords('oracle'), replication };
    const expected = toldShortly(() => tellByOracle(world, chance, coverage));
    if (expected === null) return void fc.pre(false);
    expect(difference(expected, tellByEngine(world, chance))).toBe(null);
    if (expected.fault === null) coverage.noteStory(world, expected.story);
    else coverage.note(`${expected.fault.split(' ')[0]}: fatal`);
    coverage.note('world: with a second epoch', world.epochs.length - 1);
  });
  fc.assert(property, { seed, numRuns: worlds });
  return coverage;
}

/** The story, or null when it is too long to tell. */
function toldShortly(tell: () => Told): Told | null {
  try {
    return tell();
  } catch (error) {
    if (error instanceof TooLong) return null;
    throw error;
  }
}
