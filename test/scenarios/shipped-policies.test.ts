/** The policies that ship: each alone, every pair, at no strength at all, and taken back. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/scenarios/assemble.js';
import { loadScenario } from '../../src/scenarios/index.js';
import { ProblemList, problemsIn } from '../../src/scenarios/problems.js';
import { run, seedWords, type World } from '../../src/sim/index.js';
import { MemoryFiles } from './support/memory-files.js';

const LIBRARY = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const names = readdirSync(`${LIBRARY}policies`)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

const SECONDS = 600_000;

/** The whole map with these policies, as problems or as a world; the shipped files below it are read once for all. */
function asked(policies: string, more = ''): World | string[] {
  const head = 'spillover: 1\nscenario: s\nextends: uk-whole\nstrict: false\n';
  const list = new ProblemList();
  const files = new MemoryFiles({ 's.yaml': `${head}policies: ${policies}\n${more}` });
  const scenario = assemble('./s.yaml', files, {}, list);
  const problems = problemsIn(list).map(({ message }) => message);
  return scenario === null || problems.length > 0 ? problems : scenario.world;
}

/** The same as a world without the names of its policies. */
function worldOf(policies: string, more = ''): World {
  const world = asked(policies, more);
  if (Array.isArray(world)) throw new Error(world.join('\n'));
  return { ...world, policies: [] };
}

/** What happened to everybody in a single run, visit by visit and episode by episode, by the names of places. */
function storyOf(world: World): string[] {
  const { steps } = world.epochs[0]!.tables;
  const nameOf = (step: number) => steps[step]?.name ?? 'nowhere';
  const told: string[] = [];
  run(
    world,
    { seed: seedWords('pairs of policies'), replication: 0 },
    {
      visits: ({ count, step, ...log }) => {
        for (let row = 0; row < count; row += 1) {
          const when = [log.joined[row], log.started[row], log.released[row]];
          told.push([log.keyHigh[row], log.keyLow[row], nameOf(step[row]!), ...when, log.finish[row]].join(' '));
        }
      },
      outcomes: ({ count, ...log }) => {
        for (let row = 0; row < count; row += 1)
          told.push([log.keyHigh[row], log.keyLow[row], log.opened[row], log.closed[row]].join(' '));
      },
      levels: () => {},
    },
  );
  return told.sort();
}

const bare = worldOf('[]');
/** The same where policies have dates. */
const DATED = 'time: {design: go-live}\n';
const bareDated = worldOf('[]', DATED);

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

/** Few people and three days, in which everything that is rare elsewhere happens often: each policy finds somebody, in moments. */
const HAMLET = `family: own
area: {id: hamlet, population: 5000}
time: {warm-up: 0 h, measure: 3 days, follow-up: 0 h}
parameters:
${Object.entries({
  'crisis-rate': '5000000 per million per year',
  'welfare-rate': '1000000 per million per year',
  'absent-rate': '500000 per million per year',
  'transport-rate': '500000 per million per year',
  'possession-rate': '12000000 per million per year',
  'violence-rate': '8000000 per million per year',
  'treatment-seeking-rate': '1000000 per million per year',
  'opiate-use-people': '200000 per million',
  'overdose-rate': '0.02 per person per year',
})
  .map(
    ([name, value]) => `  ${name}: {value: ${value}, assumption: of a test, grade: E, range: [${value}, ${value}]}\n`,
  )
  .join('')}`;
const hamlet = storyOf(worldOf('[]', HAMLET));

/** The levers of each policy at which it changes nothing. */
const NO_STRENGTH: Readonly<Record<string, string>> = {
  'british-columbia-style': 'bc-not-policed: 0',
  'consumption-facility': 'facility-visits: 0 per person per year, facility-reach: 0',
  'crisis-alternatives':
    'alternatives-cafe-places: 1, alternatives-line-to-cafe: 0, alternatives-line-staff: 1, alternatives-house-share: 0, alternatives-suites: 1',
  'diversion-from-prosecution': 'scotland-referred: 0',
  'drug-diversion': 'diversion-offered: 0',
  'liaison-and-diversion': 'ld-screened: 0',
  'oregon-style': 'oregon-ticketed: 0, oregon-treatment-money: 1, oregon-deflected: 0',
  'portugal-style': 'portugal-administrative: 0',
  'right-care-right-person':
    'rcrp-declined-lower: 0, rcrp-declined-higher: 0, rcrp-advice-to-ambulance: 0, rcrp-handover-suite: 0, rcrp-handover-a-and-e: 0, rcrp-partner-readiness: 1, rcrp-absent-declined: 0, rcrp-transport-declined: 0',
  'street-triage': 'triage-seen: 0, triage-control-room: 0',
  'treatment-investment': 'investment-places: 1, investment-assessment: 1, investment-outreach: 1',
  'violence-reduction-unit': 'vru-violence: 1, vru-approached: 0',
  'youth-prevention': 'prevention-reached: 1, prevention-early-years: 1',
};

describe('a policy in a hamlet where everything happens often', () => {
  it.each(names)('%s changes something, and with its own levers at no strength nothing at all', (name) => {
    const levers = NO_STRENGTH[name] ?? '';
    expect(storyOf(worldOf(`[{policy: ${name}, with: {${levers}}}]`, HAMLET))).toEqual(hamlet);
    expect(alone(name)).not.toEqual(hamlet);
  });
});

const stories = new Map<string, string[]>();
/** What happens in the hamlet with one policy. */
function alone(name: string): string[] {
  const known = stories.get(name) ?? storyOf(worldOf(`[${name}]`, HAMLET));
  stories.set(name, known);
  return known;
}

const pairs = names.flatMap((first, at) => names.slice(at + 1).map((second) => [first, second] as const));

describe('two policies', () => {
  it(
    'can be put on together, in an order that is said wherever it matters, and run, each with an effect beside the other',
    () => {
      const ordered: string[] = [];
      for (const [first, second] of pairs) {
        const together = asked(`[${first}, ${second}]`, HAMLET);
        const inOrder = `[${first}, {policy: ${second}, after: ${first}}]`;
        if (Array.isArray(together)) {
          ordered.push(`${first} ${second}`);
          expect(together).toEqual([
            expect.stringMatching(new RegExp(`^The policies .${first}. and .${second}. both change .*in which order`)),
          ]);
        }
        const both = storyOf(Array.isArray(together) ? worldOf(inOrder, HAMLET) : together).join('\n');
        for (const one of [first, second])
          expect(both === alone(one).join('\n'), `${first}, ${second}: ${one} is all there is`).toBe(false);
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
