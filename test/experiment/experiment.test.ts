/** Whole experiments on a small town, from scenario files to Results. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Cell,
  comparisons,
  measures,
  type Plan,
  type Results,
  runExperiment,
  weekly,
} from '../../src/experiment/index.js';
import { InvariantError } from '../../src/sim/index.js';
import { textOf } from './support/fold.js';
import { deadlock } from './support/members.js';
import { planOf } from './support/town.js';

/** Runs a plan that is not refused. */
async function resultsOf(plan: Plan): Promise<Results> {
  const experiment = await runExperiment(plan);
  if (!experiment.ok) throw new Error(JSON.stringify(experiment.problems));
  return experiment.results;
}

/** Rows about one world, as bytes. */
function bytesOf(results: Results, world: string): string {
  const own = (rows: readonly { readonly world: string }[]) => rows.filter((row) => row.world === world);
  return JSON.stringify([own(results.estimates), own(results.differences), own(results.ledger)]);
}

let all: Results;
beforeAll(async () => {
  all = await resultsOf(planOf(['town', 'diverted', 'null']));
});

describe('Results', () => {
  it('name the worlds, the design and the dictionary', () => {
    expect(all.baseline).toBe('town');
    expect(all.worlds.map(({ id }) => id)).toEqual(['town', 'diverted', 'null']);
    expect(all.design).toMatchObject({ warmUp: 168, measured: 672, followUp: 168, seed: 'town' });
    expect(all.design.replications).toMatchObject({ requested: 3, completed: 3 });
    expect(all.dictionary.measures.map(({ id }) => id)).toEqual(
      [...measures, ...comparisons, ...weekly].map(({ id }) => id),
    );
    expect(all.dictionary.services.map(({ id }) => id)).toEqual(['desk', 'police', 'crisis-team', 'suite']);
    expect(all.warnings).toEqual([
      expect.stringMatching(/^Nearly always full/),
      expect.stringMatching(/^Fewer than 10 events/),
    ]);
  });
  it('are plain data that JSON keeps', () => expect(JSON.parse(JSON.stringify(all))).toEqual(all));
  it('use only measures and cells that the dictionary knows', () => {
    const entries = new Map(all.dictionary.measures.map((entry) => [entry.id, entry]));
    for (const { measure, cell } of [...all.estimates, ...all.differences])
      expect(Object.keys(cell)).toEqual(entries.get(measure)?.dimensions);
    for (const { measure, cell } of all.weekly)
      expect([...Object.keys(cell), 'week']).toEqual(entries.get(measure)?.dimensions);
  });
  it('have one estimate for each cell', () => {
    const names = all.estimates.map(({ world, measure, cell }) => `${world} ${measure} ${textOf(cell)}`);
    expect(new Set(names).size).toBe(names.length);
  });
  it('add up: contacts are served, declined, or not done with', () => {
    const of = (measure: string, cell: string) =>
      all.estimates.find((row) => row.world === 'town' && row.measure === measure && textOf(row.cell) === cell)?.mean ??
      Number.NaN;
    const declined = of('declined', 'crisis-team full') + of('declined', 'crisis-team reneged');
    // Everybody who waits for the crisis team is seen or gone within the week that follows.
    expect(of('served', 'crisis-team people') + declined).toBeCloseTo(of('contacts', 'crisis-team people'), 9);
    expect(declined).toBeGreaterThan(1);
  });
  it('give every difference of a measure as the mean of one world less that of the other', () => {
    const mean = (world: string, id: string, cell: string) =>
      all.estimates.find((row) => row.world === world && row.measure === id && textOf(row.cell) === cell)?.mean;
    const rows = all.differences.filter(({ world, measure }) => world === 'diverted' && measure === 'contacts');
    expect(rows.length).toBe(8);
    for (const { measure, cell, mean: change } of rows) {
      const [after, before] = [mean('diverted', measure, textOf(cell)) ?? 0, mean('town', measure, textOf(cell)) ?? 0];
      expect(change).toBeCloseTo(after - before, 9);
    }
  });
  it('follow weeks whose measured ones average to the measure of the same name', () => {
    for (const [measure, week] of [
      ['mean-in-use', 'weekly-in-use'],
      ['mean-waiting', 'weekly-waiting'],
    ] as const)
      for (const { cell, mean } of all.estimates.filter((row) => row.world === 'town' && row.measure === measure)) {
        const line = all.weekly.find(
          (row) => row.world === 'town' && row.measure === week && row.cell.service === cell.service,
        )!;
        expect(line.mean).toHaveLength(6);
        const measured = line.mean.slice(1, 5).map((value) => value ?? Number.NaN);
        expect(measured.reduce((sum, value) => sum + value, 0) / 4).toBeCloseTo(mean ?? Number.NaN, 9);
      }
  });
  it('count in each week the contacts and the waits that the measures count in all', () => {
    const of = (measure: string, cell: string) =>
      all.estimates.find((row) => row.world === 'town' && row.measure === measure && textOf(row.cell) === cell)!.mean!;
    const line = (measure: string) =>
      all.weekly.find((row) => row.world === 'town' && row.measure === measure && row.cell.service === 'police')!.mean;
    const contacts = line('weekly-contacts').slice(1, 5).map(Number);
    expect(contacts.reduce((sum, count) => sum + count, 0) / 4).toBeCloseTo(of('contacts', 'police people'), 9);
    const waits = line('weekly-wait').slice(1, 5).map(Number);
    expect(Math.min(...waits)).toBeLessThan(of('wait-mean', 'police people'));
    expect(Math.max(...waits)).toBeGreaterThan(of('wait-mean', 'police people'));
  });
  it('count the ledger over replications', () => {
    for (const { opened, closed, inside } of all.ledger) expect(opened).toBe(closed + inside);
  });
});

