/** The thirteen policies that ship: each alone, every pair, at no strength at all, and taken back. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { loadScenario } from '../../src/scenarios/index.js';
import { run, seedWords, type World } from '../../src/sim/index.js';
import { load } from './support/load.js';

const LIBRARY = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const names = readdirSync(`${LIBRARY}policies`)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

const SECONDS = 300_000;

/** The whole map with these policies, as problems or as a world without the names of its policies. */
function asked(policies: string, more = '') {
  const head = 'spillover: 1\nscenario: s\nextends: uk-whole\nstrict: false\n';
  return load({ 's.yaml': `${head}policies: ${policies}\n${more}` });
}

function worldOf(policies: string, more = ''): World {
  const loaded = asked(policies, more);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return { ...loaded.scenario.world, policies: [] };
}

/** Totals of a single run. */
function runOf(world: World) {
  const silent = { visits: () => {}, outcomes: () => {}, levels: () => {} };
  return run(world, { seed: seedWords('pairs of policies'), replication: 0 }, silent);
}

const bare = worldOf('[]');
/** The same where policies have dates. */
const DATED = 'time: {design: go-live}\n';
const bareDated = worldOf('[]', DATED);

test('there are thirteen', () => {
  expect(names).toHaveLength(13);
});

describe('each policy', () => {
  it.each(names)('%s says where it comes from, how far to look ahead, and what may be varied by how much', (name) => {
    const loaded = loadScenario('uk-whole', { cwd: LIBRARY, policies: [name] });
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
    const draft = loaded.scenario.policies[0]?.draft;
    expect(draft).toMatchObject({ origin: expect.any(String), horizon: expect.any(Number), strict: true });
    const levers = Object.values(draft?.levers ?? {});
    expect(levers.length).toBeGreaterThan(1);
    for (const lever of levers)
      expect(lever).toEqual({ label: expect.any(String), range: [expect.anything(), expect.anything()] });
    expect(loaded.warnings).toEqual([]);
    expect(loaded.scenario.world.epochs[0]?.tables).not.toEqual(bare.epochs[0]?.tables);
  });

  it.each(names)('%s that is taken back leaves the rules exactly as they were before it', (name) => {
    const { epochs } = worldOf(`[{policy: ${name}, starts: 2022-09-12, ends: 2022-09-19, ramp: 0 h}]`, DATED);
    expect(epochs).toHaveLength(3);
    expect(epochs[1]?.tables).not.toEqual(epochs[0]?.tables);
    expect(epochs[2]?.tables).toEqual(epochs[0]?.tables);
    expect(worldOf(`[{policy: ${name}, starts: 2021-08-02, ends: 2021-08-09}]`, DATED)).toEqual(bareDated);
  });

  it.each(names)('%s that nobody follows leaves the world exactly as it was', (name) => {
    expect(worldOf(`[{policy: ${name}, compliance: 0}]`)).toEqual(bare);
  });
});

const pairs = names.flatMap((first, at) => names.slice(at + 1).map((second) => [first, second] as const));
/** Few people and two days, so that every pair costs moments. */
const SMALL =
  'family: own\narea: {id: hamlet, population: 5000}\ntime: {warm-up: 0 h, measure: 2 days, follow-up: 0 h}\n';

describe('two policies', () => {
  it(
    'can be put on together, in an order that is said wherever it matters, and run',
    () => {
      const ordered: string[] = [];
      for (const [first, second] of pairs) {
        const loaded = asked(`[${first}, ${second}]`, SMALL);
        const inOrder = `[${first}, {policy: ${second}, after: ${first}}]`;
        if (!loaded.ok) {
          ordered.push(`${first} ${second}`);
          expect(loaded.problems.map(({ message }) => message)).toEqual([
            expect.stringMatching(new RegExp(`^The policies .${first}. and .${second}. both change .*in which order`)),
          ]);
        }
        const world = loaded.ok ? loaded.scenario.world : worldOf(inOrder, SMALL);
        const { opened } = runOf(world);
        expect(opened, `${first}, ${second}`).toBeGreaterThan(100);
      }
      expect(ordered).toEqual([
        'drug-diversion oregon-style',
        'drug-diversion portugal-style',
        'oregon-style portugal-style',
        'oregon-style treatment-investment',
        'right-care-right-person street-triage',
      ]);
    },
    SECONDS,
  );
});

describe('futures', () => {
  const futures = readdirSync(`${LIBRARY}futures`).map((name) => name.replace('.yaml', ''));

  it.each(futures)('%s changes the world, and says of what kind it is', (name) => {
    const loaded = loadScenario('uk-whole', { cwd: LIBRARY, policies: [name] });
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
    expect(loaded.warnings).toEqual([]);
    expect(loaded.scenario.policies[0]?.draft).toMatchObject({ future: expect.any(String), strict: true });
    expect(loaded.scenario.world.epochs[0]?.tables).not.toEqual(bare.epochs[0]?.tables);
  });
});
