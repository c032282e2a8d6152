/** Money in the report: who pays, each saving beside what people did not get, and what added capacity costs a year. */
import { describe, expect, it } from 'vitest';
import type { CapacityStudy, Estimate, Results } from '../../src/experiment/index.js';
import { Figures } from '../../src/report/figures.js';
import { capacityAnswer } from '../../src/report/index.js';
import { costs } from '../../src/report/sections/costs.js';
import { resultsFixture } from '../support/results-fixture.js';

const around = (mean: number): Estimate => ({ mean, low: mean - 2, high: mean + 2, n: 20 });
const fixture = resultsFixture();
const [baseline, world] = fixture.worlds.map(({ id }) => id) as [string, string];
const [agency, other] = fixture.dictionary.agencies.map(({ id }) => id) as [string, string];
const entry = (id: string, unit: string): Results['dictionary']['measures'][number] => ({
  ...{ id, label: id, unit, dimensions: ['agency'], better: 'neither' },
  ...{ description: '', kind: id === 'unmet-hours' ? 'comparison' : 'measure' },
});

/** The fixture with a cost of the first agency that falls by 300, and hours not served of the second that rise by 9. */
const costed: Results = {
  ...fixture,
  dictionary: {
    ...fixture.dictionary,
    measures: [
      ...fixture.dictionary.measures,
      entry('cost-by-agency', 'GBP a week'),
      entry('unmet-hours', 'staff hours a week'),
    ],
    costing: { baseYear: '2024', budgets: [{ id: agency, label: 'First' }] },
  },
  estimates: [
    ...fixture.estimates,
    { world: baseline, measure: 'cost-by-agency', cell: { agency }, ...around(5000) },
    { world, measure: 'cost-by-agency', cell: { agency }, ...around(4700) },
  ],
  differences: [
    ...fixture.differences,
    { world, measure: 'cost-by-agency', cell: { agency }, ...around(-300) },
    { world, measure: 'unmet-hours', cell: { agency: other }, ...around(9) },
  ],
};
const page = (results: Results) => costs(new Figures(results)).markup.replace(/\s+/g, ' ');

describe('who pays', () => {
  it('tells a lower cost with the hours that people requested and did not get', () => {
    const said = page(costed);
    expect(said).toMatch(
      /300 GBP a week less \(95% interval 298 to 302 less\), in prices of 2024\. Beside it, (needs not met: [^;]*; )?staff hours that people requested and did not get: [^;]*9 more staff hours a week/,
    );
  });

  it('names the services whose cost nobody states, and says so where it is all of them', () => {
    expect(page(costed)).toContain('Left out of all money');
    expect(page(fixture)).toContain('the scenario states no unit costs');
  });
});

describe('what added capacity costs', () => {
  const study: CapacityStudy = {
    answers: [
      { level: 0.5, status: 'found', low: 2, high: 2, guess: 2 },
      { level: 0.8, status: 'unresolved', low: 3, high: 4, guess: 4 },
      { level: 0.95, status: 'impossible', low: 0, high: null, guess: null },
    ],
    ...{ tried: [], reversals: [], baseline: null },
  };
  const told = (unitCost: Results['dictionary']['services'][number]['unitCost']) => {
    const { unitCost: _, ...service } = fixture.dictionary.services[0]!;
    const { words } = capacityAnswer(study, {
      ...{ area: fixture.area, design: fixture.design, worlds: fixture.worlds, time: { warmUp: 0, measuredEnd: 8760 } },
      service: unitCost === undefined ? service : { ...service, unitCost },
      measure: fixture.dictionary.measures[0]!,
      ...{ target: { kind: 'standard', share: 0.9 }, hours: null, hoursAdded: 84, baseYear: '2024', most: 20 },
      unitsOfVisits: [2],
    });
    return { answers: words.tables[0]!.rows, notes: words.notes };
  };
  const cost = { budget: agency, priceYear: '2022', upratedBy: 1.1 };

  it('is units x hours on duty x weeks of a year x the cost of an hour, and blank without an answer', () => {
    const { answers, notes } = told({ ...cost, amount: 22, per: 'hour' });
    // 84 h x 365.25 / 7 weeks x 22 GBP = 96,426 a unit: 2 of them 192,852; 3 and 4, 289,278 and 385,704.
    expect(answers.map((row) => row.at(-1))).toEqual([
      'GBP a year, prices of 2024',
      '193,000',
      '289,000 to 386,000',
      '',
    ]);
    expect(notes.join(' ')).toMatch(/A visit takes 2 [a-z ]+: one more alone serves nobody/);
    expect(notes.join(' ')).toContain('units × 84 hours on duty a week × 22.00 GBP an hour');
  });

  it('is left out where the service has no cost of an hour', () => {
    expect(told(undefined).answers[0]).toHaveLength(4);
    expect(told(undefined).notes.join(' ')).toContain('states no unit cost of this service');
    const contact = told({ ...cost, amount: 22, per: 'contact' });
    expect(contact.answers[0]).toHaveLength(4);
    expect(contact.notes.join(' ')).toContain('not what a unit on duty costs');
  });
});
