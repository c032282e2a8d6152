/** Experiments on several areas: what is added up, what is told of each area, and whom a policy of one area reaches. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { logRows, type Results, resultsShape, runExperiment } from '../../src/experiment/index.js';
import { renderReport, writeTables } from '../../src/report/index.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../../src/scenarios/index.js';
import { inFolder } from '../scenarios/support/load.js';
import { towns } from '../scenarios/support/towns.js';
import { readCsv } from '../support/read-csv.js';

const POLICY = `spillover: 1
policy: send-home
origin: nhs
starts: {north: 2024-01-15, south: never}
edits:
  - reroute: {step: visit.decide, from: treat, share: 0.5, to: =seen}
`;
const CHILD = 'spillover: 1\nscenario: after\nextends: ./s.yaml\npolicies: [./p.yaml]\n';

/** A plan of the towns, and of the same with the policy in the north. */
function planOf(text: string) {
  return inFolder({ 's.yaml': text, 'c.yaml': CHILD, 'p.yaml': POLICY }, (cwd) => {
    const family = loadFamily(['./s.yaml', './c.yaml'], { cwd });
    if (!family.ok) throw new Error(formatProblems(family.problems));
    const worlds = family.scenarios.map((one) => ({ ...describeWorld(one), world: compileWorld(one) }));
    const [{ title, area, areas, design }] = worlds as [(typeof worlds)[0]];
    return {
      ...{ title, area, design, worlds, seed: 'areas', replications: 3, workers: 0 },
      ...(areas && { areas }),
    };
  });
}

async function ran(text: string): Promise<Results> {
  const experiment = await runExperiment(planOf(text));
  if (!experiment.ok) throw new Error(formatProblems(experiment.problems));
  return experiment.results;
}

/** Doctors of each area's own, in place of shared ones. */
const apart = towns.replace('    shared: true\n', '');

let shared: Results;
let own: Results;
beforeAll(async () => {
  shared = await ran(towns);
  own = await ran(apart);
});

describe('results of areas', () => {
  it('have the shape of results, and survive as JSON', () => {
    for (const results of [shared, own])
      expect(resultsShape.parse(JSON.parse(JSON.stringify(results)))).toEqual(results);
  });

  it('name things as every area does, and list the areas', () => {
    expect(shared.dictionary.services.map(({ id }) => id)).toEqual(['clinic', 'doctor']);
    expect(shared.dictionary.needs.map(({ id }) => id)).toEqual(['injury']);
    expect(shared.area).toMatchObject({ id: 'north+south', population: 150_000 });
    expect(shared.areas?.list).toEqual([
      { id: 'north', label: 'Northshire', population: 100_000 },
      { id: 'south', label: 'south', population: 50_000 },
    ]);
  });

  it.each([
    'contacts',
    'served',
    'declined',
    'staff-hours',
    'outcomes',
    'unmet',
    'episodes',
    'decisions',
    'step-entries',
  ])('of the people of each area add up to those of all: %s', (measure) => {
    for (const results of [shared, own]) {
      const all = results.estimates.filter((row) => row.measure === measure);
      expect(all.length).toBeGreaterThan(0);
      for (const { world, cell, mean } of all) {
        const parts = results.areas?.rows.filter((row) => {
          const { area: _, ...rest } = row.cell;
          return row.world === world && row.measure === measure && JSON.stringify(rest) === JSON.stringify(cell);
        });
        const sum = (parts ?? []).reduce((total, { level }) => total + (level.mean ?? 0), 0);
        expect(sum, `${measure} at ${JSON.stringify(cell)}`).toBeCloseTo(mean ?? Number.NaN, 9);
      }
    }
  });

  it('give levels of a service to the area that it is of, and those of a shared one to nobody', () => {
    const of = (results: Results) =>
      new Set(
        results.areas?.rows
          .filter(({ measure }) => measure === 'mean-in-use')
          .map(({ cell }) => `${cell.area} ${cell.service}`),
      );
    expect(of(shared)).toEqual(new Set(['north clinic', 'south clinic']));
    expect(of(own)).toEqual(new Set(['north clinic', 'north doctor', 'south clinic', 'south doctor']));
  });

  it('show nothing in an area that does not adopt, where nothing is shared', () => {
    const changes = (area: string) =>
      own.areas?.rows.filter((row) => row.change !== null && row.cell.area === area) ?? [];
    const isChanged = ({ change }: typeof changes extends (area: string) => (infer Row)[] ? Row : never) =>
      change?.mean !== null && change?.mean !== 0;
    expect(changes('south').length).toBeGreaterThan(100);
    expect(changes('south').filter(isChanged)).toEqual([]);
    expect(changes('north').filter(isChanged).length).toBeGreaterThan(20);
  });

  it('have the change of all, interval and all, in the one area that changes', () => {
    const north =
      own.areas?.rows.filter(({ change, cell }) => cell.area === 'north' && (change?.mean ?? 0) !== 0) ?? [];
    const same = ['contacts', 'declined', 'decisions', 'outcomes', 'served', 'staff-hours', 'unmet'].flatMap(
      (measure) =>
        north
          .filter((row) => row.measure === measure)
          .map(({ cell: { area: _, ...cell }, change }) => {
            const key = JSON.stringify(cell);
            const all = own.differences.find((row) => row.measure === measure && JSON.stringify(row.cell) === key);
            for (const end of ['mean', 'low', 'high'] as const)
              expect(change?.[end], `${measure} ${key} ${end}`).toBeCloseTo(all?.[end] ?? Number.NaN, 6);
            return key;
          }),
    );
    expect(same.length).toBeGreaterThan(3);
  });
});

