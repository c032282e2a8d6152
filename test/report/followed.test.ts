/** The section that follows one person. */
import { describe, expect, it } from 'vitest';
import { LOOKED_AT } from '../../src/experiment/following.js';
import type { Followed, LogRow, Results } from '../../src/experiment/index.js';
import { renderReport } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

const results = resultsFixture();
const [, policyWorld] = results.worlds;
const service = results.dictionary.services[0]!.id;
const outcome = results.dictionary.outcomes[0]!.id;
const ID = 'e0000000100000002';

const row: LogRow = {
  ...{
    world: 'base',
    episode: ID,
    person: 7,
    cohort: 'adults',
    isBackground: false,
    need: null,
    severity: 'any',
    channel: null,
  },
  ...{ step: 'call.answer', kind: 'visit', decision: null, service, agency: null, units: 1, visit: 0, part: 0 },
  ...{ joined: 24, started: 24.5, serviceEnded: 25, released: 25, requestedSeconds: 1800 },
  ...{ finish: 'completed', why: null, next: null, tag: null },
};
const side = (step: string) => ({ opened: 24, closed: 25, outcome, rows: [{ ...row, step }] });
const followed: Followed = {
  world: policyWorld!.id,
  trace: {
    person: '7',
    episodes: [
      {
        id: ID,
        need: null,
        parent: null,
        sides: [side('call.answer'), side('call.<script>')],
        parting: {
          ...{ episode: ID, person: 7, isBackground: false, opened: 24, laterBy: 0, change: 'rule', whose: 'touched' },
          at: { hour: 24, policy: policyWorld!.policies[0]!.id, from: service, to: `none:${outcome}` },
        },
      },
      { id: 'e1', need: null, parent: null, sides: [side('a.same'), side('a.same')], parting: null },
    ],
  },
};

async function section(more: Partial<Results>): Promise<string> {
  const page = await renderReport({ ...results, ...more });
  return /<section id="followed"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
}

describe('Follow one person', () => {
  it('tells what parts the worlds between what they share and what follows, escapes, and says the person is synthetic', async () => {
    const text = await section({ followed: [followed] });
    expect(text).toContain(`of the ${LOOKED_AT.toLocaleString('en-GB')} with the lowest numbers`);
    expect(text).toContain('All people are synthetic: nobody real is described.');
    expect(text.indexOf('They part here by a rule of')).toBeLessThan(text.indexOf('Call: answer'));
    expect(text).toContain('Call: &lt;script&gt;');
    expect(text).toContain('1 other episode of this person went the same in both worlds.');
    expect(text).not.toContain('A: same');
  });
  it('names the policies that touched nobody', async () => {
    const text = await section({ followed: [followed] });
    expect(text).toMatch(/Nobody among them was touched by a rule: /);
    expect(await section({})).toMatch(/Nobody among them was touched by a rule: /);
    expect(await section({ worlds: results.worlds.slice(0, 1) })).toContain('Only one world was run');
  });
});
