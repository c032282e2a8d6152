/** Where demand lands, in sentences: bystanders, displacement, and rule or scarcity. */
import { describe, expect, it } from 'vitest';
import type { Estimate, Results } from '../../src/experiment/index.js';
import { Figures } from '../../src/report/figures.js';
import { writeTables } from '../../src/report/index.js';
import { landingInWords } from '../../src/report/landing.js';
import { readCsv } from '../support/read-csv.js';
import { resultsFixture } from '../support/results-fixture.js';

const around = (mean: number): Estimate => ({ mean, low: mean - 2, high: mean + 2, n: 20 });
const fixture = resultsFixture();
const policy = fixture.worlds[1]?.id ?? '';
const asked: Results = {
  ...fixture,
  fourArms: {
    services: ['crisis-team', 'patrols'],
    effects: [
      { world: policy, measure: 'unmet', cell: {}, change: around(31), rule: around(11), scarcity: around(20) },
      {
        world: policy,
        measure: 'contacts',
        cell: { service: 'patrols', group: 'people' },
        change: around(-5),
        rule: around(-5),
        scarcity: around(0),
      },
    ],
  },
};

/** The sentences of the first policy world. */
function said(results: Results): readonly string[] {
  const figures = new Figures({
    ...results,
    worlds: results.worlds.map((world) => ({
      ...world,
      policies: world.policies.map((one) => ({ ...one, origin: 'police' })),
    })),
  });
  return landingInWords(figures, figures.policyWorlds[0] ?? figures.baseline);
}

describe('where demand lands', () => {
  it('is told with intervals, with totals, and with what it rests on', () => {
    const [bystanders = '', ratio = '', ...rest] = said(fixture);
    expect(bystanders).toMatch(/^Bystanders, .*rerouted, \d.*\(95% interval .*; later, \d.*\(95% interval/);
    expect(bystanders).toContain('depends on how the worlds are paired; in all, the largest change in the hours');
    expect(ratio).toMatch(
      /^Displacement from .*For touched visits: requested elsewhere, 0\.\d+ staff hours per hour freed \(95%/,
    );
    expect(ratio).toMatch(/For the visits of everybody: requested elsewhere, 1\.\d+ .*; served there, \d\.\d/);
    expect(rest).toEqual([]);
  });
  it('says how more can be served elsewhere than requested', () => {
    const served = (mean: number) =>
      fixture.differences.map((row) =>
        row.measure === 'displacement-ratio' && row.cell.hours === 'served' && row.cell.kind === 'gross'
          ? { ...row, mean, low: mean - 0.1, high: mean + 0.1 }
          : row,
      );
    const clause =
      'served there, 9.00 staff hours per hour freed (95% interval 8.90 to 9.10) (more than requested, since less';
    expect(said({ ...fixture, differences: served(9) })[1]).toContain(clause);
    const [touched = ''] = (said({ ...fixture, differences: served(0.1) })[1] ?? '').split('For the visits');
    expect(touched).not.toContain('more than requested');
  });
  it('says so where a ratio is not defined', () => {
    const differences = fixture.differences.map((row) =>
      row.measure === 'displacement-ratio' ? { ...row, mean: null, low: null, high: null, n: 0 } : row,
    );
    expect(said({ ...fixture, differences })[1]).toContain(
      'For touched visits: not defined, as the hours freed are not clearly more than 0. For the visits of everybody: not defined',
    );
  });
  it('splits a change into rule and scarcity where that was asked', () =>
    expect(said(asked)[2]).toBe(
      'Needs not met: 31 more episodes a week (95% interval 29 to 33 more). Of that, the doing of rules: 11 more episodes a ' +
        'week (95% interval 9 to 13 more); of scarcity at 2 services: 20 more episodes a week (95% interval 18 to 22 more).',
    ));
  it('has its table where that was asked, and none elsewhere', () => {
    expect(writeTables(fixture).has('four-arms.csv')).toBe(false);
    const [, ...rows] = readCsv(writeTables(asked).get('four-arms.csv') ?? '');
    expect(rows.map((row) => [row[2], row[3], row[4], row[6]])).toEqual([
      ['unmet', '', 'change', '31'],
      ['unmet', '', 'rule', '11'],
      ['unmet', '', 'scarcity', '20'],
      ['contacts', 'service = patrols; group = people', 'change', '-5'],
      ['contacts', 'service = patrols; group = people', 'rule', '-5'],
      ['contacts', 'service = patrols; group = people', 'scarcity', '0'],
    ]);
  });
});
