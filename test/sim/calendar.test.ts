/** The future event list against a sorted array. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Buckets } from '../../src/sim/buckets.js';
import { Calendar } from '../../src/sim/calendar.js';

/** Bands of twelve kinds of event: some share one. */
const BANDS = Uint8Array.from([0, 1, 1, 2, 2, 3, 4, 0, 4, 3, 1, 4]);

interface Entry {
  readonly time: number;
  readonly kind: number;
  readonly subject: number;
  readonly epoch: number;
  readonly high: number;
  readonly low: number;
}

/** Time, then band, then key as unsigned words, then order of entry. */
function before(one: Entry & { order: number }, other: Entry & { order: number }): number {
  return (
    one.time - other.time ||
    (BANDS[one.kind] ?? 0) - (BANDS[other.kind] ?? 0) ||
    (one.high >>> 0) - (other.high >>> 0) ||
    (one.low >>> 0) - (other.low >>> 0) ||
    one.order - other.order
  );
}

class SortedArray {
  private readonly entries: (Entry & { order: number })[] = [];
  private order = 0;

  schedule(entry: Entry): void {
    this.entries.push({ ...entry, order: this.order++ });
    this.entries.sort(before);
  }

  next(until: number): Entry | undefined {
    const [first] = this.entries;
    if (first === undefined || first.time >= until) return undefined;
    return this.entries.shift();
  }

  get pending(): number {
    return this.entries.length;
  }
}

const words = fc.constantFrom(0, 1, -1, 5, -2147483648, 2147483647);
const entry = fc.record({
  wait: fc.constantFrom(0, 0, 0.25, 0.5, 1, 7),
  kind: fc.nat({ max: BANDS.length - 1 }),
  subject: fc.nat({ max: 9 }),
  epoch: fc.nat({ max: 3 }),
  high: words,
  low: words,
});
const operation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ schedule: entry }) },
  { weight: 2, arbitrary: fc.record({ take: fc.constantFrom(0, 0.5, 3, 100) }) },
);

