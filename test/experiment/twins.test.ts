/** The matching of twins on logs by hand: what is held, what is refused, and what does not matter. */
import { describe, expect, it } from 'vitest';
import { OutcomeBatch, VisitBatch } from '../../src/experiment/batch.js';
import { hoursChange } from '../../src/experiment/comparisons/hours-change.js';
import { pairOf, type Side } from '../../src/experiment/pair.js';
import { PairTotals } from '../../src/experiment/pair-totals.js';
import { Twins } from '../../src/experiment/twins.js';
import { viewOf } from '../../src/experiment/view.js';
import { VisitSums } from '../../src/experiment/visit-sums.js';
import { WorldTotals } from '../../src/experiment/world-totals.js';
import { Finish, InvariantError } from '../../src/sim/index.js';
import { textOf } from './support/fold.js';
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

const out = (episode: number, more: OutcomeRow = {}): OutcomeRow => ({
  episode,
  opened: 10,
  closed: 12,
  outcome: 0,
  step: 2,
  ...more,
});

describe('hours by visit', () => {
  /** Hours by agency and kind, of visits in both worlds; `tamper` changes what only the totals see. */
  const hours = (own: VisitRow[], other: VisitRow[], tamper = (_: WorldTotals) => {}) => {
    const rows = [own, other] as const;
    const sums = new VisitSums(pair.services.names.length);
    const twins = new Twins(pair, (episode) => sums.add(episode));
    const folding = hoursChange.begin(pair, twins.returns);
    const totals = [new WorldTotals(baseline), new WorldTotals(policy)] as const;
    for (const side of [0, 1] as const) {
      const batch = visits(side, ...rows[side]);
      totals[side].visits(batch);
      twins.visits(side, batch);
      const keys = [...new Set(rows[side].map(({ episode = 0 }) => episode))];
      twins.outcomes(side, outcomes(side, ...keys.map((key) => out(key))));
    }
    twins.finish();
    tamper(totals[0]);
    const weeks = policy.window.weeks;
    const told = folding.finish(new PairTotals(pair, totals, twins.unchanged, sums));
    const cells = hoursChange.cells(pair).map((cell, at) => [textOf(cell), (told[at] ?? 0) * weeks] as const);
    return Object.fromEntries(cells.filter(([, value]) => value !== 0));
  };
  it('are stretched in both worlds, added in one, dropped in the other, under the name of the service', () => {
    // Episode 1 is held an hour longer, in two stretches; 2 is not there; 4 is new; 3 is declined.
    const own = [held(NURSE[0], 1, 2), held(NURSE[0], 2, 3), held(VAN[0], 3, 1)];
    const other = [
      held(NURSE[1], 1, 1, { finish: Finish.stopped }),
      held(NURSE[1], 4, 5),
      held(NURSE[1], 1, 2, { part: 1, started: 20, released: 22 }),
      { episode: 3, service: VAN[1], joined: 10, released: 10, finish: Finish.full },
    ];
    expect(hours(own, other)).toEqual({
      'nhs stretched': 1,
      'nhs added': 5,
      'nhs dropped': 3,
      'nhs change': 3,
      'police stretched': -1,
      'police change': -1,
    });
  });
  it('must close to the second', () => {
    const leak = (totals: WorldTotals) => {
      totals.used[NURSE[0]] = 7201;
    };
    const added = [held(NURSE[1], 1, 2), held(NURSE[1], 2, 1)];
    expect(() => hours([held(NURSE[0], 1, 2)], added, leak)).toThrow(InvariantError);
    expect(() => hours([held(NURSE[0], 1, 2)], added, leak)).toThrow(/hours of nhs.* 3600, but change 3599/);
  });
  it('of later visits of the same episode are matched by their number', () => {
    const own = [held(NURSE[0], 1, 2), held(NURSE[0], 1, 4, { visit: 1 })];
    expect(hours(own, [held(NURSE[1], 1, 4, { visit: 1 }), held(NURSE[1], 1, 2)])).toEqual({});
  });
});

