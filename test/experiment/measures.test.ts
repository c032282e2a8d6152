/** Every measure on logs written by hand: the numbers expected are worked out in the comments. */
import { describe, expect, it } from 'vitest';
import { measures } from '../../src/experiment/measures/index.js';
import { viewOf } from '../../src/experiment/view.js';
import { Finish, NEVER } from '../../src/sim/index.js';
import { fold } from './support/fold.js';
import { levelLog, outcomeLog, type VisitRow, visitLog } from './support/hand-log.js';
import { memberOf } from './support/members.js';

/** Two weeks from the end of week 1 to the end of week 3, followed up for one more. */
const view = viewOf(
  memberOf({
    horizon: 672,
    warmUp: 168,
    measuredEnd: 504,
    services: { nurse: 2, ward: 3 },
    agencies: { nurse: 'nhs', ward: 'nhs' },
    rooms: ['ward'],
    standards: { nurse: 4 },
    unmet: ['lost'],
    channels: ['call', 'walk-in'],
    needs: { crisis: { unitRate: 1, rate: 1, channels: { call: { weight: 1, to: 'care.see' } } } },
    policies: ['divert'],
    pathways: {
      care: {
        see: { seize: 'nurse', for: 1 },
        both: { seize: ['nurse', 'ward'], for: 5 },
        sort: {
          branch: {
            cases: { urgent: { when: { severity: [0] }, to: '=helped' } },
            options: { stay: { weight: 1, to: '=lost' } },
          },
          reroutes: [{ policy: 'divert', edit: 'a', share: 1, to: { home: { weight: 1, to: '=lost' } } }],
        },
      },
    },
  }),
);
const [NURSE, WARD] = [0, 1];
const [SEE, BOTH, SORT] = [0, 1, 2];
/** A visit that started: joined, started, released. */
const visit = (service: number, joined: number, started: number, released: number, more: VisitRow = {}): VisitRow => ({
  service,
  joined,
  started,
  ended: released,
  released,
  ...more,
});
const folded = (id: string, ...rows: VisitRow[]) => fold(id, view, { visits: [visitLog(...rows)] });

describe('contacts, served and declined', () => {
  const rows = [
    visit(NURSE, 167.9, 168, 169), // joined before the window
    visit(NURSE, 168, 169, 170),
    visit(NURSE, 503.9, 510, 520), // joined in it, served after it
    visit(NURSE, 504, 504, 505), // joined after it
    visit(NURSE, 200, 200, 210, { background: 1, finish: Finish.stopped }),
    visit(NURSE, 200, 212, 220, { background: 1, part: 1 }), // a second stretch is no second contact
    { service: WARD, joined: 300, released: 300, finish: Finish.full },
    { service: WARD, joined: 300, released: 305, finish: Finish.reneged },
    { service: WARD, joined: 300, released: 300, finish: Finish.closed, background: 1 },
    { service: WARD, joined: 300, released: 672, finish: Finish.censoredWaiting },
  ];
  it('count visits by when they joined, once, per week', () => {
    expect(folded('contacts', ...rows)).toEqual({
      'nurse people': 2 / 2,
      'nurse background': 1 / 2,
      'ward people': 3 / 2,
      'ward background': 1 / 2,
    });
    expect(folded('served', ...rows)).toEqual({ 'nurse people': 1, 'nurse background': 0.5 });
    expect(folded('declined', ...rows)).toEqual({ 'ward full': 0.5, 'ward reneged': 0.5 });
  });
  it('do not depend on where a batch ends', () => {
    const visits = rows.map((row) => visitLog(row));
    for (const id of ['contacts', 'served', 'declined', 'staff-hours', 'unit-hours', 'wait-mean', 'stay-over'])
      expect(fold(id, view, { visits })).toEqual(folded(id, ...rows));
  });
});

describe('waits', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((wait) => visit(NURSE, 200, 200 + wait, 220));
  it('have a mean over those who started', () => {
    const later = visit(NURSE, 200, 230, 240, { part: 1 });
    const gone = { service: NURSE, joined: 200, released: 201, finish: Finish.reneged };
    expect(folded('wait-mean', ...rows, later, gone)).toEqual({ 'nurse people': [55, 10] });
  });
  it('have quantiles to half a per cent: the fifth of ten, and the ninth', () => {
    const median = folded('wait-median', ...rows)['nurse people'] as number;
    const ninth = folded('wait-p90', ...rows)['nurse people'] as number;
    expect(Math.abs(median / 5 - 1)).toBeLessThan(0.005);
    expect(Math.abs(ninth / 9 - 1)).toBeLessThan(0.005);
  });
  it('have no quantile where nobody started', () => {
    expect(folded('wait-median')['nurse people']).toBeNaN();
  });
  it('are judged against the standard, with those who gave up and without those still waiting', () => {
    const gone = { service: NURSE, joined: 200, released: 201, finish: Finish.reneged };
    const inside = { service: NURSE, joined: 200, released: 672, finish: Finish.censoredWaiting };
    const ward = visit(WARD, 200, 200, 201); // has no standard
    // 1, 2, 3 and 4 h are within 4 h, of ten who started and one who gave up.
    expect(folded('within-standard', ...rows, gone, inside, ward)).toEqual({ nurse: [4, 11] });
  });
});

