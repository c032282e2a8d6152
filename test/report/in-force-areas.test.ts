/** Where areas take a policy up on days of their own, each day is told with its area. */
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { Figures } from '../../src/report/figures.js';
import { answerInWords } from '../../src/report/index.js';
import { goLiveChart } from '../../src/report/panels/go-live.js';
import { resultsFixture } from '../support/results-fixture.js';

const WEEK = 168;

/** The fixture as a go-live run of ten measured weeks in which one of three areas starts a month later, and one never. */
function apart(): Results {
  const results = resultsFixture();
  const areas = [
    { id: 'a', starts: '2024-03-04', ends: null, hours: 9 * WEEK, full: '2024-03-11' },
    { id: 'b', starts: '2024-04-01', ends: null, hours: 5 * WEEK, full: null },
    { id: 'c', starts: null, ends: null, hours: 0, full: null },
  ];
  const policy = {
    ...{ id: 'p', label: 'Declining calls', origin: null, starts: '2024-03-04', ends: null, edits: [] },
    inForce: { hours: 9 * WEEK, full: '2024-03-11', never: null, areas },
  };
  const [first, second] = results.worlds;
  return {
    ...results,
    design: { ...results.design, kind: 'go-live', measured: 10 * WEEK },
    areas: {
      list: ['a', 'b', 'c'].map((id) => ({ id, label: `Area ${id.toUpperCase()}`, population: 1000 })),
      rows: [],
    },
    worlds: [
      { ...first!, policies: [] },
      { ...second!, policies: [policy] },
    ],
  };
}

describe('areas that start apart', () => {
  it('are told each with its days in the answer and in a caveat', () => {
    const { headline, caveats } = answerInWords(apart());
    expect(headline).toContain(
      'In force by area: in Area A for 9 of the 10 measured weeks (from 4 March 2024, in full from 11 March 2024), ' +
        'in Area B for 5 of the 10 measured weeks (from 1 April 2024), in Area C not at all; figures a week are means over all 10.',
    );
    expect(caveats.join('\n')).toContain(
      'Areas differ: Declining calls is in force in Area A from 4 March 2024, in Area B from 1 April 2024, in Area C not.',
    );
  });

  it('are told so below the charts', () => {
    const chart = goLiveChart(new Figures(apart()), { id: 'w', measure: 'weekly-waiting', what: 'Waiting' });
    const notes = 'notes' in chart ? chart.notes : [chart.leftOut];
    expect(notes[0]).toBe(
      'In force: Declining calls in Area A from 4 March 2024, in Area B from 1 April 2024, in Area C not.',
    );
  });
});
