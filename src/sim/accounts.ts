/**
 * One service's account: units on duty and in use, people in line, and exact integrals of them. Instants are whole seconds,
 * so that what is staffed, used, idle and worked over time add up exactly.
 */
import { NEVER } from './log.js';
import type { Visit } from './visits.js';

/** What one service has and does now, and has had and done since hour 0. */
export class Account {
  /** Whose account it is. */
  declare readonly service: number;
  /** Of a service that ever pre-empts, the visits in hand, and some that were: `inHand` drops those. Else null. */
  declare readonly begun: Set<Visit> | null;
  /** True while its line is to be looked at; and whose line is looked at after it. */
  declare isToServe: boolean;
  declare nextToServe: Account | null;
  /** Units on duty now; Infinity for ample. */
  declare capacity: number;
  /** Units on duty at most, over the week and all epochs. */
  declare readonly peak: number;
  /** People that its line has room for; Infinity without a limit. */
  declare room: number;
  declare inUse: number;
  /** People waiting. */
  declare waiting: number;
  /** Units held by people who wait for something else with no end but their turn. */
  declare stuck: number;
  declare seized: number;
  declare released: number;
  /** Unit-seconds of logged visits: the log's own account of use. */
  declare logged: number;
  /** Person-seconds in line of logged visits: the log's own account of waiting. */
  declare loggedWaiting: number;
  /** Second up to which the integrals run. */
  declare private upTo: number;
  declare private staffUpTo: number;
  // Since the last hour mark.
  declare hourUse: number;
  declare hourWait: number;
  declare hourStaff: number;
  declare hourFull: number;
  // Since hour 0.
  declare used: number;
  /** Person-seconds in line. */
  declare waited: number;
  declare staffed: number;
  declare overtime: number;
  declare idle: number;

  constructor(service: number, capacity: number, peak: number, room: number, preempts: boolean) {
    this.service = service;
    this.begun = preempts ? new Set() : null;
    this.isToServe = false;
    this.nextToServe = null;
    this.capacity = NEVER;
    this.peak = peak;
    this.room = NEVER;
    this.inUse = 0;
    this.waiting = 0;
    this.stuck = 0;
    this.upTo = 0;
    this.staffUpTo = 0;
    this.seized = 0;
    this.released = 0;
    // Begun with what is no whole number, these stay numbers with a fraction to the compiler, and are changed in place.
    this.logged = NEVER;
    this.loggedWaiting = NEVER;
    this.hourUse = NEVER;
    this.hourWait = NEVER;
    this.hourStaff = NEVER;
    this.hourFull = NEVER;
    this.used = NEVER;
    this.waited = NEVER;
    this.staffed = NEVER;
    this.overtime = NEVER;
    this.idle = NEVER;
    this.capacity = capacity;
    this.room = room;
    this.open();
  }

  /** Sets every sum to 0. */
  private open(): void {
    this.logged = 0;
    this.loggedWaiting = 0;
    this.used = 0;
    this.waited = 0;
    this.staffed = 0;
    this.overtime = 0;
    this.idle = 0;
    this.clearHour();
  }

  /** Runs the integrals up to a second, which is now; call before units, capacity or the line change. */
  accrue(second: number): void {
    const passed = second - this.upTo;
    if (passed === 0) return;
    this.upTo = second;
    const { inUse, capacity, waiting } = this;
    this.hourUse += inUse * passed;
    if (waiting > 0) this.hourWait += waiting * passed;
    if (inUse < capacity) {
      this.idle += (capacity - inUse) * passed;
    } else {
      this.hourFull += passed;
      if (inUse > capacity) this.overtime += (inUse - capacity) * passed;
    }
  }

  /** Runs the account of units on duty up to a second, which is now; call before capacity changes. */
  accrueStaff(second: number): void {
    const passed = second - this.staffUpTo;
    if (passed === 0) return;
    this.staffUpTo = second;
    this.hourStaff += this.capacity * passed;
  }

  /** Takes units into use. */
  seize(units: number, second: number): void {
    this.accrue(second);
    this.inUse += units;
    this.seized += units;
  }

  /** Gives units back. */
  release(units: number, second: number): void {
    this.accrue(second);
    this.inUse -= units;
    this.released += units;
  }

  /** Brings everything up to a clock hour that ends now, and into the totals; the hour's own sums are there to be read. */
  closeHour(second: number): void {
    this.accrue(second);
    this.accrueStaff(second);
    this.used += this.hourUse;
    this.waited += this.hourWait;
    this.staffed += this.hourStaff;
  }

  /** Begins the sums of the next clock hour. */
  clearHour(): void {
    this.hourUse = 0;
    this.hourWait = 0;
    this.hourStaff = 0;
    this.hourFull = 0;
  }
}
