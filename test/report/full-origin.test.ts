/** A saving at a service that is nearly always full shows as shorter waits: a caveat. */
import { expect, it } from 'vitest';
import { answerInWords } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

const fixture = resultsFixture();
const service = fixture.dictionary.services.find(({ staff }) => staff)!;

/** The caveat where a service is so full in the baseline, and policies start from an agency. */
function caveat(mean: number, origin: string | null): string | undefined {
  const isIt = (row: { measure: string; cell: Record<string, string> }) =>
    row.measure === 'occupancy' && row.cell.service === service.id;
  const estimates = fixture.estimates.map((row) => {
    if (row.measure !== 'occupancy') return row;
    return { ...row, mean: isIt(row) && row.world === fixture.baseline ? mean : 0.5 };
  });
  const worlds = fixture.worlds.map((world) => ({
    ...world,
    policies: world.policies.map((policy) => ({ ...policy, origin })),
  }));
  return answerInWords({ ...fixture, estimates, worlds }).caveats.find((line) => line.startsWith('Nearly always full'));
}

it('is told of the agency that a policy starts from, where that is nearly always full in the baseline', () => {
  expect(caveat(0.97, service.agency)).toMatch(
    /^Nearly always full in the baseline: [^(]+ \(97% of its hours on duty in use\)\. Hours that a policy frees there go to those who wait/,
  );
  expect(caveat(0.94, service.agency)).toBeUndefined();
  expect(caveat(0.97, null)).toBeUndefined();
});
