/**
 * Staffed capacity: units on duty and in use, and exact integrals of both. Instants are whole seconds, so that what is
 * staffed, used, idle and worked over time add up exactly.
 */
import type { Key } from './draws.js';
import { keyOf } from './draws.js';
import type { LevelLog } from './log.js';
import type { Service, World } from './world.js';

/** Hours in a week. */
export const WEEK = 168;

/** Columns of services. */
export class Services {
  declare readonly count: number;
  declare readonly keys: readonly Key[];
  /** The compiled services in force. */
  declare tables: readonly Service[];
  /** Units on duty now; Infinity for ample. */
  declare readonly capacity: Float64Array;
  /** Units on duty at most, over the week and all epochs. */
  declare readonly peak: Float64Array;
  declare readonly room: Float64Array;
  declare readonly inUse: Float64Array;
  /** People waiting. */
  declare readonly waiting: Int32Array;
  /** Units held by people who wait for something else with no end but their turn. */
  declare readonly stuck: Float64Array;
  declare readonly seized: Float64Array;
  declare readonly released: Float64Array;
  /** Unit-seconds of logged visits: the log's own account of use. */
  declare readonly logged: Float64Array;
  /** Person-seconds in line of logged visits: the log's own account of waiting. */
  declare readonly loggedWaiting: Float64Array;
  /** Second up to which the integrals run. */
  declare private readonly upTo: Float64Array;
  declare private readonly staffUpTo: Float64Array;
  // Since the last hour mark.
  declare private readonly hourUse: Float64Array;
  declare private readonly hourWait: Float64Array;
  declare private readonly hourStaff: Float64Array;
  declare private readonly hourFull: Float64Array;
  // Since hour 0.
  declare readonly used: Float64Array;
  /** Person-seconds in line. */
  declare readonly waited: Float64Array;
  declare readonly staffed: Float64Array;
  declare readonly overtime: Float64Array;
  declare readonly idle: Float64Array;

  constructor(world: World) {
    const first = world.epochs[0].tables.services;
    this.count = first.length;
    this.keys = first.map((service) => keyOf('service', service.name));
    this.tables = first;
    const column = (): Float64Array => new Float64Array(this.count);
    this.capacity = Float64Array.from(first, (service) => service.capacity[0]);
    this.peak = Float64Array.from(first, (_, index) =>
      Math.max(...world.epochs.flatMap((epoch) => epoch.tables.services[index].capacity)),
    );
    this.room = Float64Array.from(first, (service) => service.room);
    this.inUse = column();
    this.waiting = new Int32Array(this.count);
    this.stuck = column();
    this.seized = column();
    this.released = column();
    this.logged = column();
    this.loggedWaiting = column();
    this.upTo = column();
    this.staffUpTo = column();
    this.hourUse = column();
    this.hourWait = column();
    this.hourStaff = column();
    this.hourFull = column();
    this.used = column();
    this.waited = column();
    this.staffed = column();
    this.overtime = column();
    this.idle = column();
  }

  /** Runs a service's integrals up to now; call before its units, capacity or line change. */
  accrue(service: number, now: number): void {
    const second = Math.floor(now * 3600);
    const passed = second - this.upTo[service];
    if (passed === 0) return;
    this.upTo[service] = second;
    const inUse = this.inUse[service];
    const capacity = this.capacity[service];
    const waiting = this.waiting[service];
    this.hourUse[service] += inUse * passed;
    if (waiting > 0) this.hourWait[service] += waiting * passed;
    if (inUse < capacity) {
      this.idle[service] += (capacity - inUse) * passed;
    } else {
      this.hourFull[service] += passed;
      if (inUse > capacity) this.overtime[service] += (inUse - capacity) * passed;
    }
  }

  /** Runs the account of units on duty up to now; call before capacity changes. */
  accrueStaff(service: number, now: number): void {
    const second = Math.floor(now * 3600);
    const passed = second - this.staffUpTo[service];
    if (passed === 0) return;
    this.staffUpTo[service] = second;
    this.hourStaff[service] += this.capacity[service] * passed;
  }

  /** Takes units into use. */
  seize(service: number, units: number, now: number): void {
    this.accrue(service, now);
    this.inUse[service] += units;
    this.seized[service] += units;
  }

  /** Gives units back. */
  release(service: number, units: number, now: number): void {
    this.accrue(service, now);
    this.inUse[service] -= units;
    this.released[service] += units;
  }

  /** Closes a clock hour: a row of the levels log per service. The log must have room for them. */
  markHour(hour: number, now: number, log: LevelLog): void {
    for (let service = 0; service < this.count; service++) {
      this.accrue(service, now);
      this.accrueStaff(service, now);
      this.used[service] += this.hourUse[service];
      this.waited[service] += this.hourWait[service];
      this.staffed[service] += this.hourStaff[service];
      const row = log.count++;
      log.service[row] = service;
      log.hour[row] = hour;
      log.inUse[row] = this.hourUse[service];
      log.waiting[row] = this.hourWait[service];
      log.staffed[row] = this.hourStaff[service];
      log.full[row] = this.hourFull[service];
      this.hourUse[service] = 0;
      this.hourWait[service] = 0;
      this.hourStaff[service] = 0;
      this.hourFull[service] = 0;
    }
  }

  /** Hours from `hour` to the next whole hour at which units on duty change; Infinity when they never do. */
  untilChange(service: number, hour: number): number {
    const pattern = this.tables[service].capacity;
    const from = Math.floor(hour);
    for (let ahead = 1; ahead <= WEEK; ahead++) {
      if (pattern[(from + ahead) % WEEK] !== this.capacity[service]) return from + ahead - hour;
    }
    return Number.POSITIVE_INFINITY;
  }
}

/** Place of an hour in the week. */
export function hourOfWeek(hour: number): number {
  return Math.floor(hour) % WEEK;
}
