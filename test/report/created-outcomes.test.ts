/** A net fall of needs not met does not hide an outcome that the policy creates. */
import { describe, expect, it } from 'vitest';
import { createdOutcomes } from '../../src/report/created-outcomes.js';
import { Figures } from '../../src/report/figures.js';
import { answerInWords } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

const fixture = resultsFixture();
const baseline = fixture.baseline;
const world = fixture.worlds.find(({ id }) => id !== baseline)!.id;
const need = fixture.dictionary.needs[0]!.id;
const weeks = fixture.design.measured / 168;

/** Two runs of which one outcome, with the need met or not, comes up so often a week, and in no run of the baseline. */
function created(mean: number, unmet = true) {
  const cell = { need, outcome: 'declined' };
  const change = { world, measure: 'outcomes', cell, mean, low: -0.2 * mean, high: 2.2 * mean, n: 2 };
  const less = { world, measure: 'unmet', cell: {}, mean: -120, low: -130, high: -110, n: 2 };
  const two = fixture.worlds.filter(({ id }) => id === baseline || id === world);
  const kept = <T extends { readonly measure: string; readonly world: string }>(rows: readonly T[]) =>
    rows.filter((row) => !['outcomes', 'unmet'].includes(row.measure) && two.some(({ id }) => id === row.world));
  return {
    ...fixture,
    worlds: two,
    dictionary: {
      ...fixture.dictionary,
      measures: fixture.dictionary.measures.map((each) =>
        each.id === 'outcomes' ? { ...each, unit: 'episodes a week' } : each,
      ),
      outcomes: [...fixture.dictionary.outcomes, { id: 'declined', label: 'Declined, seen by nobody', unmet }],
    },
    estimates: [...kept(fixture.estimates), change],
    differences: [...kept(fixture.differences), change, less],
  };
}

const named = (results: ReturnType<typeof created>) => createdOutcomes(new Figures(results), world);

describe('an outcome without the need met that only the policy has', () => {
  it('is named beside the net fall as what occurs, its size not settled, where its difference is not clear', () => {
    const { headline, lines } = answerInWords(created(20));
    const said =
      /some occur in runs of the policy world and in none of the baseline, their size not settled \(“not clear”\): Declined, seen by nobody \([^)]+\), 20 episodes a week \(95% interval 0 to 44\)/;
    expect(headline).toMatch(/needs not met, 120 fewer episodes a week \([^)]+\); though some occur/);
    expect(headline).toMatch(said);
    expect(lines.join('\n')).toMatch(said);
    expect([headline, ...lines].join('\n')).not.toContain('there are more of');
  });

  it('is what there is more of where its difference is clear', () => {
    const results = created(20);
    const differences = results.differences.map((row) => (row.measure === 'outcomes' ? { ...row, low: 12 } : row));
    const { headline, lines } = answerInWords({ ...results, differences });
    const said =
      /there are more of: Declined, seen by nobody \([^)]+\), 20 more episodes a week \(95% interval 12 to 44 more\), none in any run of the baseline/;
    expect(headline).toMatch(said);
    expect(lines.join('\n')).toMatch(said);
    expect([headline, ...lines].join('\n')).not.toContain('not settled');
  });

  it('is not named where ten events in all runs are not there, or where the need is met', () => {
    expect(named(created(9.9 / (2 * weeks)))).toEqual([]);
    expect(named(created(10.1 / (2 * weeks)))).toHaveLength(1);
    expect(named(created(20, false))).toEqual([]);
  });

  it('is not named where the baseline has it and the change is not clear', () => {
    const results = created(20);
    const [change] = results.differences.filter(({ measure }) => measure === 'outcomes');
    const before = { ...change!, world: baseline, mean: 1, low: 0.5, high: 1.5 };
    expect(named({ ...results, estimates: [...results.estimates, before] })).toEqual([]);
  });
});
