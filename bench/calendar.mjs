/** Holds a second (take the next event, schedule another) of the calendar against a 4-ary heap, at a million pending. */
import { Calendar } from '../dist/sim/calendar.js';
import { HeapCalendar } from './references/heap.mjs';
import { inTurn, median, secondsOf, spread } from './rounds.mjs';

const MANY = 1_000_000;
const FEW = 1_000;
const HOLDS = 1_000_000;

/** Million holds a second with so many pending, exponential waits; also a checksum of the order of events. */
function holds(calendar, pending) {
  let random = 12345;
  const wait = () => {
    random = (random + 0x6d2b79f5) | 0;
    let word = Math.imul(random ^ (random >>> 15), random | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return -Math.log(((word ^ (word >>> 14)) >>> 0) / 4294967296 + 1e-10);
  };
  let order = 0;
  const hold = (count) => {
    for (let number = 0; number < count; number++) {
      calendar.next(Infinity);
      order = (Math.imul(order, 31) + calendar.subject) | 0;
      calendar.schedule(calendar.now + wait(), 0, calendar.subject, 0, number, number);
    }
  };
  for (let number = 0; number < pending; number++) calendar.schedule(wait(), 0, number, 0, number, number);
  hold(HOLDS / 4);
  return { rate: HOLDS / secondsOf(() => hold(HOLDS)) / 1e6, order };
}

export function calendarHolds(rounds, progress) {
  const bands = Uint8Array.from([0]);
  const ratios = [];
  const beside = [];
  for (let round = 0; round <= rounds; round++) {
    const [ours, heap, small] = inTurn(round, [
      () => holds(new Calendar(bands), MANY),
      () => holds(new HeapCalendar(bands), MANY),
      () => holds(new HeapCalendar(bands), FEW),
    ]);
    if (ours.order !== heap.order) throw new Error('calendar-heap: the two took events in different orders');
    progress(
      `calendar round ${round} of ${rounds}, million holds a second: ours ${ours.rate.toFixed(2)}, heap ${heap.rate.toFixed(2)}; heap at a thousand ${small.rate.toFixed(2)}`,
    );
    if (round === 0) continue;
    ratios.push(ours.rate / heap.rate);
    beside.push(ours.rate / small.rate);
  }
  const note = `${spread(ratios)}; of the heap's own rate at a thousand pending: ${median(beside).toFixed(2)}`;
  return [{ id: 'calendar-heap', ratio: median(ratios), note }];
}
