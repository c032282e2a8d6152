/** Background work of one row and of more, matched as it comes in batches: against a comparison key by key. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OutcomeBatch, VisitBatch } from '../../src/experiment/batch.js';
import { CLASSES, type Class } from '../../src/experiment/differences.js';
import { BASELINE, POLICY, pairOf, type Side } from '../../src/experiment/pair.js';
import { RowQueue, SINGLE_FLOATS, SingleHour, singleTable } from '../../src/experiment/single-rows.js';
import { Twins } from '../../src/experiment/twins.js';
import { viewOf } from '../../src/experiment/view.js';
import { Column } from '../../src/experiment/visit-columns.js';
import { VisitSums } from '../../src/experiment/visit-sums.js';
import { Finish } from '../../src/sim/index.js';
import { type OutcomeRow, outcomeLog, type VisitRow, visitLog } from './support/hand-log.js';
import { type MemberSpec, memberOf } from './support/members.js';

const spec: MemberSpec = {
  name: 'baseline',
  horizon: 168,
  services: { nurse: 2, van: 1 },
  arrivals: { work: { every: 1, to: 'rest.drive', background: true } },
  pathways: {
    rest: { drive: { seize: 'van', for: 1, then: 'see' }, see: { seize: 'nurse', for: 1, then: '=done' } },
  },
};
// The policy world lists its services the other way round.
const views = [
  viewOf(memberOf(spec)),
  viewOf(memberOf({ ...spec, name: 'policy', services: { van: 1, nurse: 2 } })),
] as const;
const pair = pairOf(...views);
const NURSE = [0, 1] as const;
const [DRIVE, SEE, LEAVE] = [0, 1, 2];

/** What is done for one piece of work in one world: hours of its visits, one after another, that the next begins at. */
interface Work {
  readonly opened: number;
  readonly hours: readonly number[];
  readonly units: number;
  /** Its first visit is at the nurse, not at the van. */
  readonly isNurse: boolean;
  readonly isKept: boolean;
  /** The worlds in which it is background work: in others it is a visitor's. */
  readonly isWork: readonly [boolean, boolean];
}

const work = fc.record({
  opened: fc.integer({ min: 10, max: 14 }),
  hours: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 0, max: 2 })) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 3 }) },
  ),
  units: fc.integer({ min: 1, max: 2 }),
  isNurse: fc.boolean(),
  isWork: fc.oneof(
    { weight: 6, arbitrary: fc.constant([true, true] as const) },
    { weight: 1, arbitrary: fc.tuple(fc.boolean(), fc.boolean()) },
  ),
  isKept: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
