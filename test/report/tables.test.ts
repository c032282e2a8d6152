/** The tables beside a report: tidy, described, and the same numbers as the Results. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { writeTables } from '../../src/report/index.js';
import { readCsv } from '../support/read-csv.js';
import { resultsFixture } from '../support/results-fixture.js';

const fixture = resultsFixture();
const shock = { mean: 3.25, low: 2, high: 4.5, n: 20 };
/** The fixture, as a go-live would leave it. */
const results: Results = {
  ...fixture,
  recovery: [
    {
      ...{
        world: fixture.worlds[1]!.id,
        service: fixture.dictionary.services[0]!.id,
        firstWeek: 3,
        shock,
        shockWeek: 2,
      },
      ...{
        tolerance: 0.5,
        weeksToRecover: { mean: null, low: null, high: null, n: 20 },
        excessHours: { mean: 840, low: 500, high: 1180, n: 20 },
      },
    },
  ],
};
const written = writeTables(results);
const tables = new Map([...written].map(([file, text]) => [file, readCsv(text)]));

/** Rows of a table as records. */
function records(file: string): Record<string, string>[] {
  const [head = [], ...rows] = tables.get(file) ?? [];
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

describe('tables', () => {
  it('are these files', () => {
    expect([...written.keys()]).toEqual([
      'assumptions.csv',
      'costs.csv',
      'data-dictionary.csv',
      'displacement.csv',
      'go-live.csv',
      'hours.csv',
      'ledgers.csv',
      'measure-dictionary.csv',
      'measures.csv',
      'outcomes.csv',
      'services.csv',
      'warm-up.csv',
      'weekly.csv',
    ]);
  });

  it('tell of a go-live as the Results do, and leave empty when a service did not recover', () => {
    expect(records('go-live.csv')).toEqual([
      expect.objectContaining({
        first_week: '3',
        shock: '3.25',
        shock_low: '2',
        shock_week: '2',
        weeks_to_recover: '',
      }),
    ]);
    expect(writeTables(fixture).get('go-live.csv')?.split('\r\n')).toHaveLength(2);
  });

  it('have one header row of distinct plain names, and rows of its length', () => {
    for (const [file, [head = [], ...rows]] of tables) {
      expect(rows.length, file).toBeGreaterThan(0);
      expect(new Set(head).size).toBe(head.length);
      for (const name of head) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });

  it('are the same for the same Results', () => {
    expect([...writeTables(structuredClone(results))]).toEqual([...written]);
  });

  it('have every column in the data dictionary, in order, and nothing else in it', () => {
    const described = records('data-dictionary.csv').map(({ table, column }) => `${table}/${column}`);
    const columns = [...tables].flatMap(([file, [head = []]]) => head.map((name) => `${file}/${name}`));
    expect([...described].sort()).toEqual([...columns].sort());
    for (const { description, type } of records('data-dictionary.csv')) {
      expect(description).toMatch(/\.$/);
      expect(['text', 'number', 'true or false']).toContain(type);
    }
  });

  it('hold each estimate and difference of the Results once, to 12 digits', () => {
    const rows = records('measures.csv');
    const cells = new Set(
      [...results.estimates, ...results.differences].map((row) => JSON.stringify([row.world, row.measure, row.cell])),
    );
    expect(rows).toHaveLength(cells.size);
    const one = results.estimates.find(
      ({ world, measure, cell }) =>
        world === 'fewer-visits' && measure === 'wait-mean' && cell.service === 'liaison' && cell.group === 'people',
    )!;
    const found = rows.filter(
      (row) =>
        row.world === 'fewer-visits' &&
        row.measure === 'wait-mean' &&
        row.by_service === 'liaison' &&
        row.by_group === 'people',
    );
    expect(found).toHaveLength(1);
    expect(Number(found[0]!.mean)).toBe(Number(one.mean!.toPrecision(12)));
    expect(found[0]!.replications).toBe('20');
  });

  it('say clear where the interval lies on one side of zero', () => {
    const rows = records('services.csv').filter(({ difference_low }) => difference_low !== '');
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      if (row.difference_is_clear === 'true')
        expect(Number(row.difference_low) * Number(row.difference_high)).toBeGreaterThan(0);
      else expect(row.difference_is_clear).toBe('false');
    }
  });

  it('have parts of hours for every agency and policy world', () => {
    expect(records('hours.csv')).toHaveLength(8 * 3 * 4);
  });

  it('bound the rate of events of which no run had any, and nothing else', () => {
    const { id: world } = fixture.worlds[0]!;
    const { id: service } = fixture.dictionary.services[0]!;
    const nothing = { mean: 0, low: 0, high: 0, n: 20 };
    const has = (id: string) => fixture.dictionary.measures.some((measure) => measure.id === id);
    expect(['contacts', 'occupancy', 'staff-hours'].every(has)).toBe(true);
    const cells = {
      contacts: { service, group: 'people' },
      occupancy: { service },
      'staff-hours': { agency: fixture.dictionary.agencies[0]!.id },
    };
    const estimates = fixture.estimates.map((one) =>
      one.world === world && JSON.stringify(one.cell) === JSON.stringify(cells[one.measure as keyof typeof cells])
        ? { ...one, ...nothing }
        : one,
    );
    const dictionary = {
      ...fixture.dictionary,
      measures: fixture.dictionary.measures.map((one) =>
        one.id === 'contacts' ? { ...one, unit: 'contacts a week' } : one,
      ),
    };
    const [head = [], ...rows] = readCsv(writeTables({ ...fixture, dictionary, estimates }).get('measures.csv') ?? '');
    const of = (name: string, row: readonly string[]) => row[head.indexOf(name)] ?? '';
    const told = rows.filter((row) => of('none_seen_below', row) !== '');
    expect(new Set(told.map((row) => of('measure', row)))).toEqual(new Set(['contacts']));
    expect(told.every((row) => of('mean', row) === '0')).toBe(true);
    const own = told.filter((row) => of('world', row) === world && of('by_service', row) === service);
    expect(own.map((row) => of('by_group', row))).toEqual(['people']);
    // No contact in 20 runs of so many weeks: above 3 in all of them together, one would have been seen in 95 of 100 such sets.
    const weeks = 20 * (fixture.design.measured / 168);
    expect(Number(of('none_seen_below', own[0]!))).toBeCloseTo(3 / weeks, 9);
    expect(Math.exp(-3)).toBeLessThan(0.05);
  });

  it('hold reasons in full, however long', () => {
    const reason = 'word '.repeat(200).trim();
    const [world, ...others] = results.worlds;
    const long = { ...world!, assumptions: world!.assumptions.map((record) => ({ ...record, reason })) };
    const text = writeTables({ ...results, worlds: [long, ...others] }).get('assumptions.csv') ?? '';
    expect(readCsv(text).filter((row) => row.includes(reason))).toHaveLength(60);
  });

  it('have each input once, with the worlds that use it', () => {
    const inputs = records('assumptions.csv');
    expect(inputs).toHaveLength(60 + 3 * 2);
    expect(inputs.find(({ id }) => id === 'input-01')?.scenarios).toBe(
      'plain-world fewer-visits talk-first open-doors',
    );
    expect(inputs[0]?.evidence_grade).toBe('E');
    expect(inputs.at(-1)?.evidence_grade).toBe('A');
  });

  it('have every field that a log of assumptions should have, and name those that are blank', () => {
    const [header = []] = readCsv(writeTables(results).get('assumptions.csv') ?? '');
    const wanted =
      'id statement parameter value range_or_distribution unit source evidence_grade reason made_by made_on signed_off_by ' +
      'signed_off_on reliability effect_size_on_headline risk_rating scenarios review_by alternative_tried proxy_for';
    expect(wanted.split(' ').filter((name) => !header.includes(name))).toEqual([]);
    const kept = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/sensitivity.json'), 'utf8'));
    const effect = records('data-dictionary.csv').find(({ column }) => column === 'effect_size_on_headline');
    expect(effect?.description).toContain(
      `${kept.replications} runs of ${kept.time.measure} after a warm-up of ${kept.time['warm-up']}, one input at a time`,
    );
    const [first] = records('assumptions.csv');
    expect(first).toMatchObject({ source: 'assumed', made_by: 'The test suite', signed_off_by: '', unit: 'per week' });
    expect(first?.blanks).toBe('signed_off_by review_by');
  });
});
