/** Who gains and who loses: small numbers, and those that would give them away, are not told. */
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { Figures } from '../../src/report/figures.js';
import { missedInWords, noLongerReached } from '../../src/report/gains.js';
import { writeTables } from '../../src/report/index.js';
import { gains } from '../../src/report/sections/gains.js';
import { suppressed } from '../../src/report/small-numbers.js';
import { readCsv } from '../support/read-csv.js';
import { resultsFixture } from '../support/results-fixture.js';

describe('small numbers', () => {
  it.each([
    { counts: [30, 20, 12], hidden: [false, false, false] },
    { counts: [30, 10, 12], hidden: [false, false, false] }, // ten are the fewest that are told
    { counts: [30, 9.9, 12], hidden: [false, true, true] },
    { counts: [30, 9, 12], hidden: [false, true, true] }, // 12 goes too, else total - 30 - 12 gives 9
    { counts: [30, 9, 3], hidden: [false, true, true] }, // two at once: neither is given away
    { counts: [30, 0, 9], hidden: [true, false, true] }, // a true 0 is told, so 30 has to go
    { counts: [0, 0, 9], hidden: [false, false, true] }, // nothing else to leave out
  ])('of $counts are left out', ({ counts, hidden }) => {
    expect(suppressed(counts)).toEqual(hidden);
  });
});

const fixture = resultsFixture();
const world = fixture.worlds[1]!.id;
const need = fixture.dictionary.needs[0]!.id;
const weeks = fixture.design.measured / 168;
const row = (severity: string, perRun: number) => {
  const mean = perRun / weeks;
  const cell = { area: 'here', need, cohort: 'everybody', severity, kind: 'waits-more' };
  return { world, measure: 'gains-and-losses', cell, mean, low: mean - 1, high: mean + 1, n: 20 };
};
const results: Results = {
  ...fixture,
  dictionary: {
    ...fixture.dictionary,
    measures: [
      ...fixture.dictionary.measures,
      {
        ...{ id: 'gains-and-losses', label: 'Gains', unit: 'episodes a week', better: 'neither', kind: 'comparison' },
        ...{ dimensions: ['area', 'need', 'cohort', 'severity', 'kind'], description: '' },
      },
    ],
  },
  differences: [...fixture.differences, row('low', 900), row('middle', 400), row('high', 8)],
};

describe('who gains and who loses', () => {
  it('leaves them out of the page and of every table', () => {
    const page = gains(new Figures(results)).markup;
    expect(page.match(/<td class="number">\[c\]/g)).toHaveLength(2);
    const tables = writeTables(results);
    const [head = [], ...rows] = readCsv(tables.get('gains.csv') ?? '');
    const at = (name: string) => head.indexOf(name);
    const told = rows.map((each) => [each[at('severity')], each[at('mark')], each[at('mean')] === '']);
    expect(told).toEqual([
      ['low', '', false],
      ['middle', '[c]', true],
      ['high', '[c]', true],
    ]);
    expect(tables.get('measures.csv')).not.toContain('gains-and-losses');
  });

  it('says so where nobody does', () => {
    expect(gains(new Figures(fixture)).markup).toContain('No episode of a person gains or loses');
  });

  it('leaves the total out where it is a small number itself, and so gives the only part of it away', () => {
    const alone = row('high', 8);
    const total = { ...alone, cell: { ...alone.cell, area: 'all', need: 'all', cohort: 'all', severity: 'all' } };
    const few = { ...results, differences: [...fixture.differences, alone, total] };
    const [head = [], ...rows] = readCsv(writeTables(few).get('gains.csv') ?? '');
    expect(rows.map((each) => each[head.indexOf('mark')])).toEqual(['[c]', '[c]']);
  });
});

it('says how many reach no service any more, where that is clear, and no small number', () => {
  const told = (perRun: number, low: number, group: string) => {
    const one = row(group, perRun);
    const cell = { area: group, need: group, cohort: group, severity: group, kind: 'not-reached' };
    return noLongerReached(new Figures({ ...results, differences: [{ ...one, cell, low }] }), world);
  };
  const mean = 1300 / weeks;
  expect(told(1300, mean - 1, 'all')).toMatch(/^100\.0 episodes a week \(95% interval 99\.0 to 101\.0\)$/);
  expect(told(1300, -1, 'all')).toBeNull();
  expect(told(9, 9 / weeks - 0.1, 'all')).toBeNull();
  expect(told(1300, mean - 1, 'low')).toBeNull();
});

it('names the groups that are clearly missed only with the policy, and a larger one that is not clear, none of them small', () => {
  const missed = (severity: string, perRun: number) => {
    const one = row(severity, perRun);
    return { ...one, cell: { ...one.cell, kind: 'not-met' } };
  };
  const of = (...rows: ReturnType<typeof missed>[]) =>
    missedInWords(new Figures({ ...results, differences: rows }), world).join('');
  const told = of(missed('low', 400), missed('middle', 90), missed('high', 900), missed('grave', 200));
  expect(told).toMatch(
    /^Clearly missed only with the policy: [^;]*severity high: [^;]*; [^;]*severity low: [^;]*\. Who/,
  );
  const vague = missed('vague', 1300);
  const wide = { ...vague, low: -vague.mean, high: 3 * vague.mean };
  expect(of(missed('low', 400), wide)).toMatch(
    /^Clearly missed only with the policy: [^;]*severity low: [^;]*\. Larger, but not clear: [^;]*severity vague: 100 episodes a week \(95% interval 0 to 300\)\. Who/,
  );
  expect(of(missed('low', 400), { ...wide, mean: 1 / weeks + 10 })).not.toContain('not clear');
  // A number under ten a run is never named, nor the one that would give it away.
  expect(of(missed('low', 9), missed('high', 60))).toBe('');
  expect(of(missed('low', 9), missed('middle', 60), missed('high', 900))).not.toMatch(/severity (low|middle)/);
});
