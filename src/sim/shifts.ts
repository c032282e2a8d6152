/**
 * Changes of staffed capacity, by shift and by date, and what becomes of work in hand when there are fewer to do it:
 * it is finished in overtime, handed over to the next shift, or stopped and resumed.
 */
import { Kind } from './events.js';
import { inHand, putBack } from './in-hand.js';
import { Finish } from './log.js';
import { recordVisit } from './record.js';
import { hourOfWeek } from './services.js';
import type { State } from './state.js';
import { listToServe } from './visiting.js';

/** Schedules a service's next change of capacity. */
export function scheduleChange(state: State, service: number): void {
  const { services, calendar, world } = state;
  const due = calendar.now + services.untilChange(service, calendar.now);
  const { high, low } = services.keys[service];
  if (due <= world.horizon) calendar.schedule(due, Kind.capacityChange, service, state.epoch, high, low);
}

/** Brings a service's capacity to what its pattern says of this hour. */
export function changeCapacity(state: State, service: number): void {
  const { services, calendar } = state;
  const { capacity, shiftEnd } = services.tables[service];
  const account = services.accounts[service];
  const before = account.capacity;
  const after = capacity[hourOfWeek(calendar.now)];
  account.accrue(calendar.second);
  account.accrueStaff(calendar.second);
  account.capacity = after;
  if (after < before) {
    if (shiftEnd === 'hand-over') handOver(state, service, after);
    if (shiftEnd === 'stop') stopWork(state, service, after);
  }
  listToServe(state, account);
}

/** Every stretch of service closes; in order of start, the next shift goes on with as many as it has units for. */
function handOver(state: State, service: number, capacity: number): void {
  const { services, calendar } = state;
  const served = inHand(state, service);
  let left = capacity - services.accounts[service].inUse;
  for (const visit of served) left += visit.units;
  for (const visit of served) {
    const units = visit.units;
    if (units <= left) {
      left -= units;
      recordVisit(state, visit, Finish.handedOver, -1);
      visit.part++;
      visit.started = calendar.now;
    } else {
      left = 0; // nobody passes one who has to go back
      putBack(state, visit.episode, Finish.handedOver);
    }
  }
}

/** Work beyond the new capacity stops, latest started first, and will be resumed before anybody else starts. */
function stopWork(state: State, service: number, capacity: number): void {
  const account = state.services.accounts[service];
  const served = inHand(state, service);
  for (let at = served.length - 1; at >= 0 && account.inUse > capacity; at--) {
    putBack(state, served[at].episode, Finish.stopped);
  }
}
