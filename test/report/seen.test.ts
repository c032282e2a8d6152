/** Mean waits are of those seen: a fall that comes of fewer being seen says so, and who still waits at the end is told. */
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { caveats } from '../../src/report/caveats.js';
import { Figures } from '../../src/report/figures.js';
import { answerInWords } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

const fixture = resultsFixture();
const [baseline, policy] = fixture.worlds.map(({ id }) => id) as [string, string];
const service = fixture.dictionary.services[0]!.id;
const cell = { service, group: 'people' };
const around = (mean: number, half = mean / 20) => ({ mean, low: mean - half, high: mean + half, n: 20 });

/** One service, with waits of ten hours that change by so much, of 100 who come in the baseline and 100 with the policy. */
function results(change: number, seen: readonly [number, number], gaveUp = 0): Results {
  const level = (measure: string, at: object, [before, after]: readonly [number, number]) => [
    { world: baseline, measure, cell: { ...at } as Record<string, string>, ...around(before) },
    { world: policy, measure, cell: { ...at } as Record<string, string>, ...around(after) },
  ];
  return {
    ...fixture,
    worlds: fixture.worlds.slice(0, 2),
    estimates: [
      ...level('wait-mean', cell, [10, 10 + change]),
      ...level('contacts', cell, [100, 100]),
      ...level('served', cell, seen),
      ...level('declined', { service, reason: 'reneged' }, [gaveUp, gaveUp]),
    ],
    differences: [{ world: policy, measure: 'wait-mean', cell, ...around(change, 1) }],
  };
}
const FEWER = 'a mean over those seen, 60% of those who came in place of 100%';

describe('a fall in a mean wait', () => {
  it('says of whom it is where fewer of those who come are seen, in the headline and among the lines', () => {
    const { headline, lines } = answerInWords(results(-4, [100, 60]));
    expect(headline).toContain(`4.0 hours shorter (95% interval 3.0 to 5.0 shorter), ${FEWER}`);
    expect(lines.filter((line) => line.includes(FEWER))).toHaveLength(1);
  });
  it('says nothing more where as many are seen, and a rise does not', () => {
    for (const told of [results(-4, [100, 99.5]), results(4, [100, 60])])
      expect(JSON.stringify(answerInWords(told))).not.toContain('a mean over those seen');
  });
});

describe('who is not seen when the run ends', () => {
  const said = (told: Results) => caveats(new Figures(told)).filter((line) => line.startsWith('Mean waits are over'));
  it('is told by service and world', () => {
    const [line = '', ...more] = said(results(-4, [98, 55], 2));
    expect(more).toEqual([]);
    expect(line).toContain(
      `, 43% in ${new Figures(fixture).labels.worldName(policy)}. Waits there are longer than told`,
    );
    expect(line).not.toContain(' in the baseline');
  });
  it('is no caveat where all are seen, are turned away or give up', () => {
    expect(said(results(-4, [100, 100]))).toEqual([]);
    expect(said(results(-4, [40, 40], 60))).toEqual([]);
  });
});