describe('what is told of areas', () => {
  it('is a section of the report and a table, with the areas by name', async () => {
    const page = await renderReport(shared);
    expect(page).toContain('<section id="areas"');
    expect(page).toContain('Northshire, 100,000 people');
    const rows = readCsv(writeTables(shared).get('areas.csv') ?? '');
    const head = rows[0] ?? [];
    expect(new Set(rows.slice(1).map((row) => row[head.indexOf('area')]))).toEqual(new Set(['north', 'south']));
  });

  it('is nothing where there is one area', async () => {
    const { areas: _, ...results } = shared;
    expect(await renderReport(results)).not.toContain('id="areas"');
    expect([...writeTables(results).keys()]).not.toContain('areas.csv');
  });

  it('is in the visit log under the names of the area', () => {
    const { worlds, seed } = planOf(towns);
    const seen = new Set<string>();
    for (const row of logRows({ worlds: worlds.slice(0, 1), seed, replication: 0 }))
      seen.add(`${row.step} at ${row.service}`);
    expect(seen).toContain('visit@south.triage at clinic@south');
    expect(seen).toContain('visit@south.treat at doctor');
  });
});

it('the shipped areas share a ward, and adopt one after another', () => {
  const cwd = fileURLToPath(new URL('../../scenarios/areas', import.meta.url));
  const family = loadFamily(['./three-areas.yaml', './three-areas-adopting.yaml'], { cwd, root: cwd });
  if (!family.ok) throw new Error(formatProblems(family.problems));
  const [before, after] = family.scenarios.map(compileWorld);
  const services = after?.epochs[0]?.tables.services.map(({ name }) => name) ?? [];
  expect(services.filter((name) => !name.includes('@'))).toEqual(['acute-beds']);
  expect(after?.areas?.map(({ name }) => name)).toEqual(['northport', 'midvale', 'southmoor']);
  const days = after?.epochs.map(({ from }) => from / 24);
  expect(before?.epochs).toHaveLength(1);
  // 4 March and 6 May 2024, from 1 January.
  expect(days).toEqual([0, 63, 126]);
});
