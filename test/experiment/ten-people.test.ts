/** The worked example of docs/displacement.md: every number of it, from the scenario files through the front door. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/index.js';
import { textOf } from './support/fold.js';
import { planOf } from './support/town.js';

const plan = planOf(['baseline', 'sent-on'], { replications: 2 }, '../../docs/ten-people');
const run = await runExperiment(plan);
if (!run.ok) throw new Error('refused');
const { differences } = run.results;
/** The measured period is 72 of the 168 hours of a week. */
const WEEKS = 72 / 168;

/** What a comparison says of the 72 hours; cells of 0 left out. */
function said(measure: string): Record<string, number> {
  const rows = differences.filter((row) => row.measure === measure && row.mean !== null && row.mean !== 0);
  const hours = (mean: number) => Math.round(mean * WEEKS * 1e9) / 1e9;
  return Object.fromEntries(rows.map(({ cell, mean }) => [textOf(cell), hours(mean ?? 0)]));
}

describe('ten people', () => {
  it('differ for one cause each', () => {
    expect(said('differences')).toEqual({
      'people rule': 4,
      'people scarcity': 1,
      'people later': 2,
      'people induced': 1,
      'people same': 2,
      'background earlier': 1,
    });
    expect(said('rule-forks')).toEqual({ 'police nurse send-on': 3, 'police none:referred send-on': 1 });
    expect(said('induced')).toEqual({ 'parent-fork induced': 1, 'parent-fork net': 1 });
    expect(said('hops')).toEqual({ 'policy 1 police rule nurse': 3, 'policy 1 police rule none:referred': 1 });
  });
  it('have bystanders: one rerouted, two delayed, one patrol sooner', () => {
    expect(said('bystanders')).toEqual({
      'people rerouted': 1,
      'people later': 2,
      'people all': 10,
      'background earlier': 1,
      'background all': 1,
    });
    expect(said('bystander-visits')).toEqual({
      'nurse people delayed': 2,
      'a-and-e people added': 1,
      'police background sooner': 1,
    });
    expect(said('waiting-by-class')).toEqual({
      'police touched': -0.5,
      'police background': -1,
      'police everybody': -1.5,
      'nurse touched': 26,
      'nurse bystander': 4.5,
      'nurse everybody': 30.5,
    });
  });
  it('wait less (Dan) or more (Bea, Hal and Fay), or reach nobody any more (Eve), and nobody is missed for it', () => {
    expect(said('gains-and-losses')).toEqual({
      'village no need everyone any not-reached': 1,
      'village no need everyone any waits-less': 1,
      'village no need everyone any waits-more': 3,
      'all all all all not-reached': 1,
      'all all all all waits-less': 1,
      'all all all all waits-more': 3,
    });
  });
  it('cost what their hours and contacts cost, in prices of one year, by agency and by budget', () => {
    expect(said('cost-by-agency')).toEqual({ police: -270, nhs: 370, voluntary: 30 });
    expect(said('cost-by-budget')).toEqual({ police: -270, nhs: 120, region: 280 });
    expect(said('hours-by-budget')).toEqual({ police: -4.5, region: 1.5 });
    expect(said('contacts-by-budget')).toEqual({ nhs: 1, region: 1 });
    expect(said('contacts-by-agency')).toEqual({ police: -4, nhs: 2, voluntary: 1 });
    const levels = run.results.estimates.filter(({ measure }) => measure === 'cost-by-budget');
    expect(levels.map(({ world, cell, mean }) => [world, textOf(cell), Math.round((mean ?? 0) * WEEKS)])).toEqual([
      ['ten-people', 'police', 540],
      ['ten-people', 'nhs', 600],
      ['sent-on', 'police', 270],
      ['sent-on', 'nhs', 720],
      ['sent-on', 'region', 280],
    ]);
  });
  it('free hours that are absorbed or spare', () => {
    expect(said('supply-ledger')).toEqual({
      'police freed': 7,
      'police bystander': 2.5,
      'police spare': 4.5,
      'nurse freed': -6,
      'nurse bystander': -1,
      'nurse spare': -5,
      'a-and-e bystander': 2,
      'a-and-e spare': -2,
      'partner freed': -1.5,
      'partner spare': -1.5,
    });
    expect(said('hours-change')).toEqual({
      'police stretched': 2.5,
      'police dropped': 7,
      'police change': -4.5,
      'nhs stretched': -1,
      'nhs added': 8,
      'nhs change': 7,
      'voluntary added': 1.5,
      'voluntary change': 1.5,
    });
  });
  it('request hours that are served, unmet or censored', () => {
    expect(said('demand-ledger')).toEqual({
      'police touched requested': -7,
      'police touched served': -7,
      'police everybody requested': -7,
      'police everybody served': -7,
      'police everybody holding': 2.5,
      'nurse touched requested': 9,
      'nurse touched served': 6,
      'nurse touched censored': 3,
      'nurse everybody requested': 8,
      'nurse everybody served': 5,
      'nurse everybody censored': 3,
      'nurse everybody sought-again': 1,
      'a-and-e everybody requested': 2,
      'a-and-e everybody served': 2,
      'partner touched requested': 1.5,
      'partner touched served': 1.5,
      'partner everybody requested': 1.5,
      'partner everybody served': 1.5,
    });
    expect(said('hours-matrix')).toEqual({
      'police nurse': 4,
      'new-work nurse': 2,
      'police none': 3,
      'new-work partner': 1.5,
    });
  });
  it('displace more hours than they free', () => {
    const ratio = differences.filter(
      ({ measure, cell }) => measure === 'displacement-ratio' && cell.agency === 'police',
    );
    expect(Object.fromEntries(ratio.map(({ cell, mean }) => [textOf(cell), mean]))).toEqual({
      'police gross requested': 10.5 / 7,
      'police gross served': 7.5 / 7,
      'police net requested': 11.5 / 4.5,
      'police net served': 8.5 / 4.5,
    });
  });
  it('stand in the document as they are here', () => {
    const page = readFileSync(fileURLToPath(new URL('../../docs/displacement.md', import.meta.url)), 'utf8');
    for (const number of ['10.5 / 7 = 1.5', '7.5 / 7 = 1.07', '11.5 / 4.5 = 2.56', '8.5 / 4.5 = 1.89'])
      expect(page).toContain(number);
  });
});
