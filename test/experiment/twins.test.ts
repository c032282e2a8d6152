/** The matching of twins on logs by hand: what is held, what is refused, and what does not matter. */
import { describe, expect, it } from 'vitest';
import { OutcomeBatch, VisitBatch } from '../../src/experiment/batch.js';
import { pairOf, type Side } from '../../src/experiment/pair.js';
import { followedSteps } from '../../src/experiment/reach.js';
import { type TwinEpisode, Twins } from '../../src/experiment/twins.js';
import { viewOf } from '../../src/experiment/view.js';
import { VisitTwins } from '../../src/experiment/visit-twins.js';
import { Finish, InvariantError } from '../../src/sim/index.js';
import { type OutcomeRow, outcomeLog, type VisitRow, visitLog } from './support/hand-log.js';
import { type MemberSpec, memberOf } from './support/members.js';

const spec: MemberSpec = {
  name: 'baseline',
  horizon: 168,
  services: { nurse: 2, van: 1 },
  agencies: { nurse: 'nhs', van: 'police' },
  arrivals: { visitors: { every: 1, to: 'care.see' }, work: { every: 1, to: 'rest.drive', background: true } },
  pathways: {
    care: { see: { seize: 'nurse', for: 1, then: '=done' } },
    rest: { drive: { seize: 'van', for: 1, then: '=done' } },
  },
};
const edited = { ...spec.pathways, care: { see: { seize: 'nurse', for: 2, then: '=done' } } };
const baseline = viewOf(memberOf(spec));
// The policy world lists its services the other way round.
const policy = viewOf(
  memberOf({ ...spec, name: 'policy', services: { van: 1, nurse: 2 }, pathways: edited as typeof spec.pathways }),
);
const pair = pairOf(baseline, policy);
const views = [baseline, policy];
const NURSE = [0, 1] as const;
const VAN = [1, 0] as const;

const visits = (side: Side, ...rows: VisitRow[]) => {
  const view = views[side];
  if (view === undefined) throw new Error('no such side');
  const batch = new VisitBatch(view);
  batch.read(visitLog(...rows));
  return batch;
};
const outcomes = (side: Side, ...rows: OutcomeRow[]) => {
  const view = views[side];
  if (view === undefined) throw new Error('no such side');
  const batch = new OutcomeBatch(view);
  batch.read(outcomeLog(...rows));
  return batch;
};
const held = (service: number, episode: number, hours: number, more: VisitRow = {}): VisitRow => ({
  episode,
  service,
  joined: 10,
  started: 10,
  ended: 10 + hours,
  released: 10 + hours,
  ...more,
});

describe('hours by visit', () => {
  const account = (close: number) => ({ stretched: 0, added: 0, dropped: 0, change: close });
  it('are stretched in both worlds, added in one, dropped in the other, under the name of the service', () => {
    const twins = new VisitTwins(pair);
    twins.visits(0, visits(0, held(NURSE[0], 1, 2), held(NURSE[0], 2, 3), held(VAN[0], 3, 1)));
    // Episode 1 is held an hour longer, in two stretches; 2 is not there; 4 is new; 3 is declined.
    twins.visits(
      1,
      visits(
        1,
        held(NURSE[1], 1, 1, { finish: Finish.stopped }),
        held(NURSE[1], 4, 5),
        held(NURSE[1], 1, 2, { part: 1, started: 20, released: 22 }),
        { episode: 3, service: VAN[1], joined: 10, released: 10, finish: Finish.full },
      ),
    );
    const seconds = [Float64Array.of(5 * 3600, 3600), Float64Array.of(0, 8 * 3600)];
    expect(twins.close((side) => seconds[side] ?? new Float64Array())).toEqual([
      { stretched: 3600, added: 5 * 3600, dropped: 3 * 3600, change: 3 * 3600 },
      { stretched: -3600, added: 0, dropped: 0, change: -3600 },
    ]);
  });
  it('must close to the second', () => {
    const twins = new VisitTwins(pair);
    twins.visits(0, visits(0, held(NURSE[0], 1, 2)));
    const wrong = [Float64Array.of(7201, 0), new Float64Array(2)];
    expect(() => twins.close((side) => wrong[side] ?? new Float64Array())).toThrow(InvariantError);
  });
  it('of later visits of the same episode are matched by their number', () => {
    const twins = new VisitTwins(pair);
    twins.visits(0, visits(0, held(NURSE[0], 1, 2), held(NURSE[0], 1, 4, { visit: 1 })));
    twins.visits(1, visits(1, held(NURSE[1], 1, 4, { visit: 1 }), held(NURSE[1], 1, 2)));
    expect(twins.close(() => new Float64Array(2))).toEqual([account(0), account(0)]);
  });
  it('are refused when one world has the same visit twice', () => {
    const twins = new VisitTwins(pair);
    const twice = visits(0, held(NURSE[0], 1, 2), held(NURSE[0], 1, 2));
    expect(() => twins.visits(0, twice)).toThrow(/same visit to nurse twice in baseline/);
  });
});

