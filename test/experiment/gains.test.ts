/** Who gains and who loses, and staff hours not served, of worlds in which every answer is known: a call a day for a week. */
import { describe, expect, it } from 'vitest';
import { comparisons } from '../../src/experiment/comparisons/index.js';
import { settingOf } from '../../src/experiment/folding.js';
import { replicate } from '../../src/experiment/replicate.js';
import type { Member } from '../../src/experiment/view.js';
import { seedWords } from '../../src/sim/index.js';
import type { StepSpec } from '../support/world-steps.js';
import { textOf } from './support/fold.js';
import { type MemberSpec, memberOf } from './support/members.js';

/** A call at every midnight, a nurse for an hour each; the second of two weeks is measured. */
const town = (name: string, nurses: number, see: object = {}, more: Partial<MemberSpec> = {}): MemberSpec => ({
  name,
  horizon: 504,
  warmUp: 168,
  measuredEnd: 336,
  services: { nurse: nurses },
  unmet: ['lost'],
  arrivals: { calls: { every: 24, to: 'care.see' } },
  pathways: {
    care: { see: { seize: 'nurse', for: 1, then: '=helped', ...see } as StepSpec, gone: { leave: 'lost' } },
  },
  ...more,
});
const SERVED = town('served', 1);
/** Nobody is on duty, and whoever calls gives up after two hours. */
const LOST = town('lost', 0, { patience: { after: 2, to: '=lost' } });
/** Nobody is on duty, and everybody still waits when the run ends. */
const WAITING = town('waiting', 0);

/** What a comparison says of a week; cells of 0 left out. */
function said(id: string, ...specs: readonly MemberSpec[]): Record<string, number> {
  const setting = settingOf(specs.map(memberOf) as [Member, Member]);
  const at = comparisons.findIndex((comparison) => comparison.id === id);
  const values = replicate(setting, seedWords('gains'), 0).comparisons[0]![at]!;
  const cells = comparisons[at]!.cells(setting.pairs[0]!);
  return Object.fromEntries(
    cells.flatMap((cell, place) => (values[place] === 0 ? [] : [[textOf(cell).split(' ').at(-1)!, values[place]!]])),
  );
}

describe('episodes that gain or lose', () => {
  it('lose where the need is met only in the baseline, and gain where it is only with the policy', () => {
    expect(said('gains-and-losses', SERVED, LOST)).toEqual({ 'not-met': 7 });
    expect(said('gains-and-losses', LOST, SERVED)).toEqual({ met: 7 });
  });
  it('are told by who reaches anybody where the need counts alike: nobody gains by waiting for no one', () => {
    const { care } = SERVED.pathways!;
    const arrivals = { calls: { every: 24, to: 'care.off' } };
    const ALONE = town('alone', 1, {}, { arrivals, pathways: { care: { ...care, off: { leave: 'helped' } } } });
    expect(said('gains-and-losses', SERVED, ALONE)).toEqual({ 'not-reached': 7 });
    expect(said('gains-and-losses', ALONE, SERVED)).toEqual({ reached: 7 });
    // Who gives up in line has reached nobody either.
    const TURNED = town('turned', 1, {}, { arrivals, pathways: { care: { ...care, off: { leave: 'lost' } } } });
    expect(said('gains-and-losses', LOST, TURNED)).toEqual({ 'waits-less': 7 });
  });
  it('are told by their waits alone where the end of the run cuts them: still waiting is no need met', () => {
    expect(said('gains-and-losses', LOST, WAITING)).toEqual({ 'waits-more': 7 });
    expect(said('gains-and-losses', WAITING, LOST)).toEqual({ 'waits-less': 7 });
  });
  it('are in both worlds: who comes with the policy alone neither gains nor loses', () => {
    const call = { every: 24, to: 'care.see' };
    const more = town('more', 0, {}, { arrivals: { calls: call, others: call } });
    expect(said('gains-and-losses', WAITING, more)).toEqual({});
  });
});

describe('staff hours requested and not served', () => {
  it('rise by an hour for each who gives up, and fall by as much the other way round', () => {
    expect(said('unmet-hours', SERVED, LOST)).toEqual({ agency: 7 });
    expect(said('unmet-hours', LOST, SERVED)).toEqual({ agency: -7 });
  });
  it('leave out what the end of the run cuts', () => {
    expect(said('unmet-hours', SERVED, WAITING)).toEqual({});
  });
});