describe('hours', () => {
  const rows = [
    visit(NURSE, 160, 166, 170), // 2 h inside
    visit(NURSE, 200, 200, 200.5, { units: 3, background: 1 }), // 1.5 unit hours
    visit(NURSE, 500, 500, 600), // 4 h inside
    visit(WARD, 200, 200, 210, { ended: 204 }), // 10 h, 6 of them blocked
    visit(WARD, 495, 500, 520, { ended: 503 }), // 4 h inside, 1 of them blocked
    visit(WARD, 600, 600, 601), // outside
  ];
  it('are overlaps with the window, by service and group', () => {
    expect(folded('unit-hours', ...rows)).toEqual({
      'nurse people': 6 / 2,
      'nurse background': 1.5 / 2,
      'ward people': 14 / 2,
    });
  });
  it('of staff leave rooms out and take background work in', () =>
    expect(folded('staff-hours', ...rows)).toEqual({ nhs: 7.5 / 2 }));
  it('blocked run from the end of service to release', () =>
    expect(folded('time-blocked', ...rows)).toEqual({ ward: 7 / 2 }));
  it('are whole seconds: a half second at either end is cut to the second it falls in', () => {
    const held = folded('staff-hours', visit(NURSE, 200, 200 + 0.5 / 3600, 200 + 1.5 / 3600));
    expect(held.nhs).toBeCloseTo(1 / 3600 / 2, 15);
  });
});

describe('time at a step', () => {
  const both = (service: number, more: VisitRow = {}) => visit(service, 200, 203, 213, { step: BOTH, ...more });
  const rows = [
    both(NURSE),
    both(WARD), // the same visit
    visit(NURSE, 300, 300, 304, { step: BOTH, finish: Finish.stopped }),
    visit(NURSE, 300, 310, 316, { step: BOTH, part: 1 }),
    { service: NURSE, step: BOTH, joined: 300, released: 310, finish: Finish.reneged },
    both(NURSE, { background: 1 }),
  ];
  it('is held from start to release, all stretches of a visit together', () =>
    expect(folded('time-held', ...rows)).toEqual({ 'care.both': [10 + 4 + 6, 2] }));
  it('in system runs from joining to the last release', () =>
    expect(folded('time-in-system', ...rows)).toEqual({ 'care.both': [13 + 16, 2] }));
  it('waited runs from joining to the first start', () =>
    expect(folded('step-wait', ...rows)).toEqual({ 'care.both': [3, 2] }));
  it('over a threshold is a share of those who started', () => {
    expect(folded('stay-over', ...rows)).toEqual({
      'nurse 4h people': [2, 2],
      'nurse 12h people': [2, 2],
      'nurse 24h people': [0, 2],
      'nurse 4h background': [1, 1],
      'nurse 12h background': [1, 1],
      'nurse 24h background': [0, 1],
      'ward 4h people': [1, 1],
      'ward 12h people': [1, 1],
      'ward 24h people': [0, 1],
    });
    expect(folded('stay-over-by-need', visit(WARD, 200, 200, 220, { need: 0 }), visit(WARD, 200, 200, 230))).toEqual({
      'ward crisis 4h': [1, 1],
      'ward crisis 12h': [1, 1],
      'ward crisis 24h': [0, 1],
    });
  });
  it('counts the joint visit of several services once, and those who leave at a step', () => {
    const leave = view.world.epochs[0]?.tables.steps.findIndex(({ name }) => name === 'leave.lost') ?? -1;
    const outcomes = outcomeLog(
      { step: leave, outcome: 1, closed: 300 },
      { step: leave, outcome: 1, closed: 600 },
      { step: leave, outcome: 1, closed: 300, background: 1 },
      { step: SEE, outcome: -1, closed: 300 },
    );
    const result = fold('step-entries', view, { visits: [visitLog(...rows)], outcomes: [outcomes] });
    expect(result).toEqual({ 'care.both': 3 / 2, 'leave.lost': 1 / 2 });
  });
});