describe('episodes', () => {
  const told = (read: (twins: Twins) => void) => {
    const heard: TwinEpisode[] = [];
    const twins = new Twins(pair, (episode) => heard.push(episode));
    read(twins);
    twins.finish();
    return heard;
  };
  const out = (episode: number, more: OutcomeRow = {}): OutcomeRow => ({
    episode,
    opened: 10,
    closed: 12,
    outcome: 0,
    step: 2,
    ...more,
  });
  const same = (read: (twins: Twins) => void) => told(read).map(({ isSame }) => isSame);

  it('are the same whatever is handed over first, visits or outcomes, of either world', () => {
    const [own, other] = [visits(0, held(NURSE[0], 1, 2)), visits(1, held(NURSE[1], 1, 2))];
    const [end, otherEnd] = [outcomes(0, out(1)), outcomes(1, out(1))];
    expect(same((t) => [t.visits(0, own), t.outcomes(0, end), t.visits(1, other), t.outcomes(1, otherEnd)])).toEqual([
      true,
    ]);
    expect(same((t) => [t.outcomes(0, end), t.outcomes(1, otherEnd), t.visits(1, other), t.visits(0, own)])).toEqual([
      true,
    ]);
    expect(same((t) => [t.outcomes(1, otherEnd), t.visits(1, other), t.visits(0, own), t.outcomes(0, end)])).toEqual([
      true,
    ]);
  });
  it('differ by an hour, by an outcome, or by being in one world only', () => {
    const pairOfRuns = (own: VisitRow, other: VisitRow, end: OutcomeRow, otherEnd: OutcomeRow) =>
      same((t) => {
        t.visits(0, visits(0, own));
        t.outcomes(0, outcomes(0, end));
        t.visits(1, visits(1, other));
        t.outcomes(1, outcomes(1, otherEnd));
      });
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 2), out(1), out(1))).toEqual([true]);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 3), out(1), out(1))).toEqual([false]);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 2), out(1), out(1, { outcome: -1 }))).toEqual([false]);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 2), out(1), out(1, { closed: 13 }))).toEqual([false]);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(VAN[1], 1, 2), out(1), out(1))).toEqual([false]);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 2, 2), out(1), out(2))).toEqual([false, false]);
  });
  it('are refused when two have one key', () => {
    const twice = outcomes(0, out(1), out(1));
    expect(() => told((t) => t.outcomes(0, twice))).toThrow(/two episodes in baseline have the key 0{15}1/);
  });
  it('that were absorbed are none', () =>
    expect(told((t) => t.outcomes(0, outcomes(0, out(1, { absorbed: 1 }))))).toEqual([]));
  it('of background work are passed over where no edit can be met', () => {
    expect(followedSteps(pair, 'background').map((steps) => steps.some((followed) => followed === 1))).toEqual([
      false,
      false,
    ]);
    expect([...followedSteps(pair, 'people')[0]].slice(0, 2)).toEqual([1, 0]);
    const work = held(VAN[0], 1, 2, { background: 1, step: 1 });
    const end = out(1, { background: 1 });
    expect(told((t) => [t.visits(0, visits(0, work)), t.outcomes(0, outcomes(0, end))])).toEqual([]);
  });
});
