/** Money in the report: who pays, each saving beside what people did not get, and what added capacity costs a year. */
import { describe, expect, it } from 'vitest';
import type { CapacityStudy, Estimate, Results } from '../../src/experiment/index.js';
import { Figures } from '../../src/report/figures.js';
import { answerInWords, capacityAnswer } from '../../src/report/index.js';
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

  it('so does every answer that tells of fewer staff hours', () => {
    const told = (results: Results) => answerInWords(results).groups[0]!.lines.join('\n');
    const beside =
      /^Beside the hours saved, staff hours that people requested and did not get: [^;]*9 more staff hours a week/m;
    expect(told(costed)).toMatch(beside);
    const risen = costed.differences.map((one) => (one.measure === 'hours-change' ? { ...one, ...around(300) } : one));
    expect(told({ ...costed, differences: risen })).not.toMatch(beside);
  });

  it('names the services whose cost nobody states, and says so where it is all of them', () => {
    expect(page(costed)).toContain('Left out of all money');
    expect(page(fixture)).toContain('the scenario states no unit costs');
  });
});

describe('what a policy puts on duty', () => {
  const exact = (mean: number): Estimate => ({ mean, low: mean, high: mean, n: 2 });
  const [line, beds, clinic, ...rest] = fixture.dictionary.services.map(({ unitCost: _, ...service }) => service);
  const cost = { budget: agency, priceYear: '2024', upratedBy: 1 };
  const comparison = (id: string, unit: string): Results['dictionary']['measures'][number] => ({
    ...entry(id, unit),
    kind: 'comparison',
  });
  const duty = (id: string | undefined, hours: number) =>
    hours === 0 ? [] : [{ world, measure: 'duty-hours', cell: { service: id ?? '' }, ...exact(hours) }];
  const billed = (measure: string, weekly: number) => [
    { world, measure: `${measure}-by-agency`, cell: { agency }, ...exact(weekly) },
    { world, measure: `${measure}-by-budget`, cell: { budget: agency }, ...exact(weekly) },
  ];
  const invested = (hours: number): Results => ({
    ...costed,
    dictionary: {
      ...costed.dictionary,
      services: [
        { ...line!, agency, unit: 'call handlers', unitCost: { ...cost, amount: 10, per: 'hour' } },
        { ...beds!, agency: other, unit: 'beds' },
        { ...clinic!, agency, unit: 'nurses', unitCost: { ...cost, amount: 100, per: 'contact' } },
        ...rest,
      ],
      measures: [
        ...costed.dictionary.measures,
        comparison('duty-hours', 'unit hours a week'),
        ...['duty-cost', 'bill'].flatMap((id) => [
          comparison(`${id}-by-agency`, 'GBP a week'),
          comparison(`${id}-by-budget`, 'GBP a week'),
        ]),
      ],
    },
    differences: [
      ...costed.differences,
      ...[...duty(line?.id, hours), ...duty(beds?.id, hours), ...duty(clinic?.id, hours / 2)],
      ...(hours === 0 ? [] : [...billed('duty-cost', 10 * hours), ...billed('bill', 10 * hours)]),
    ],
  });
  const told = (results: Results) => answerInWords(results).groups[0]!.lines.join('\n');

  it('is told with its cost a year, used or not: 336 hours x 10 GBP x 365.25 / 7 weeks = 175,320', () => {
    for (const said of [told(invested(336)), page(invested(336))]) {
      expect(said).toContain(
        ': 336 more hours of call handlers on duty a week, 175,000 GBP a year, used or not, in prices of 2024.',
      );
      expect(said).toMatch(
        /The added capacity of [^.]* \(336 more hours of beds on duty a week\) has no unit cost here and is not priced\./,
      );
      expect(said).toMatch(
        /Paid by the contact, so that changed capacity alone is not priced: [^.]* \(168 more hours of nurses/,
      );
    }
  });

  it('is said to be a mean over the measured period in a run in time, and only there', () => {
    const { design } = fixture;
    expect(told({ ...invested(336), design: { ...design, kind: 'go-live' } })).toContain('are means over the measured');
    expect(told({ ...invested(336), design: { ...design, kind: 'steady' } })).not.toContain('are means over the');
    expect(told({ ...invested(0), design: { ...design, kind: 'go-live' } })).not.toContain('are means over the');
  });

  it('is a saving where hours on duty are taken away', () => {
    expect(told(invested(-336))).toContain(
      ': 336 fewer hours of call handlers on duty a week, 175,000 GBP a year less, used or not',
    );
    expect(told(invested(-336))).toMatch(/The withdrawn capacity of [^.]* has no unit cost here/);
  });

  it('has a bill of its own in the tables of payers, exact in however few runs, beside the value of what is used', () => {
    const rows = page(invested(336)).match(/<tr>.*?<\/tr>/g) ?? [];
    const cells = rows.map((row) => [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, text]) => text));
    const bills = cells.filter((row) => row.includes('+3,360')).map((row) => row.slice(-2));
    expect(bills).toEqual([
      ['+3,360', '+3,360'],
      ['+3,360', '+3,360'],
    ]);
    // The other agency's beds have no price: nothing is known of their cost.
    expect(cells.filter((row) => row.at(-1) === '[x]' && row.at(-2) === '[x]')).toHaveLength(1);
  });

  it('is not spoken of where nothing is added', () => {
    expect(told(invested(0))).not.toMatch(/on duty a week|not priced/);
    expect(page(invested(0))).not.toMatch(/Bill|on duty a week/);
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
    unmet: [
      { added: 2, here: around(-40), agencies: [{ agency: other, change: around(9) }] },
      { added: 4, here: around(1), agencies: [{ agency: other, change: { mean: 0, low: 0, high: 0, n: 20 } }] },
    ],
  };
  const told = (unitCost: Results['dictionary']['services'][number]['unitCost']) => {
    const { unitCost: _, ...service } = fixture.dictionary.services[0]!;
    const { words, tables } = capacityAnswer(study, {
      ...{ area: fixture.area, design: fixture.design, worlds: fixture.worlds, time: { warmUp: 0, measuredEnd: 8760 } },
      service: unitCost === undefined ? service : { ...service, unitCost },
      measure: fixture.dictionary.measures[0]!,
      ...{ target: { kind: 'standard', share: 0.9 }, hours: null, hoursAdded: 84, baseYear: '2024', most: 20 },
      agencies: fixture.dictionary.agencies,
      unitsOfVisits: [2],
    });
    return { answers: words.tables[0]!.rows, unmet: words.tables[1]!, notes: words.notes, tables };
  };
  const cost = { budget: agency, priceYear: '2022', upratedBy: 1.1 };

  it('is units x hours on duty x weeks of a year x the cost of an hour, and blank without an answer', () => {
    const { answers, notes } = told({ ...cost, amount: 22, per: 'hour' });
    // 84 h x 365.25 / 7 weeks x 22 GBP = 96,426 a unit: 2 of them 192,852; 3 and 4, 289,278 and 385,704.
    expect(answers.map((row) => row.at(-2))).toEqual([
      'GBP a year, prices of 2024',
      '193,000',
      '289,000 to 386,000',
      '',
    ]);
    expect(notes.join(' ')).toMatch(/A visit takes 2 [a-z ]+: one more alone serves nobody/);
    expect(notes.join(' ')).toContain('units × 84 hours on duty a week × 22.00 GBP an hour');
  });

  it('stands beside the hours that people request and do not get, there and at every agency', () => {
    const { answers, unmet, notes, tables } = told({ ...cost, amount: 22, per: 'hour' });
    expect(answers.map((row) => row.at(-1))).toEqual([
      'unit hours a week requested here and not served, change',
      '−40 (−42 to −38)',
      'with 4: +1 (−1 to 3), not clear',
      '',
    ]);
    const [head, ...rows] = unmet.rows;
    expect(head).toContain('change');
    expect(rows.map((row) => [row[0], row[2]])).toEqual([
      ['2', '9 more staff hours a week (95% interval 7 to 11 more)'],
    ]);
    expect(notes.join(' ')).toContain('over 20 runs with the same people and luck');
    expect(tables.find(({ file }) => file === 'unmet.csv')?.rows).toEqual([
      [2, 'service', null, -40, -42, -38],
      [2, 'agency', other, 9, 7, 11],
      [4, 'service', null, 1, -1, 3],
      [4, 'agency', other, 0, 0, 0],
    ]);
  });

  it('is left out where the service has no cost of an hour', () => {
    expect(told(undefined).answers[0]).toHaveLength(5);
    expect(told(undefined).notes.join(' ')).toContain('states no unit cost of this service');
    const contact = told({ ...cost, amount: 22, per: 'contact' });
    expect(contact.answers[0]).toHaveLength(5);
    expect(contact.notes.join(' ')).toContain('not what a unit on duty costs');
  });
});
