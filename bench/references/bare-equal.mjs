/**
 * The bare M/M/3 loop at equal terms: every duration is one of Spillover's addressed draws, and every visit and every
 * episode leaves the row that Spillover's log has, handed over and started afresh when it is full. Nothing else is
 * general: one service, one line, no steps, no calendar.
 */
import { unitExponential } from '../../dist/sim/arithmetic.js';
import { deriveNumber, key, keyOf, saltOf, uniform } from '../../dist/sim/draws.js';
import { Finish, NOBODY, OutcomeLog, VisitLog } from '../../dist/sim/log.js';

const RING = 65_536;
const NONE = -1;

/** Serves so many customers and hands their rows to `reader`. Means in hours; `chance` is Spillover's. */
export function bareEqual(customers, interval, service, chance, reader) {
  const visits = new VisitLog();
  const outcomes = new OutcomeLog();
  const stream = keyOf('arrival', 'customers');
  const gap = saltOf(chance, 'interval/customers');
  const length = saltOf(chance, 'length/visit.serve');
  // Those inside, in a ring by number of arrival; each unit knows whom it serves.
  const high = new Int32Array(RING);
  const low = new Int32Array(RING);
  const joined = new Float64Array(RING);
  const started = new Float64Array(RING);
  const requested = new Float64Array(RING);
  const finish = new Float64Array(3).fill(Infinity);
  const serves = new Int32Array(3);
  let come = 0; // people who have arrived
  let next = 0; // the first of them who still waits
  let done = 0;

  const start = (unit, person, now) => {
    const drawn = service * unitExponential(uniform(high[person], low[person], length.high, length.low, 0));
    started[person] = now;
    requested[person] = Math.round(drawn * 3600);
    finish[unit] = now + drawn;
    serves[unit] = person;
  };

  const log = (person, now) => {
    if (visits.count === visits.person.length) {
      reader.visits(visits);
      reader.outcomes(outcomes);
      visits.count = 0;
      outcomes.count = 0;
    }
    const row = visits.count++;
    visits.person[row] = NOBODY;
    visits.keyHigh[row] = high[person];
    visits.keyLow[row] = low[person];
    visits.need[row] = NONE;
    visits.cohort[row] = 0;
    visits.severity[row] = 0;
    visits.channel[row] = NONE;
    visits.background[row] = 0;
    visits.step[row] = 0;
    visits.decision[row] = NONE;
    visits.inputs[row] = 0;
    visits.tag[row] = 0;
    visits.service[row] = 0;
    visits.units[row] = 1;
    visits.visit[row] = 0;
    visits.part[row] = 0;
    visits.joined[row] = joined[person];
    visits.started[row] = started[person];
    visits.ended[row] = now;
    visits.released[row] = now;
    visits.requested[row] = requested[person];
    visits.finish[row] = Finish.released;
    visits.next[row] = 1;
    outcomes.count++;
    outcomes.person[row] = NOBODY;
    outcomes.keyHigh[row] = high[person];
    outcomes.keyLow[row] = low[person];
    outcomes.parentHigh[row] = 0;
    outcomes.parentLow[row] = 0;
    outcomes.need[row] = NONE;
    outcomes.cohort[row] = 0;
    outcomes.severity[row] = 0;
    outcomes.channel[row] = NONE;
    outcomes.background[row] = 0;
    outcomes.opened[row] = joined[person];
    outcomes.closed[row] = now;
    outcomes.outcome[row] = 0;
    outcomes.absorbed[row] = 0;
    outcomes.stock[row] = 0;
    outcomes.parallel[row] = 0;
    outcomes.step[row] = 1;
    outcomes.besideFrom[row] = Infinity;
  };

  let keyHigh = 0; // of the one who comes next
  let keyLow = 0;
  const gapTo = (number) => {
    deriveNumber(stream.high, stream.low, number);
    keyHigh = key.high;
    keyLow = key.low;
    return interval * unitExponential(uniform(keyHigh, keyLow, gap.high, gap.low, 0));
  };
  let arrival = gapTo(0);
  while (done < customers) {
    const first = finish[0] < finish[1] ? 0 : 1;
    const unit = finish[2] < finish[first] ? 2 : first;
    if (arrival < finish[unit]) {
      const now = arrival;
      const person = come++ & (RING - 1);
      if (come - next >= RING) throw new Error('the ring of those inside is full');
      high[person] = keyHigh;
      low[person] = keyLow;
      joined[person] = now;
      arrival = now + gapTo(come);
      let idle = 0;
      while (idle < 3 && finish[idle] !== Infinity) idle++;
      if (idle < 3) {
        next++;
        start(idle, person, now);
      }
    } else {
      const now = finish[unit];
      log(serves[unit], now);
      done++;
      if (next < come) start(unit, next++ & (RING - 1), now);
      else finish[unit] = Infinity;
    }
  }
  reader.visits(visits);
  reader.outcomes(outcomes);
}
