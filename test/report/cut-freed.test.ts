/** A displacement ratio is told as too high where hours that are freed fall after the measured period. */
import { describe, expect, it } from 'vitest';
import { type Results, runExperiment } from '../../src/experiment/index.js';
import { Figures } from '../../src/report/figures.js';
import { answerInWords } from '../../src/report/index.js';
import { landingInWords } from '../../src/report/landing.js';
import { planOf } from '../experiment/support/town.js';

async function resultsOf(names: readonly string[], folder: string): Promise<Results> {
  const run = await runExperiment(planOf(names, { replications: 3 }, folder));
  if (!run.ok) throw new Error('refused');
  return run.results;
}
const LONG = '../report/long-work';
const caveat = (results: Results) =>
  answerInWords(results).caveats.filter((line) => line.startsWith('Displacement ra'));
function beside(results: Results): string {
  const figures = new Figures(results);
  return landingInWords(figures, figures.policyWorlds[0]!).find((line) => line.startsWith('Displacement from')) ?? '';
}

describe('work that moves as it is, of which an hour is requested elsewhere for each that is freed', () => {
  it('is told with how many times too high it is where it outlasts the measured period', async () => {
    const results = await resultsOf(['baseline', 'sent-on'], LONG);
    const ratio = results.differences.find(
      ({ measure, cell }) =>
        measure === 'displacement-ratio' &&
        cell.agency === 'police' &&
        cell.kind === 'gross' &&
        cell.hours === 'requested',
    );
    // 1 is the truth: what is told too high, over how many times it is so.
    const [, times = ''] = /\(about ([\d.]+) times too high: of hours freed/.exec(beside(results)) ?? [];
    expect(ratio?.mean).toBeGreaterThan(2);
    expect(ratio!.mean! / Number(times)).toBeCloseTo(1, 1);
    expect(beside(results).match(/times too high/g)).toHaveLength(2);
    expect(caveat(results)).toEqual([
      expect.stringContaining(
        `of Police in The same work with the voluntary sector about ${times} times: hours requested`,
      ),
    ]);
  });
  it('is told as it is where it is short', async () => {
    const results = await resultsOf(['short', 'short-sent-on'], LONG);
    expect(beside(results)).toContain('requested elsewhere, 1.');
    expect(beside(results)).not.toContain('too high');
    expect(caveat(results)).toEqual([]);
  });
});

it('hours held without service are hours freed, and no sign of long work', async () =>
  expect(caveat(await resultsOf(['baseline', 'sent-on'], '../../docs/ten-people'))).toEqual([]));
