/** What is published about output files is what the program generates, and what real files hold. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestShape } from '../../src/cli/manifest-shape.js';
import { publishedPages } from '../../src/cli/published.js';
import { levelRow, outcomeRow, resultsShape, visitRow } from '../../src/experiment/index.js';
import { LevelLog, type LogReader, OutcomeLog, run, seedWords, VisitLog } from '../../src/sim/index.js';
import { planOf } from '../experiment/support/town.js';
import { readCsv } from '../support/read-csv.js';
import { CAFE, THIRD_WORKER } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith } from './support/spillover.js';

const DOCS = resolve(import.meta.dirname, '../../docs');

it.each([...publishedPages()])('docs/%s is up to date (npm run docs)', (path, text) => {
  expect(readFileSync(join(DOCS, path), 'utf8')).toBe(text);
});

it('a run leaves files that obey their schemas, have the documented columns, and a whole manifest', async () => {
  const home = folderWith({ 'cafe.yaml': CAFE, 'third-worker.yaml': THIRD_WORKER });
  await here(['compare', './cafe.yaml', './third-worker.yaml', '--out', 'fixed'], home);
  const words = ['run', './cafe.yaml', '--precision', '9%', '--precision-measures', 'occupancy:cafe'];
  await here([...words, '--out', 'precise'], home);
  const read = (path: string) => JSON.parse(readFileSync(join(home, path), 'utf8'));

  for (const folder of ['fixed', 'precise']) {
    expect(resultsShape.safeParse(read(`${folder}/results.json`)).error?.issues ?? []).toEqual([]);
    expect(manifestShape.safeParse(read(`${folder}/manifest.json`)).error?.issues ?? []).toEqual([]);
  }

  // A part more or less, and they would not.
  {
    const { title: _, ...less } = read('fixed/results.json');
    expect(resultsShape.safeParse(less).success).toBe(false);
    expect(resultsShape.safeParse({ ...read('fixed/results.json'), more: 1 }).success).toBe(false);
    const manifest = read('fixed/manifest.json');
    expect(manifestShape.safeParse({ ...manifest, chance: { ...manifest.chance, generator: undefined } }).success).toBe(
      false,
    );
  }

  {
    const page = readFileSync(join(DOCS, 'data-dictionary.md'), 'utf8');
    const parts = new Map(
      page
        .split('\n## tables/')
        .slice(1)
        .map((part) => [part.split('\n')[0], part]),
    );
    const { outputs } = read('fixed/manifest.json') as { outputs: { path: string }[] };
    const tables = outputs.flatMap(({ path }) => (path.startsWith('tables/') ? [path.slice('tables/'.length)] : []));
    // What of a change is rule and what scarcity is written where it was asked; areas, where there are several.
    const sometimes = ['areas.csv', 'four-arms.csv'];
    expect([...parts.keys()].filter((file) => !sometimes.includes(file ?? '')).sort()).toEqual(tables.sort());
    for (const file of sometimes) expect(parts.has(file), file).toBe(true);
    for (const file of tables) {
      const [head = []] = readCsv(readFileSync(join(home, 'fixed/tables', file), 'utf8'));
      const told = [...(parts.get(file) ?? '').matchAll(/^\| `([a-z0-9_]+)`/gm)].map(([, name]) => name);
      expect(told, file).toEqual(head);
    }
  }

  // Every item that a reader of a manifest is owed.
  {
    const { chance, replications, time, machine, scenarios, tool, outputs } = read('fixed/manifest.json');
    expect(tool.version).toMatch(/^\d/);
    for (const text of [chance.generator, chance.seed, chance.address, chance.sameInstant, replications.rule])
      expect(text).not.toBe('');
    expect(chance.sharedByWorlds).toBe(true);
    expect(time).toMatchObject({
      runLength: 504,
      warmUp: 168,
      warmUpRule: expect.stringContaining('MSER'),
      startState: expect.any(String),
    });
    expect(machine.peakMemoryBytes).toBeGreaterThan(10e6);
    expect(machine.wallSeconds).toBeGreaterThan(0);
    expect(scenarios.map(({ id }: { id: string }) => id)).toEqual(['cafe', 'third-worker']);
    expect(outputs.length).toBeGreaterThan(8);
  }
});

describe('the logs of a run', () => {
  /** Rows of a log as plain objects; times that never come as null. */
  const rows = (log: VisitLog | OutcomeLog | LevelLog): Record<string, number | null>[] => {
    const columns = Object.entries(log).filter(([name]) => name !== 'count') as [string, Float64Array][];
    return Array.from({ length: log.count }, (_, row) =>
      Object.fromEntries(columns.map(([name, column]) => [name, Number.isFinite(column[row]) ? column[row]! : null])),
    );
  };

  it('obey their schemas, row by row', () => {
    const found = { visits: 0, outcomes: 0, levels: 0 };
    const hear =
      (name: keyof typeof found, shape: typeof visitRow | typeof outcomeRow | typeof levelRow) =>
      (log: VisitLog | OutcomeLog | LevelLog) => {
        for (const row of rows(log)) {
          const { error } = shape.safeParse(row);
          if (error) throw new Error(`${name}: ${JSON.stringify(row)} ${error.message}`);
          found[name] += 1;
        }
      };
    const reader: LogReader = {
      visits: hear('visits', visitRow),
      outcomes: hear('outcomes', outcomeRow),
      levels: hear('levels', levelRow),
    };
    run(planOf(['diverted']).worlds[0]!.world, { seed: seedWords('log'), replication: 0 }, reader);
    expect(Math.min(...Object.values(found))).toBeGreaterThan(1000);
  });

  it('have the columns of their schemas', () => {
    for (const [log, shape] of [
      [new VisitLog(1), visitRow],
      [new OutcomeLog(1), outcomeRow],
      [new LevelLog(1), levelRow],
    ] as const)
      expect(
        Object.keys(log)
          .filter((name) => name !== 'count')
          .sort(),
      ).toEqual(Object.keys(shape.shape).sort());
  });
});
