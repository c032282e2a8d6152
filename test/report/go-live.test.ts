/** The shocks of a go-live in the report: one sentence for each policy, and a table without lines that never move. */
import { describe, expect, it } from 'vitest';
import type { Recovery } from '../../src/experiment/index.js';
import { CALM_WEEKS, LEAST_TOLERANCE, TOLERANCE } from '../../src/experiment/recovery.js';
import { Figures } from '../../src/report/figures.js';
import { goLive } from '../../src/report/sections/go-live.js';
import { resultsFixture } from '../support/results-fixture.js';

const around = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half, n: 20 });
const nothing = { mean: null, low: null, high: null, n: 20 };
const of = (world: string, service: string, more: Partial<Recovery>): Recovery => ({
  ...{ world, service, firstWeek: 8, shock: around(0, 0), shockWeek: 1, tolerance: 0.5 },
  ...{ weeksToRecover: around(0, 0), excessHours: around(0, 0), ...more },
});

describe('shocks in words', () => {
  const results = resultsFixture();
  const recovery = [
    of('fewer-visits', 'crisis-team', {
      shock: around(4, 1),
      shockWeek: 3,
      weeksToRecover: { mean: 9, low: 7, high: 12, n: 20 },
    }),
    of('fewer-visits', 'custody', {}),
    of('talk-first', 'crisis-team', { shock: around(4, 5), excessHours: around(10, 20) }),
    of('open-doors', 'patrols', { shock: around(3, 1), weeksToRecover: nothing }),
  ];
  const made = goLive(new Figures({ ...results, design: { ...results.design, kind: 'go-live' }, recovery }));
  it('say the largest clear one of each policy, and when the line was back', async () => {
    const page = (await made).markup;
    expect(page).toMatch(
      /<li>Fewer police visits: the largest clear shock[^<]*4\.0 more people \(95% interval 3\.0 to 5\.0 more\) waiting in week 3 after the start; recovered: after 9 \(7 to 12\) weeks\.<\/li>/,
    );
    expect([TOLERANCE, CALM_WEEKS]).toEqual([1 / 10, 4]);
    expect(page.replaceAll(/\s+/g, ' ')).toContain(
      `mean of four weeks is at most a tenth longer than the baseline’s mean line (or than ${LEAST_TOLERANCE} people`,
    );
    expect(page).toMatch(/<li>Talk before charge: no service shows a clear shock in this model\.<\/li>/);
    expect(page).toMatch(/recovered: not before the run ends\.<\/li>/);
  });
  it('leave out lines that are the same in every week of every run, and name them', async () => {
    const page = (await made).markup;
    expect(page).toMatch(/The same line in every week of every run: [^<]*\./);
    expect(page.match(/no clear shock</g)).toHaveLength(1);
  });
});
