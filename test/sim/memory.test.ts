/** The memory that a run is estimated to need, against what the heap has grown by at its end. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import { advance, begin, Census, estimateBytes, seedWords } from '../../src/sim/index.js';
import { buildWorld, type WorldSpec } from '../support/worlds.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes on the heap and in columns, once all that nobody holds is gone: columns go a little after their owners. */
async function held(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What a run holds just before its end over what it is estimated to need. */
async function measured(spec: WorldSpec): Promise<number> {
  const world = buildWorld(spec);
  const chance = { seed: seedWords('memory'), replication: 0 };
  const reader = { visits: () => {}, outcomes: () => {}, levels: () => {} };
  const before = await held();
  const census = new Census(world, chance);
  const state = begin(world, chance, reader, census);
  advance(state, world.horizon);
  const grown = (await held()) - before;
  // Both are still there.
  expect(census.withPoints).toBeDefined();
  expect(state.calendar.taken).toBeGreaterThan(0);
  return grown / estimateBytes(world);
}

const PEOPLE = 60_000;
const illness = (rate: number) => ({ unitRate: rate, rate, channels: { door: { weight: 1, to: 'visit.see' } } });
const town: WorldSpec = {
  horizon: 168,
  population: PEOPLE,
  channels: ['door'],
  services: { clinic: 40 },
  needs: { illness: illness(0.001) },
  pathways: { visit: { see: { seize: 'clinic', for: 0.5, then: '=done' } } },
};
const needs = Object.fromEntries(['one', 'two', 'three', 'four', 'five', 'six'].map((name) => [name, illness(0.0005)]));
const again = (need: string) => ({
  runs: 'after' as const,
  need,
  outcomes: ['done'],
  rate: 1e-6,
  expires: { open: need, to: 'visit.see' },
});

beforeAll(() => measured({ ...town, population: 100 }));

/** A run holds between a third and five quarters of what it is estimated to need, whatever it is that takes most. */
it.each<[string, WorldSpec]>([
  ['people and their points', town],
  ['many needs', { ...town, needs, services: { clinic: 200 } }],
  [
    'clocks of lives and after outcomes',
    {
      ...town,
      clocks: {
        dies: { runs: 'life', rate: 1e-6, expires: { die: 'died' } },
        ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, again('illness')])),
      },
    },
  ],
  [
    'passers-by who are inside',
    {
      ...town,
      population: 0,
      needs: {},
      services: { clinic: 100_000 },
      arrivals: { crowd: { people: 30_000, to: 'visit.see' } },
      pathways: { visit: { see: { seize: 'clinic', for: 999, then: '=done' } } },
    },
  ],
  ['windows of a long run', { ...town, horizon: 8_000, population: 6_000, needs: { illness: illness(0.004) } }],
])('%s: estimated to a factor of three, and not much too low', async (_, spec) => {
  const share = await measured(spec);
  expect(share).toBeLessThan(1.25);
  expect(share).toBeGreaterThan(1 / 3);
});