/** Of those who are counted beside what differs: everybody, or those for whom nothing does. */
const isCount = (measure: string, cell: Cell) =>
  (measure === 'people-changed' && cell.kind === 'unchanged') ||
  (measure === 'bystanders' && cell.kind === 'all') ||
  (measure === 'differences' && cell.cause === 'same');

describe('a policy that does nothing', () => {
  it('changes nothing and nobody: every difference is 0, with an interval of no width', () => {
    const rows = all.differences.filter(({ world }) => world === 'null');
    const unchanged = rows.filter(({ measure, cell }) => measure === 'people-changed' && cell.kind === 'unchanged');
    expect(unchanged[0]?.mean).toBeGreaterThan(100);
    const others = rows.filter(({ measure, cell }) => !isCount(measure, cell));
    expect(others.length).toBeGreaterThan(500);
    for (const { measure, cell, mean, low, high } of others)
      expect([measure, textOf(cell), mean ?? 0, low ?? 0, high ?? 0]).toEqual([measure, textOf(cell), 0, 0, 0]);
    expect(others.some(({ measure }) => measure === 'rule-forks')).toBe(false);
  });
  it('while one that does something parts people where its rule says', () => {
    const forks = all.differences.filter(({ world, measure }) => world === 'diverted' && measure === 'rule-forks');
    expect(forks.map(({ cell }) => cell)).toEqual([{ from: 'police', to: 'crisis-team', policy: 'divert' }]);
    expect(forks[0]?.low).toBeGreaterThan(20);
  });
  it('and its hours close: stretched + added - dropped = change, which is the difference of staff hours', () => {
    for (const agency of ['police', 'health']) {
      const of = (kind: string) =>
        all.differences.find(
          ({ world, measure, cell }) =>
            world === 'diverted' && measure === 'hours-change' && cell.agency === agency && cell.kind === kind,
        )?.mean ?? Number.NaN;
      const hours = all.differences.find(
        ({ world, measure, cell }) => world === 'diverted' && measure === 'staff-hours' && cell.agency === agency,
      )?.mean;
      expect(of('stretched') + of('added') - of('dropped')).toBeCloseTo(of('change'), 9);
      expect(of('change')).toBeCloseTo(hours ?? Number.NaN, 9);
      expect(of('dropped')).toBeGreaterThan(1);
    }
  });
});

