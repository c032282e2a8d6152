/** The services of a run: an account each, and the compiled tables in force. */

import { Account } from './accounts.js';
import { ownName } from './areas.js';
import type { Key } from './draws.js';
import { keyOf } from './draws.js';
import type { LevelLog } from './log.js';
import type { Service, World } from './world.js';

/** Hours in a week. */
export const WEEK = 168;

/** All services, by their place in the tables. */
export class Services {
  declare readonly count: number;
  declare readonly keys: readonly Key[];
  /** The compiled services in force. */
  declare tables: readonly Service[];
  declare readonly accounts: readonly Account[];

  constructor(world: World) {
    const first = world.epochs[0].tables.services;
    this.count = first.length;
    this.keys = first.map((service) => keyOf('service', ownName(service.name)));
    this.tables = first;
    this.accounts = first.map(({ capacity, room }, index) => {
      const peak = Math.max(...world.epochs.flatMap(({ tables }) => tables.services[index].capacity));
      const preempts = world.epochs.some(({ tables }) => tables.services[index].preemption !== 'none');
      return new Account(index, capacity[0], peak, room, preempts);
    });
  }

  /** Closes a clock hour: a row of the levels log per service. The log must have room for them. */
  markHour(hour: number, second: number, log: LevelLog): void {
    for (let service = 0; service < this.count; service++) {
      const account = this.accounts[service];
      account.closeHour(second);
      const row = log.count++;
      log.service[row] = service;
      log.hour[row] = hour;
      log.inUse[row] = account.hourUse;
      log.waiting[row] = account.hourWait;
      log.staffed[row] = account.hourStaff;
      log.full[row] = account.hourFull;
      account.clearHour();
    }
  }

  /** Hours from `hour` to the next whole hour at which units on duty change; Infinity when they never do. */
  untilChange(service: number, hour: number): number {
    const pattern = this.tables[service].capacity;
    const { capacity } = this.accounts[service];
    const from = Math.floor(hour);
    for (let ahead = 1; ahead <= WEEK; ahead++) {
      if (pattern[(from + ahead) % WEEK] !== capacity) return from + ahead - hour;
    }
    return Number.POSITIVE_INFINITY;
  }
}

/** Place of an hour in the week. */
export function hourOfWeek(hour: number): number {
  return Math.floor(hour) % WEEK;
}