describe('decisions', () => {
  const decided = (decision: number, more: VisitRow = {}): VisitRow => ({
    step: SORT,
    decision,
    service: -1,
    joined: 200,
    started: 200,
    ended: 200,
    released: 200,
    finish: Finish.decided,
    ...more,
  });
  it('are counted by case, option and reroute', () => {
    const rows = [decided(0), decided(1000), decided(1000), decided(2000), decided(0, { background: 1 })];
    expect(folded('decisions', ...rows)).toEqual({
      'care.sort urgent': 1 / 2,
      'care.sort stay': 2 / 2,
      'care.sort reroute:divert': 1 / 2,
    });
  });
  it('are not contacts', () => expect(folded('contacts', decided(0))).toEqual({}));
});

describe('episodes', () => {
  const [HELPED, LOST] = [view.world.outcomes.indexOf('helped'), view.world.outcomes.indexOf('lost')];
  const one = { need: 0, channel: 1, opened: 200, closed: 210, outcome: LOST };
  const rows = [
    one,
    { ...one, outcome: HELPED, channel: 0 },
    { ...one, outcome: -1 }, // still inside
    { ...one, opened: 100 },
    { ...one, background: 1 },
    { ...one, stock: 1 },
    { ...one, absorbed: 1, outcome: -1 },
  ];
  const of = (id: string) => fold(id, view, { outcomes: [outcomeLog(...rows)] });
  it('count where they opened in the window', () => {
    expect(of('episodes')).toEqual({ 'crisis call': 0.5, 'crisis walk-in': 1 });
    expect(of('outcomes')).toEqual({ 'crisis helped': 0.5, 'crisis lost': 0.5 });
    expect(of('unmet')).toEqual({ '': 0.5 });
  });
});

describe('levels', () => {
  const hour = (at: number, inUse: number, staffed: number, more: object = {}) => ({
    service: NURSE,
    hour: at,
    inUse: inUse * 3600,
    staffed: staffed * 3600,
    ...more,
  });
  const log = levelLog(
    hour(167, 2, 2), // before the window
    hour(168, 1, 2, { waiting: 7200 }),
    hour(336, 3, 2, { full: 3600 }), // an hour of overtime does not count as occupancy
    hour(337, 0.5, 0, { full: 3600 }), // nobody on duty
    hour(504, 2, 2),
    { ...hour(168, 5, 0), service: WARD, staffed: Number.POSITIVE_INFINITY },
  );
  const of = (id: string) => fold(id, view, { levels: [log] });
  it('make occupancy of the hours on duty', () => {
    expect(of('occupancy')).toEqual({ nurse: [3 * 3600, 4 * 3600] });
    expect(of('occupancy-by-hour')).toEqual({ 'nurse 0': [3 * 3600, 4 * 3600] });
    expect(of('full-share')).toEqual({ nurse: [3600, 7200], ward: [0, 3600] });
  });
  it('make averages over the 336 hours of the window', () => {
    expect(of('mean-in-use')).toEqual({ nurse: 4.5 / 336, ward: 5 / 336 });
    expect(of('mean-waiting')).toEqual({ nurse: 2 / 336 });
  });
});

describe('the catalogue', () => {
  it('folds an empty log into zeros and undefined quantiles', () => {
    for (const measure of measures) {
      const tracker = measure.begin(view);
      tracker.finish?.();
      const values = [...tracker.result()];
      expect(values.length).toBe(measure.cells(view).length * (measure.estimator === 'ratio' ? 2 : 1));
      expect(values.every((value) => value === 0 || (Number.isNaN(value) && measure.absent !== 0))).toBe(true);
    }
  });
  it('never counts what has no start as started', () =>
    expect(
      folded('served', { service: NURSE, joined: 200, started: NEVER, released: 210, finish: Finish.overtaken }),
    ).toEqual({}));
});

describe('waits by severity and contacts by agency', () => {
  const rows = [
    visit(NURSE, 200, 201, 202), // severity 0: waits 1
    visit(NURSE, 210, 213, 214), // severity 0: waits 3
    visit(NURSE, 300, 300.5, 301, { background: 1 }), // no person's
    visit(WARD, 300, 305, 310), // waits 5
    { service: NURSE, joined: 300, released: 300, finish: Finish.full }, // never started
  ];
  it('are of people whose visit started', () => {
    const [severity] = view.world.severities;
    expect(folded('wait-by-severity', ...rows)).toEqual({
      [`nurse ${severity}`]: [4, 2],
      [`ward ${severity}`]: [5, 1],
    });
    // Four served in two weeks, all of one agency.
    expect(folded('contacts-by-agency', ...rows)).toEqual({ nhs: 2 });
  });
});
