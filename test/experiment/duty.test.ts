/** What an investment is billed: hours on duty, used or not, from scenario files without any chance. */
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/index.js';
import { textOf } from './support/fold.js';
import { planOf } from './support/town.js';

const run = await runExperiment(
  planOf(['line', 'invested', 'sent', 'both', 'nothing'], { replications: 2 }, '../experiment/duty'),
);
if (!run.ok) throw new Error('refused');
const { differences } = run.results;

function said(world: string, measure: string): Record<string, number | null> {
  const rows = differences.filter((row) => row.world === world && row.measure === measure);
  return Object.fromEntries(rows.map(({ cell, mean }) => [textOf(cell), mean]));
}

describe('an investment', () => {
  it('puts hours on duty, used or not: two more units all week at 10 GBP an hour are 2 x 168 x 10 GBP a week', () => {
    expect(said('invested', 'duty-hours')).toEqual({ line: 2 * 168, clinic: 168, cafe: 2 * 16 });
    // The clinic is paid by the contact, and nobody comes; the café has no unit cost.
    expect(said('invested', 'bill-by-budget')).toEqual({ region: 2 * 168 * 10 });
    expect(said('invested', 'bill-by-agency')).toEqual({ nhs: 2 * 168 * 10 });
    expect(said('invested', 'duty-cost-by-agency')).toEqual({ nhs: 2 * 168 * 10 });
    expect(said('invested', 'duty-cost-by-budget')).toEqual({ region: 2 * 168 * 10 });
    expect(said('invested', 'cost-by-budget')).toEqual({ region: 0 });
  });

  it('is billed the hours used of a service without limit, which has no hours on duty', () => {
    expect(said('sent', 'duty-hours')).toEqual({});
    // Seven calls a week leave the line, whose hours on duty stay; the van takes two hours for each.
    expect(said('sent', 'cost-by-agency')).toEqual({ nhs: -7 * 10, council: 7 * 2 * 30 });
    expect(said('sent', 'bill-by-agency')).toEqual({ council: 7 * 2 * 30 });
    expect(said('both', 'duty-cost-by-agency')).toEqual({ nhs: 2 * 168 * 10 });
    expect(said('both', 'bill-by-agency')).toEqual({ nhs: 2 * 168 * 10, council: 7 * 2 * 30 });
  });

  it('prints nothing where it adds nothing', () => {
    expect(said('null-policy', 'cost-by-agency')).toEqual({ nhs: 0 });
    for (const measure of [
      'duty-hours',
      'duty-cost-by-agency',
      'duty-cost-by-budget',
      'bill-by-agency',
      'bill-by-budget',
    ])
      expect(said('null-policy', measure)).toEqual({});
  });
});
