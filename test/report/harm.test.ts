/** Harm as rates: what is told, and the grade of the hazard beside it. */
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { Figures } from '../../src/report/figures.js';
import { writeTables } from '../../src/report/index.js';
import { harm } from '../../src/report/sections/harm.js';
import { readCsv } from '../support/read-csv.js';
import { resultsFixture } from '../support/results-fixture.js';

const fixture = resultsFixture();
const [base, policy] = fixture.worlds;
const need = fixture.dictionary.needs[0]!.id;
const [cells, ward] = fixture.dictionary.services;
const entry = (id: string, dimensions: string[]) => ({
  ...{ id, label: id, unit: id.startsWith('expected') ? 'deaths expected a week' : 'hours a week', dimensions },
  ...({ better: 'lower', description: '', kind: 'measure' } as const),
});
const row = (world: string, measure: string, cell: Record<string, string>, mean: number) => ({
  ...{ world, measure, cell, mean, low: mean - 0.1, high: mean + 0.1, n: 20 },
});
/** An input of a grade that takes effect somewhere. */
const input = (id: string, grade: 'A' | 'B' | 'C' | 'E', ...usedIn: string[]) => ({
  ...base!.assumptions[0]!,
  ...{ id, grade, usedIn },
});
const results: Results = {
  ...fixture,
  worlds: fixture.worlds.map((world) => ({
    ...world,
    assumptions: [
      input('onset', 'B', `need ${need}`),
      input('stay', 'C', `service ${cells!.id}`),
      input('chance', 'E', 'step care.alone'),
      input('elsewhere', 'E', 'service other'),
    ],
  })),
  dictionary: {
    ...fixture.dictionary,
    services: fixture.dictionary.services.map((service) =>
      service === cells ? { ...service, custody: true } : service,
    ),
    measures: [
      ...fixture.dictionary.measures,
      entry('untreated-hours', ['need', 'severity']),
      entry('held-by-need', ['service', 'need']),
      entry('expected-deaths', ['need']),
      entry('expected-deaths-by-step', ['need', 'step']),
    ],
  },
  estimates: [
    ...fixture.estimates,
    row(base!.id, 'untreated-hours', { need, severity: 'higher' }, 40),
    row(base!.id, 'held-by-need', { service: cells!.id, need }, 30),
    row(base!.id, 'held-by-need', { service: ward!.id, need }, 99),
    row(base!.id, 'expected-deaths', { need }, 1.5),
    row(base!.id, 'expected-deaths-by-step', { need, step: 'care.alone' }, 1.5),
  ],
  differences: [
    ...fixture.differences,
    row(policy!.id, 'untreated-hours', { need, severity: 'higher' }, 12),
    row(policy!.id, 'held-by-need', { service: cells!.id, need }, 0.05),
    row(policy!.id, 'expected-deaths', { need }, -0.4),
  ],
};

describe('harm', () => {
  it('is told with the weakest grade of what its hazard rests on, and of custody at services that are custody', () => {
    const [head = [], ...rows] = readCsv(writeTables(results).get('harm.csv') ?? '');
    const told = (name: string) => rows.map((each) => each[head.indexOf(name)]);
    const worlds = results.worlds.length;
    const each = <Value>(...values: Value[]) => Array.from({ length: worlds }, () => values).flat();
    expect(told('harm')).toEqual(each('untreated', 'custody', 'deaths'));
    expect(told('hazard_grade')).toEqual(each('B', 'C', 'E'));
    expect(told('hazard_inputs')).toEqual(each('onset', 'stay', 'chance'));
    expect(told('service')).toEqual(each('', cells!.id, ''));
  });
  it('is told in words where it changes clearly', () => {
    const { markup } = harm(new Figures(results));
    expect(markup).toMatch(/time in line without treatment \([^)]*severity higher; hazard: grade B\), 12\.00 more/);
    expect(markup).toMatch(/deaths expected \([^)]*; hazard: grade E\), 0\.40 fewer/);
    expect(markup).not.toContain('time held in custody (');
  });
  it('tells deaths by a clock with what the hazards of its causes rest on', () => {
    const measure = 'expected-deaths-by-clock';
    const cell = { clock: 'falls+poisoned' };
    const withClock: Results = {
      ...results,
      worlds: results.worlds.map((world) => ({
        ...world,
        assumptions: [
          ...world.assumptions,
          input('fall-rate', 'B', 'clock falls'),
          input('dose', 'C', 'clock poisoned'),
        ],
      })),
      dictionary: { ...results.dictionary, measures: [...results.dictionary.measures, entry(measure, ['clock'])] },
      estimates: [...results.estimates, row(base!.id, measure, cell, 2.5)],
      differences: [...results.differences, row(policy!.id, measure, cell, 0.5)],
    };
    expect(harm(new Figures(withClock)).markup).toMatch(
      /deaths expected \(everybody at risk, by the hazard of falls and poisoned; hazard: grade C\), 0\.50 more/,
    );
    const [head = [], ...rows] = readCsv(writeTables(withClock).get('harm.csv') ?? '');
    const told = rows.find((each) => each[head.indexOf('clock')] === 'falls+poisoned') ?? [];
    expect(told[head.indexOf('hazard_inputs')]).toBe('dose');
  });
  it('says what is not there, kind by kind, or that nothing is', () => {
    const without = {
      ...results,
      estimates: results.estimates.filter(({ measure }) => !measure.startsWith('expected')),
    };
    const none = { ...without, differences: fixture.differences };
    expect(harm(new Figures(none)).markup).toContain('No deaths are told');
    expect(harm(new Figures(fixture)).markup).toContain('No harm is told');
  });
});