describe('episodes', () => {
  const told = (read: (twins: Twins) => void) => {
    const heard: string[] = [];
    const twins = new Twins(pair, ({ cause }) => heard.push(cause));
    read(twins);
    twins.finish();
    return [...heard, ...Array.from({ length: twins.unchanged[0] + twins.unchanged[1] }, () => 'same')];
  };

  it('are the same whatever is handed over first, visits or outcomes, of either world', () => {
    const [own, other] = [visits(0, held(NURSE[0], 1, 2)), visits(1, held(NURSE[1], 1, 2))];
    const [end, otherEnd] = [outcomes(0, out(1)), outcomes(1, out(1))];
    expect(told((t) => [t.visits(0, own), t.outcomes(0, end), t.visits(1, other), t.outcomes(1, otherEnd)])).toEqual([
      'same',
    ]);
    expect(told((t) => [t.outcomes(0, end), t.outcomes(1, otherEnd), t.visits(1, other), t.visits(0, own)])).toEqual([
      'same',
    ]);
    expect(told((t) => [t.outcomes(1, otherEnd), t.visits(1, other), t.visits(0, own), t.outcomes(0, end)])).toEqual([
      'same',
    ]);
  });
  it('differ by an hour, by an outcome, or by being in one world only', () => {
    const pairOfRuns = (own: VisitRow, other: VisitRow, end: OutcomeRow, otherEnd: OutcomeRow) =>
      told((t) => {
        t.visits(0, visits(0, own));
        t.outcomes(0, outcomes(0, end));
        t.visits(1, visits(1, other));
        t.outcomes(1, outcomes(1, otherEnd));
      });
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 2), out(1), out(1))).toEqual(['same']);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 3), out(1), out(1))).toEqual(['later']);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 2), out(1), out(1, { outcome: -1 }))).toEqual(['later']);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 1, 2), out(1), out(1, { closed: 11 }))).toEqual(['earlier']);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(VAN[1], 1, 2), out(1), out(1))).toEqual(['scarcity']);
    expect(pairOfRuns(held(NURSE[0], 1, 2), held(NURSE[1], 2, 2), out(1), out(2))).toEqual(['prevented', 'induced']);
  });
  it('are refused when two have one key', () => {
    const twice = outcomes(0, out(1), out(1));
    expect(() => told((t) => t.outcomes(0, twice))).toThrow(/two episodes in baseline have the key e0{15}1/);
  });
  it('that were absorbed are none', () =>
    expect(told((t) => t.outcomes(0, outcomes(0, out(1, { absorbed: 1 }))))).toEqual([]));
  it('of background work are whole, whether their visits and outcomes come together or batches apart', () => {
    const work = (service: number, more: VisitRow = {}) => held(service, 1, 2, { background: 1, step: 1, ...more });
    const others = (side: Side) => visits(side, held(NURSE[side], 9, 1, { background: 1 }));
    /** An episode is over when the last of its visits is. */
    const over = (...rows: VisitRow[]) =>
      out(1, { background: 1, closed: Math.max(...rows.map(({ released = 0 }) => released)) });
    const together = (twins: Twins, side: Side, ...rows: VisitRow[]) => {
      twins.visits(side, visits(side, ...rows));
      twins.outcomes(side, outcomes(side, over(...rows)));
    };
    /** A batch for each visit, and many others before and after. */
    const apart = (twins: Twins, side: Side, ...rows: VisitRow[]) => {
      for (const row of rows) {
        twins.visits(side, visits(side, row));
        for (let batch = 0; batch < 4; batch += 1) twins.visits(side, others(side));
      }
      twins.outcomes(side, outcomes(side, over(...rows)));
      twins.visits(side, others(side));
      twins.outcomes(side, outcomes(side, out(9, { background: 1 })));
    };
    const two = (side: Side) => [
      work(VAN[side]),
      work(NURSE[side], { step: 0, joined: 12, started: 12, ended: 14, released: 14 }),
    ];
    const once = (side: Side) => [work(VAN[side])];
    for (const rows of [once, two]) {
      expect(told((t) => [together(t, 0, ...rows(0)), together(t, 1, ...rows(1))])).toEqual(['same']);
      expect(told((t) => [apart(t, 0, ...rows(0)), apart(t, 1, ...rows(1))])).toEqual(['same', 'same']);
    }
    expect(told((t) => [together(t, 0, ...two(0)), together(t, 1, ...once(1))])).toEqual(['scarcity']);
    expect(told((t) => [together(t, 0, ...once(0)), together(t, 1, ...two(1))])).toEqual(['scarcity']);
    expect(told((t) => [apart(t, 0, ...two(0)), apart(t, 1, ...once(1))])).toEqual(['scarcity', 'scarcity']);
    expect(told((t) => [apart(t, 0, ...two(0).toReversed()), apart(t, 1, ...two(1))])).toEqual(['later', 'same']);
  });
  it('of background work count beside those of people', () => {
    const twins = new Twins(pair, () => {});
    for (const side of [0, 1] as const) {
      twins.visits(side, visits(side, held(VAN[side], 1, 2, { background: 1, step: 1 })));
      twins.outcomes(side, outcomes(side, out(1, { background: 1 })));
    }
    twins.finish();
    expect(twins.unchanged).toEqual([0, 1]);
  });
});
