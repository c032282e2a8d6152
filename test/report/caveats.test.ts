/** What the caveats beside the headline say of many differences. */
import { expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { caveats } from '../../src/report/caveats.js';
import { Figures } from '../../src/report/figures.js';
import { harmsOf } from '../../src/report/harm.js';
import { placeholdersOf } from '../../src/report/inputs.js';
import { WAITING_GROUPS, waitingServices } from '../../src/report/waiting.js';
import { resultsFixture } from '../support/results-fixture.js';

const fixture = resultsFixture();

const said = (results: Results) => caveats(new Figures(results)).filter((line) => line.startsWith('Clear is said of'));

it('counts the differences that were looked at, of every kind, and how many would look clear by luck', () => {
  const figures = new Figures(fixture);
  const looked =
    figures.policyWorlds.length *
    (WAITING_GROUPS.reduce((sum, group) => sum + waitingServices(figures, group).length, 0) +
      new Set(fixture.dictionary.services.flatMap(({ agency, staff }) => (staff ? [agency] : []))).size +
      1 +
      harmsOf(figures).length);
  expect(looked).toBeGreaterThan(2);
  const [line = '', ...more] = said(fixture);
  expect(more).toEqual([]);
  expect(line).toContain(
    `Of ${looked} differences in mean waits, staff hours and needs not met, were all truly nil, ${(looked / 20).toFixed(1)} would`,
  );
  // So many that one of them is nearly sure to: 1 - 0.95^looked rounds to 100 of 100.
  expect(0.95 ** looked).toBeLessThan(0.005);
  expect(line).toContain('at least one in nearly all such reports');
  expect(line).toMatch(/the largest tends to be overstated\.$/);
});

it('says nothing of it where there is one run, or nothing to compare with', () => {
  const { design } = fixture;
  const one = { ...fixture, design: { ...design, replications: { ...design.replications, completed: 1 } } };
  expect(said(one)).toEqual([]);
  expect(said({ ...fixture, worlds: fixture.worlds.slice(0, 1) })).toEqual([]);
});

it('names as many inputs of the weakest grade as it counts, also where worlds have different values of one', () => {
  const [baseline, policy] = fixture.worlds;
  const record = { ...baseline!.assumptions[0]!, id: 'guess', grade: 'E' as const, value: '1' };
  const worlds = [
    { ...baseline!, assumptions: [record, { ...record, id: 'other' }] },
    {
      ...policy!,
      assumptions: [
        { ...record, value: '2' },
        { ...record, id: 'other' },
      ],
    },
  ];
  const figures = new Figures({ ...fixture, worlds });
  const named = placeholdersOf(figures.results, (id) => figures.labels.worldName(id));
  expect(named).toEqual([expect.stringMatching(/^guess \(in /), expect.stringMatching(/^guess \(in /), 'other']);
  expect(new Set(named).size).toBe(3);
  expect(caveats(figures)).toContain(`${named.length} inputs of 3 are of the weakest grade used, E (placeholder).`);
});