describe('what one world says', () => {
  it('does not depend on which others are run beside it', async () => {
    const two = await resultsOf(planOf(['town', 'diverted']));
    const other = await resultsOf(planOf(['town', 'more-police', 'diverted']));
    for (const world of ['town', 'diverted']) {
      expect(bytesOf(two, world)).toBe(bytesOf(all, world));
      expect(bytesOf(other, world)).toBe(bytesOf(all, world));
    }
    expect(other.dictionary.services.map(({ id }) => id)).toEqual(['desk', 'police', 'crisis-team', 'suite', 'choir']);
  });
  it('does not depend on a service that nobody uses', async () => {
    const unused = await resultsOf(planOf(['unused', 'town']));
    const rowsOf = (results: Results, world: string) =>
      results.estimates
        .filter((row) => row.world === world && row.cell.service !== 'choir')
        .map(({ world: _, ...row }) => row);
    expect(rowsOf(unused, 'unused')).toEqual(rowsOf(all, 'town'));
    // Nobody uses the choir; that its four singers are on duty no more is all there is to tell.
    const changed = unused.differences
      .filter(({ mean, measure, cell }) => (mean ?? 0) !== 0 && !isCount(measure, cell))
      .map(({ measure, cell, mean }) => [measure, cell, mean]);
    expect(changed).toEqual([['duty-hours', { service: 'choir' }, -4 * 168]]);
  });
  it('depends on the seed', async () => {
    const other = await resultsOf(planOf(['town'], { seed: 'another' }));
    expect(bytesOf(other, 'town')).not.toBe(bytesOf(all, 'town'));
  });
});

describe('the work', () => {
  it('tells how far it is', async () => {
    const told: [number, number][] = [];
    await runExperiment(planOf(['town'], { onProgress: (done, total) => told.push([done, total]) }));
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
  it('keeps the replications that were completed when it is interrupted', async () => {
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done === 2) stop.abort();
    };
    const cut = await resultsOf(planOf(['town', 'diverted'], { replications: 50, onProgress, signal: stop.signal }));
    expect(cut.design.replications).toMatchObject({ requested: 50, completed: 2 });
    expect(cut.warnings[0]).toContain('2 of 50 replications');
    const whole = await resultsOf(planOf(['town', 'diverted'], { replications: 2 }));
    for (const world of ['town', 'diverted']) expect(bytesOf(cut, world)).toBe(bytesOf(whole, world));
  });
  it('resolves with nothing when it is interrupted at once', async () => {
    const cut = await resultsOf(planOf(['town'], { signal: AbortSignal.abort() }));
    expect(cut.design.replications.completed).toBe(0);
    expect(cut.estimates.every(({ mean, n }) => mean === null && n === 0)).toBe(true);
  });
  it('throws what a replication finds wrong, and says in which', async () => {
    const plan = { ...planOf(['town']), worlds: [deadlock()] };
    await expect(runExperiment(plan)).rejects.toThrow(/^replication 0: .*gridlock/i);
    await expect(runExperiment(plan)).rejects.toBeInstanceOf(InvariantError);
  });
  it('warns that one replication has no interval', async () => {
    const one = await resultsOf(planOf(['town'], { replications: 1 }));
    expect(one.warnings).toEqual(['One replication gives no interval: run at least two.']);
    expect(one.estimates.every(({ low, high }) => low === null && high === null)).toBe(true);
  });
});

describe('the catalogue', () => {
  it('says what every measure and comparison is', () => {
    for (const entry of [...measures, ...comparisons, ...weekly]) {
      expect(entry.description.endsWith('.')).toBe(true);
      expect(['lower', 'higher', 'neither']).toContain(entry.better);
    }
  });
});
