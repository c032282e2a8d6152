/** Wording over random Results: no banned words; direction words only where the printed interval allows them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerInWords, renderReport, writeTables } from '../../src/report/index.js';
import { randomResults } from '../support/random-results.js';
import { resultsFixture } from '../support/results-fixture.js';

fc.configureGlobal({ seed: 20_221 });

const BANNED = /\b(proves?|proved|proven|will|significant(?:ly)?|cases?|users?|NaN|undefined|Infinity|null)\b/i;

function textOf(page: string): string {
  return page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function number(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

const N = '(−?\\d[\\d,]*(?:\\.\\d+)?)';
const CLEAR = new RegExp(
  `${N}[^;:()]*? ?(more|fewer|longer|shorter|higher|lower)\\b[^;:()]*\\(95% interval ${N} to ${N} (more|fewer|longer|shorter|higher|lower)\\)`,
  'g',
);
const UNCLEAR = new RegExp(`no clear difference in this model \\(95% interval ${N}([^)]*?) to ${N}([^)]*)\\)`, 'g');
const DIRECTION = /\b(fewer|longer|shorter|higher|lower)\b/g;

/** Checks each claim of a text against the interval beside it, and that no direction word stands without one. */
function agrees(text: string): void {
  for (const [, mean = '', word, low = '', high = '', again] of text.matchAll(CLEAR)) {
    expect(again).toBe(word);
    expect(number(low)).toBeGreaterThan(0);
    expect(number(mean)).toBeGreaterThanOrEqual(number(low));
    expect(number(mean)).toBeLessThanOrEqual(number(high));
  }
  // An interval that reaches zero has a word for each side that it is on, or begins at 0.
  for (const [, low = '', down = '', high = '', up = ''] of text.matchAll(UNCLEAR)) {
    expect(Math.min(number(low), number(high))).toBeGreaterThanOrEqual(0);
    if (number(low) > 0) {
      expect(down).toMatch(/\b(fewer|less|shorter|lower)$/);
      expect(up).toMatch(/\b(more|longer|higher)\b/);
    } else expect(down).toBe('');
  }
  expect(text.replace(CLEAR, '').replace(UNCLEAR, '').match(DIRECTION)).toBeNull();
}

describe('the answer in words', () => {
  it('obeys the wording rules for any numbers', () => {
    fc.assert(
      fc.property(randomResults, (results) => {
        const { headline, lines, caveats } = answerInWords(results);
        for (const text of [headline, ...lines, ...caveats]) {
          expect(text.match(BANNED)).toBeNull();
          agrees(text);
        }
        expect(headline).toMatch(/^Simulated/);
        expect(headline).toMatch(/grade [A-E]\.$/);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('says what the fixture holds', () => {
    const { headline, lines, caveats } = answerInWords(resultsFixture());
    expect(headline).toContain(
      'Fewer police visits: Police, 820 fewer staff hours a week (95% interval 720 to 920 fewer)',
    );
    expect(
      lines.filter((line) => line.startsWith('Talk before charge: Needs not met: no clear difference')),
    ).toHaveLength(1);
    expect(caveats.join(' ')).toContain('run-to-run noise only');
  });

  it('tells when little was checked, runs are missing, or the run warned', () => {
    const results = resultsFixture();
    const { caveats } = answerInWords({
      ...results,
      worlds: results.worlds.map((world) => ({ ...world, assurance: null })),
      design: { ...results.design, replications: { requested: 20, completed: 3, rule: 'stopped', precision: null } },
      warnings: ['The warm-up is short.'],
    });
    expect(caveats[0]).toMatch(/^Little checking: no assurance statement/);
    expect(caveats[1]).toMatch(/^Only 3 of 20 replications were completed: intervals are rough/);
    expect(caveats).toContain('The warm-up is short.');
  });
});

describe('the waits of a comparison', () => {
  it('leave no clear rise out of the headline, of people nor of background work', () => {
    const results = resultsFixture();
    const world = results.worlds[1]!.id;
    const service = results.dictionary.services[0]!.id;
    const cell = { service, group: 'background' };
    const without = <T extends { measure: string; cell: { group?: string } }>(rows: readonly T[]) =>
      rows.filter((row) => row.measure !== 'wait-mean' || row.cell.group !== 'background');
    const level = (id: string) => ({ world: id, measure: 'wait-mean', cell, mean: 1, low: 0.9, high: 1.1, n: 20 });
    const both = {
      ...results,
      estimates: [...without(results.estimates), ...results.worlds.map(({ id }) => level(id))],
      differences: [
        ...without(results.differences),
        { world, measure: 'wait-mean', cell, mean: 0.5, low: 0.4, high: 0.6, n: 20 },
      ],
    };
    const { headline, lines } = answerInWords(both);
    const count = 'mean waits of other work, 1 clear rise and 0 clear falls at 1 service';
    // Beside other policies it is counted; of one policy it is named.
    expect(headline).toContain(count);
    expect(answerInWords({ ...both, worlds: both.worlds.slice(0, 2) }).headline).toMatch(
      new RegExp(`${count}: [^,]+, 30 minutes longer \\(95% interval 24 to 36 longer\\)`),
    );
    expect(lines.filter((line) => line.includes('Other work is what services handle'))).toHaveLength(1);
    expect(lines.join('\n')).toMatch(/mean wait of other work 30 minutes longer \(95% interval 24 to 36 longer\)/);
  });

  it('are told in the headline by how many rise, and how many fall, as the lines below count them', () => {
    const { headline, lines } = answerInWords(resultsFixture());
    const [, count = ''] = /Mean waits: (.+?) with a mean wait of 30 seconds or more;/.exec(lines.join('\n')) ?? [];
    expect(count).toMatch(/^\d+ clear rises? and \d+ clear falls? at \d+ services?$/);
    expect(headline).toContain(`mean waits, ${count}`);
  });
});

describe('few replications', () => {
  const withRuns = (completed: number) => {
    const results = resultsFixture();
    const bare = <T extends { low: number | null; high: number | null }>(row: T): T =>
      completed === 1 ? { ...row, low: null, high: null } : row;
    return {
      ...results,
      estimates: results.estimates.map(bare),
      differences: results.differences.map(bare),
      design: { ...results.design, replications: { ...results.design.replications, requested: completed, completed } },
    };
  };

  it('are told in the answer and in the banner, with what cannot be concluded', async () => {
    expect(answerInWords(withRuns(2)).caveats.join(' ')).toMatch(/Only 2 replications: .* Use at least 10\./);
    expect(answerInWords(withRuns(9)).caveats.join(' ')).toMatch(/Only 9 replications/);
    expect(answerInWords(withRuns(10)).caveats.join(' ')).not.toMatch(/replications?:/);
    expect(textOf(await renderReport(withRuns(2)))).toMatch(
      /Use with care\s*: [^O]*few replications\s+(No assurance[^.]*\.\s+)?Only 2 replications/,
    );
  });

  it('of which there is one are never said to show no difference', () => {
    const { headline, lines, caveats } = answerInWords(withRuns(1));
    expect([headline, ...lines].join(' ')).not.toMatch(/no clear difference|\d (more|fewer|longer|shorter)/);
    expect(caveats.join(' ')).toMatch(/One replication: .*nothing can be concluded/);
  });
});

describe('the whole report', () => {
  it('obeys the wording rules, whatever the run holds', async () => {
    await fc.assert(
      fc.asyncProperty(randomResults, async (results) => {
        const page = await renderReport(results);
        expect(textOf(page).match(BANNED)).toBeNull();
        expect(page.match(/NaN|undefined|Infinity/)).toBeNull();
        writeTables(results);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
