/** What is said of a standard that no point crosses. */
import { expect, it } from 'vitest';
import type { Tipping } from '../../src/experiment/index.js';
import { tippingAnswer } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

const fixture = resultsFixture();

const point = (at: number, mean: number, low: number, high: number) => ({
  at,
  estimate: { mean, low, high, n: 4 },
  ...{ met: 0, of: 4 },
});
const service = { ...fixture.dictionary.services[0]!, standard: { within: 1, share: 0.95, source: 'a rule' } };

function headline(points: Tipping['points']): string {
  const found: Tipping = {
    ...{ status: 'never', missed: null, at: null, low: null, high: null, points },
    ...{ present: points[1]!, again: [], reversals: [] },
  };
  const asked = {
    ...{ area: fixture.area, design: fixture.design, worlds: fixture.worlds, time: { warmUp: 0, measuredEnd: 8760 } },
    ...{ service, moved: null, streams: null, replications: 4, tolerance: 0.005 },
  };
  return tippingAnswer(found, asked).words.headline;
}

it('is not said to be missed where the runs leave that open', () => {
  const open = headline([point(0.5, 0.7, 0.3, 1), point(1, 0.6, 0.2, 1), point(1.5, 0.5, 0.1, 0.9)]);
  expect(open).toContain('neither clearly met nor clearly missed');
  expect(open).not.toContain('misses its standard');
  expect(open).toContain('but at 2 of them the interval holds the standard: more runs (--replications) would tell.');
  const missed = headline([point(0.5, 0.7, 0.6, 0.8), point(1, 0.6, 0.5, 0.7)]);
  expect(missed).toContain('misses its standard (95% within 1 hour) at every point looked at');
  expect(missed).not.toContain('hardly');
});

it('is said to hang on something else where the share hardly changes', () => {
  const flat = headline([point(0.5, 0.67, 0.6, 0.7), point(1, 0.66, 0.6, 0.7), point(1.5, 0.66, 0.6, 0.7)]);
  expect(flat).toMatch(/demand hardly changes the share \(66% to 67%, for a standard of 95%\).*--meet-standard`\./);
});
