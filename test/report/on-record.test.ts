/** What stands behind a run: numbers of which nothing is on record, and services of which too much is asked. */
import { expect, it } from 'vitest';
import { answerInWords, renderReport } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

const results = resultsFixture();
const [first] = results.worlds;
const of = (unrecorded: readonly { from: string; count: number }[]) => ({
  ...results,
  worlds: results.worlds.map((world) => ({
    ...world,
    unrecorded: world === first ? unrecorded.slice(0, 1) : unrecorded,
  })),
});

it('one file is named, with the count, in the headline, among the caveats and beside the inputs', async () => {
  const told = of([{ from: 'county.yaml', count: 63 }]);
  const said = '63 further numbers of county.yaml are not under `parameters`: no source, grade or range is recorded.';
  const { headline, caveats } = answerInWords(told);
  expect(headline.endsWith(said)).toBe(true);
  expect(caveats).toContain(said);
  const section = (await renderReport(told)).split('id="assumptions"')[1] ?? '';
  expect(section.split('</section>')[0]).toContain(said);
});

it('several files are added up, numbers that worlds share once', () => {
  const { headline } = answerInWords(
    of([
      { from: 'county.yaml', count: 63 },
      { from: 'p.yaml', count: 1 },
    ]),
  );
  expect(headline).toContain('64 further numbers (county.yaml: 63 and p.yaml: 1) are not under');
});

it('nothing is said where everything is on record', () => {
  expect(answerInWords(results).headline).not.toContain('parameters');
});

it('a service of which more is asked than it has is named among the caveats, with the worlds', () => {
  const worlds = results.worlds.map((world) => ({
    ...world,
    ...(world === first
      ? {}
      : { overloads: [{ service: 'crisis-team', share: 1.0234, exact: world.id !== 'open-doors' }] }),
  }));
  const said = answerInWords({ ...results, worlds }).caveats.find((line) => line.includes('line grows'));
  expect(said).toMatch(
    /^Crisis resolution and home treatment team: demand is about 102% of capacity in .* and at least 102% of capacity in .*\. By simple arithmetic its line grows for as long as the run lasts, so waits depend on its length\.$/,
  );
});
