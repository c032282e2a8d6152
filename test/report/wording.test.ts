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
const UNCLEAR = new RegExp(`no clear difference in this model \\(95% interval ${N} to ${N}`, 'g');
const DIRECTION = /\b(fewer|longer|shorter|higher|lower)\b/g;

/** Checks each claim of a text against the interval beside it, and that no direction word stands without one. */
function agrees(text: string): void {
  for (const [, mean = '', word, low = '', high = '', again] of text.matchAll(CLEAR)) {
    expect(again).toBe(word);
    expect(number(low)).toBeGreaterThan(0);
    expect(number(mean)).toBeGreaterThanOrEqual(number(low));
    expect(number(mean)).toBeLessThanOrEqual(number(high));
  }
  for (const [, low = '', high = ''] of text.matchAll(UNCLEAR)) {
    expect(number(low)).toBeLessThanOrEqual(0);
    expect(number(high)).toBeGreaterThanOrEqual(0);
  }
  expect(text.replace(CLEAR, '').match(DIRECTION)).toBeNull();
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
    expect(caveats).toContain('Only 3 of 20 replications were completed.');
    expect(caveats).toContain('The warm-up is short.');
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
