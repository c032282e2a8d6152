/** The picture and the table of `sensitivity` call clear what the words call clear. */
import { expect, it } from 'vitest';
import type { TriedNumber } from '../../src/experiment/index.js';
import { measures } from '../../src/experiment/index.js';
import { sensitivityAnswer } from '../../src/report/sensitivity-answer.js';
import { resultsFixture } from '../support/results-fixture.js';

const estimate = (mean: number, low: number, high: number) => ({ mean, low, high, n: 3 });

it('an end in which three runs happen to agree is not clear, and one whose mean alone is zero is there', () => {
  const whole = estimate(30, 25, 35);
  const ends = (low: TriedNumber['low'], high: TriedNumber['high']) => ({
    low,
    high,
    lowAnswer: [whole],
    highAnswer: [whole],
  });
  const number = { id: 'policy.share', grade: 'E', value: '1', range: '0 to 2' };
  const tried: TriedNumber[] = [
    { ...number, ...ends([estimate(4, 4, 4)], [estimate(0, -1, 1)]) },
    { ...number, id: 'other', ...ends([estimate(0, 0, 0)], [estimate(9, 8, 10)]) },
  ];
  const watched = [{ name: 'unmet', measure: measures.find(({ id }) => id === 'unmet')!, estimate: whole }];
  const asked = { scenario: 's', baseline: 'b', replications: 3, worlds: resultsFixture().worlds };
  const { tables, chart, words } = sensitivityAnswer(tried, watched, asked);
  const { columns, rows } = tables[0]!;
  const clear = columns.findIndex(({ name }) => name === 'is_clear');
  expect(rows.map((row) => [row[0], row[4], row[clear]])).toEqual([
    ['policy.share', 'low', false],
    ['policy.share', 'high', false],
    ['other', 'low', false],
    ['other', 'high', true],
  ]);
  const { alt } = chart.panels[0]!;
  expect(alt).toContain('share, low end +4.00 in all of 3 runs, not clear');
  expect(alt).toContain('share, high end 0.0 (−1.0 to 1.0), not clear');
  expect(alt).not.toContain('other, low end');
  expect(words.tables.at(-1)!.rows.find(([id]) => id === 'policy.share')![4]).toBe('not clear');
});