/** The same in both worlds, otherwise, or in one alone. */
const twins = fc.oneof(
  { weight: 3, arbitrary: work.map((one): [Work | null, Work | null] => [one, one]) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(work, fc.integer({ min: 0, max: 2 }))
      .map(([one, by]): [Work | null, Work | null] => [one, { ...one, opened: one.opened + by }]),
  },
  { weight: 2, arbitrary: fc.tuple(work, work).map(([one, two]): [Work | null, Work | null] => [one, two]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(work, fc.boolean())
      .map(([one, is]) => (is ? [one, null] : [null, one]) as [Work | null, Work | null]),
  },
);

/** Rows and outcomes of a world in the order in which they are over. */
function logOf(side: Side, all: readonly (Work | null)[]) {
  const told = all.flatMap((one, episode) => {
    if (one === null) return [];
    let at = one.opened;
    const rows = one.hours.map((hours, visit): VisitRow => {
      const [joined, ended] = [at, at + hours];
      at = ended + (one.isKept ? 1 : 0);
      const isNurse = (visit === 0) === one.isNurse;
      const isLast = visit === one.hours.length - 1;
      const service = isNurse ? NURSE[side] : 1 - NURSE[side];
      const times = { joined, started: joined, ended, released: at, requested: one.units * hours * 3600 };
      // Low words that are sought in the same places.
      return {
        keyLow: episode % 4,
        keyHigh: episode,
        background: Number(one.isWork[side]),
        step: isNurse ? SEE : DRIVE,
        service,
        units: one.units,
        visit: visit >> 1,
        finish: Finish.released,
        next: isLast ? LEAVE : isNurse ? DRIVE : SEE,
        ...times,
      };
    });
    const end: OutcomeRow = {
      keyLow: episode % 4,
      keyHigh: episode,
      background: Number(one.isWork[side]),
      opened: one.opened,
      closed: at,
      outcome: 0,
      step: LEAVE,
    };
    return [...rows.map((row) => ({ hour: row.released!, row })), { hour: at, end }];
  });
  return told.sort((a, b) => a.hour - b.hour);
}

/** What a comparison key by key says: how many are the same, later, earlier, in one world only, or go another way. */
function expected(all: readonly [Work | null, Work | null][]) {
  const counts = { same: 0, later: 0, earlier: 0, prevented: 0, induced: 0, otherwise: 0 };
  const over = ({ opened, hours, isKept }: Work) =>
    opened + hours.reduce((sum, one) => sum + one + (isKept ? 1 : 0), 0);
  for (const [one, two] of all) {
    if (one === null || two === null) counts[one === null ? 'induced' : 'prevented'] += 1;
    else if (JSON.stringify(one) === JSON.stringify(two)) counts.same += 1;
    else if (isOtherWay(one, two)) counts.otherwise += 1;
    else if (over(one) === over(two)) counts[two.opened < one.opened ? 'earlier' : 'later'] += 1;
    else counts[over(two) > over(one) ? 'later' : 'earlier'] += 1;
  }
  return counts;
}

/** Whether steps differ, or how many there are: another number of units alone is the same way. */
function isOtherWay(one: Work, two: Work): boolean {
  return one.isNurse !== two.isNurse || one.hours.length !== two.hours.length;
}

it('comes to what a comparison key by key says, however it is cut into batches', () => {
  fc.assert(
    fc.property(fc.array(twins, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (all, size) => {
      const counts = { same: 0, later: 0, earlier: 0, prevented: 0, induced: 0, otherwise: 0 };
      const sums = new VisitSums(pair.services.names.length);
      const matching = new Twins(pair, (episode) => {
        const { cause } = episode;
        counts[cause in counts ? (cause as keyof typeof counts) : 'otherwise'] += 1;
        sums.add(episode);
      });
      for (const side of [BASELINE, POLICY] as const) {
        const told = logOf(
          side,
          all.map((both) => both[side]),
        );
        for (let from = 0; from < told.length; from += size) {
          const part = told.slice(from, from + size);
          const visits = new VisitBatch(views[side]);
          visits.read(visitLog(...part.flatMap((one) => ('row' in one ? [one.row] : []))));
          matching.visits(side, visits);
          const outcomes = new OutcomeBatch(views[side]);
          outcomes.read(outcomeLog(...part.flatMap((one) => ('end' in one ? [one.end] : []))));
          matching.outcomes(side, outcomes);
        }
      }
      matching.finish();
      counts.same = matching.unchanged[0] + matching.unchanged[1];
      expect(counts).toEqual(expected(all));
      // What visits that differ come to, and those that do not, is what each world holds.
      const used = (whose: 0 | 1) =>
        all.reduce((sum, both) => {
          const one = both[whose];
          if (one === null || JSON.stringify(both[0]) === JSON.stringify(both[1])) return sum;
          return sum + one.units * one.hours.reduce((hours, hour) => hours + hour + (one.isKept ? 1 : 0), 0);
        }, 0);
      for (const side of [BASELINE, POLICY] as const) {
        const told = pair.services.names.flatMap((_, service) =>
          CLASSES.map((_, of) => sums.of(side, service, of as Class, Column.used)),
        );
        expect(told.reduce((sum, seconds) => sum + seconds, 0) / 3600).toBe(used(side));
      }
    }),
    { seed: 11, numRuns: 200 },
  );
});

it('waits in a queue in which rows are found by key and hour, and taken in any order', () => {
  const table = singleTable();
  const queue = new RowQueue(table);
  const add = (low: number, hour: number) => {
    const row = table.take(0, low, 0);
    table.floats[SINGLE_FLOATS * row + SingleHour.released] = hour;
    queue.add(row);
    return row;
  };
  for (let round = 0; round < 5; round += 1) {
    const rows = Array.from({ length: 8192 }, (_, at) => add(at % 4096, 7));
    expect(queue.isFull).toBe(true);
    expect(queue.find(0, 5, 8)).toBe(-1);
    const first = queue.find(0, 5, 7);
    expect(queue.at(first)).toBe(rows[5]);
    const second = queue.find(0, 5, 7, first + 1);
    expect(queue.at(second)).toBe(rows[4101]);
    expect(queue.find(0, 5, 7, second + 1)).toBe(-1);
    queue.take(first);
    expect(queue.find(0, 5, 7)).toBe(second);
    for (let place = queue.oldest; !queue.isEmpty; place += 1) if (queue.at(place) !== -1) queue.take(place);
    for (const row of rows) table.giveBack(row);
    expect(table.size).toBe(0);
  }
});