describe('the calendar', () => {
  it('takes events in the order of a sorted array, whatever is scheduled in between', () => {
    const runs = fc.property(fc.array(operation, { maxLength: 300 }), (operations) => {
      const calendar = new Calendar(BANDS);
      const reference = new SortedArray();
      for (const one of operations) {
        if ('schedule' in one) {
          const { wait, kind, subject, epoch, high, low } = one.schedule;
          const time = calendar.now + wait;
          calendar.schedule(time, kind, subject, epoch, high, low);
          reference.schedule({ time, kind, subject, epoch, high, low });
        } else {
          const until = calendar.now + one.take;
          const expected = reference.next(until);
          expect(calendar.next(until)).toBe(expected !== undefined);
          if (expected === undefined) continue;
          const { now, kind, subject, epoch } = calendar;
          expect({ now, kind, subject, epoch }).toEqual({
            now: expected.time,
            kind: expected.kind,
            subject: expected.subject,
            epoch: expected.epoch,
          });
        }
        expect(calendar.pending).toBe(reference.pending);
      }
    });
    fc.assert(runs, { seed: 2026, numRuns: 400 });
  });

  it('takes thousands of pending events in that order too, where many share an instant and some lie far ahead', () => {
    for (const [waits, seed] of [
      [[0, 0, 0.25, 1], 1],
      [[0, 0.001, 0.5, 1, 1, 500, 1e9, Number.POSITIVE_INFINITY], 2],
      [[1, 1, 1, 2], 3],
      [[0.1, 0.2, 0.3, 0.7, 1.1, 5, 40], 4],
    ] as const) {
      let state = seed;
      const pick = (count: number): number => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 4294967296) * count);
      };
      const calendar = new Calendar(BANDS);
      const entries: (Entry & { order: number })[] = [];
      const schedule = (subject: number): void => {
        const spread = seed === 4 ? pick(1e6) / 1e6 : 1;
        const time = calendar.now + (waits[pick(waits.length)] ?? 0) * spread;
        const one = {
          time,
          kind: pick(BANDS.length),
          subject,
          epoch: subject + 1,
          high: pick(3) - 1,
          low: pick(3) - 1,
        };
        calendar.schedule(time, one.kind, subject, one.epoch, one.high, one.low);
        entries.push({ ...one, order: subject });
      };
      for (let subject = 0; subject < 3000; subject++) schedule(subject);
      // Holding: as many come as go; then all go that ever come. What comes is never before what has gone.
      const told: number[] = [];
      for (let subject = 3000; calendar.next(Number.POSITIVE_INFINITY); ) {
        told.push(calendar.subject);
        expect(calendar.epoch).toBe(calendar.subject + 1);
        for (let more = pick(3); more > 0 && subject < 9000; more--) schedule(subject++);
      }
      const coming = entries.filter(({ time }) => time < Number.POSITIVE_INFINITY);
      const isTold = new Set(told);
      expect(isTold.size).toBe(coming.length);
      expect(told).toHaveLength(coming.length);
      expect(calendar.pending).toBe(entries.length - coming.length);
      // The order of those who were pending together: each was taken before the next that comes after it.
      const turn = new Map(told.map((subject, at) => [subject, at]));
      const sorted = [...coming].sort(before);
      const known = coming.filter(({ subject }) => subject < 3000).sort(before);
      for (let at = 1; at < known.length; at++) {
        const [one, other] = [known[at - 1] as Entry, known[at] as Entry];
        expect(turn.get(one.subject)).toBeLessThan(turn.get(other.subject) as number);
      }
      const hours = told.map((subject) => (entries[subject] as Entry).time);
      expect(hours).toEqual(sorted.map(({ time }) => time));
    }
  });

  it('keeps its order when it has to grow', () => {
    const calendar = new Calendar(BANDS);
    const count = 5000;
    // A permutation of 0 … 4999: 3571 and 5000 have no common factor.
    for (let index = 0; index < count; index++) calendar.schedule((index * 3571) % count, 0, index, 0, 0, 0);
    const times: number[] = [];
    while (calendar.next(Number.POSITIVE_INFINITY)) times.push(calendar.now);
    expect(times).toEqual(Array.from({ length: count }, (_, time) => time));
    expect(calendar.taken).toBe(count);
    expect(calendar.pending).toBe(0);
  });

  it('takes first what was scheduled first, also when places in that order have begun again', () => {
    const buckets = new Buckets(BANDS);
    (buckets.entries as unknown as { place: number }).place = 0x10000000 - 150;
    const count = 400;
    for (let index = 0; index < count; index++) buckets.add(index < 200 ? 1 : 2, 0, index, 0, 0, 0);
    const subjects: number[] = [];
    while (buckets.settle()) subjects.push(buckets.entries.subjectOf(buckets.leave()));
    expect(subjects).toEqual(Array.from({ length: count }, (_, index) => index));
  });

  it('keeps few events together where many come shortly before and many others wait for long', () => {
    const buckets = new Buckets(BANDS);
    let state = 7;
    const share = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
    for (let index = 0; index < 4000; index++) buckets.add(2000 * share(), 0, index, 0, 0, 0);
    // A hundred others wait for half an hour on average, again and again: 200 an hour, where of the rest 2 come in it.
    for (let index = 0; index < 100; index++) buckets.add(share(), 1, index, 0, 0, 0);
    const held: number[] = [];
    while (buckets.settle() && buckets.soonest() < 200) {
      held.push((buckets as unknown as { nearest: { count: number } }).nearest.count);
      const slot = buckets.leave();
      const now = buckets.entries.timeOf(slot);
      if (buckets.entries.kindOf(slot) === 1) buckets.add(now + share(), 1, 0, 0, 0, 0);
    }
    // By what is pending alone, 70 events would be sorted at a time.
    const late = held.slice(20_000);
    expect(late.length).toBeGreaterThan(10_000);
    expect(late.reduce((sum, count) => sum + count, 0) / late.length).toBeLessThan(5);
  });

  it.each([
    ['nearly all that comes while many wait', 30_000, 20_000, 22_000],
    ['nothing where few do', 8000, 0, 0],
  ])('foresees %s', (_, events, least, most) => {
    const buckets = new Buckets(BANDS);
    for (let index = 0; index < events; index++) buckets.add((index * 1009) % events, 0, index, 0, 0, 0);
    const told = new Set<number>();
    let foreseen = 0;
    while (buckets.settle()) {
      for (let at = 0; at < buckets.foreseenCount; at++) told.add(buckets.entries.subjectOf(buckets.foreseen[at] ?? 0));
      buckets.foreseenCount = 0;
      if (told.has(buckets.entries.subjectOf(buckets.leave()))) foreseen++;
    }
    expect(foreseen).toBeGreaterThanOrEqual(least);
    expect(foreseen).toBeLessThanOrEqual(most);
  });

  it('at the same instant goes by band, then by key as unsigned words, then first in, first out', () => {
    const calendar = new Calendar(BANDS);
    calendar.schedule(1, 3, 0, 0, 0, 0); // the last band
    calendar.schedule(1, 1, 1, 0, -1, 0); // −1 is the greatest word
    calendar.schedule(1, 2, 2, 0, 7, -5); // the low word decides
    calendar.schedule(1, 1, 3, 0, 7, 5);
    calendar.schedule(1, 2, 4, 0, 7, 5); // as 3, but later
    calendar.schedule(1, 0, 5, 0, -1, -1); // the first band
    const subjects: number[] = [];
    while (calendar.next(2)) subjects.push(calendar.subject);
    expect(subjects).toEqual([5, 3, 4, 2, 1, 0]);
  });

  it('keeps many in buckets, and few in a chain again once the many are gone', () => {
    const calendar = new Calendar(BANDS);
    for (let index = 0; index < 100; index++) calendar.schedule(index, 0, index, 0, 0, 0);
    expect(calendar.many.pending).toBe(100);
    while (calendar.pending > 8) calendar.next(Infinity);
    expect([calendar.many.pending, calendar.pending]).toEqual([0, 8]);
    expect(calendar.next(Infinity)).toBe(true);
    expect(calendar.subject).toBe(92);
  });

  it('leaves alone what comes at the limit', () => {
    const calendar = new Calendar(BANDS);
    calendar.schedule(2, 0, 0, 0, 0, 0);
    expect(calendar.next(2)).toBe(false);
    expect(calendar.now).toBe(0);
    expect(calendar.next(2.5)).toBe(true);
    expect(calendar.now).toBe(2);
    expect(calendar.next(100)).toBe(false);
  });
});
