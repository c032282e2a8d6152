/** Tests of what a person meets: their own traits and states, the hour, and the state of the services. */
import { uniform } from './draws.js';
import type { Episode } from './episodes.js';
import type { PersonRow } from './rows.js';
import { hourOfWeek } from './services.js';
import type { State } from './state.js';
import type { Condition } from './world.js';

/** A condition laid out: every part has its place, null where the condition does not speak of it. */
export class ConditionPlan {
  /** Severities, channels and cohorts of which one must match. */
  declare readonly severity: Int32Array | null;
  declare readonly channel: Int32Array | null;
  declare readonly cohort: Int32Array | null;
  /** State variables, each with the values of which one must match. */
  declare readonly variables: Int32Array | null;
  declare readonly values: readonly Int32Array[];
  /** By hour of the week, 1 where it holds. */
  declare readonly hours: Uint8Array | null;
  /** Services that must be full, that must be closed, and of which a unit picked at random must be in use. */
  declare readonly full: Int32Array | null;
  declare readonly closed: Int32Array | null;
  declare readonly engaged: Int32Array | null;
  /** Services at which so many must wait. */
  declare readonly queue: Int32Array | null;
  declare readonly atLeast: Float64Array;
  declare readonly not: ConditionPlan | null;

  constructor(condition: Condition) {
    const { state, hours, queue, not } = condition;
    this.severity = column(condition.severity);
    this.channel = column(condition.channel);
    this.cohort = column(condition.cohort);
    this.variables = column(state?.map(({ variable }) => variable));
    this.values = (state ?? []).map(({ values }) => Int32Array.from(values));
    this.hours = hours === undefined ? null : Uint8Array.from(hours);
    this.full = column(condition.full);
    this.closed = column(condition.closed);
    this.engaged = column(condition.engaged);
    this.queue = column(queue?.map(({ service }) => service));
    this.atLeast = Float64Array.from(queue ?? [], ({ atLeast }) => atLeast);
    this.not = not === undefined ? null : new ConditionPlan(not);
  }
}

function column(list: readonly number[] | undefined): Int32Array | null {
  return list === undefined ? null : Int32Array.from(list);
}

/** True when every part of a condition holds for an episode now. */
export function meets(state: State, episode: Episode, plan: ConditionPlan): boolean {
  const { severity, channel, cohort, variables, hours, full, closed, queue, engaged, not } = plan;
  if (severity !== null && !isAmong(severity, episode.severity)) return false;
  if (channel !== null && !isAmong(channel, episode.channel)) return false;
  if (cohort !== null && !isAmong(cohort, episode.cohort)) return false;
  if (variables !== null && !areMet(state, episode, variables, plan.values)) return false;
  if (hours !== null && hours[hourOfWeek(state.calendar.now)] !== 1) return false;
  if (full !== null && !areFull(state, full)) return false;
  if (closed !== null && !areClosed(state, closed)) return false;
  if (queue !== null && !areQueuedFor(state, queue, plan.atLeast)) return false;
  if (engaged !== null && !areEngaged(state, episode, engaged)) return false;
  return not === null || !meets(state, episode, not);
}

function isAmong(list: Int32Array, value: number): boolean {
  for (let at = 0; at < list.length; at++) if (list[at] === value) return true;
  return false;
}

function areMet({ people }: State, { person }: Episode, variables: Int32Array, values: readonly Int32Array[]): boolean {
  for (let at = 0; at < variables.length; at++)
    if (!isAmong(values[at], people.state(person as PersonRow, variables[at]))) return false;
  return true;
}

function areFull({ services }: State, full: Int32Array): boolean {
  for (let at = 0; at < full.length; at++) {
    const { inUse, capacity } = services.accounts[full[at]];
    if (inUse < capacity) return false;
  }
  return true;
}

function areClosed({ services }: State, closed: Int32Array): boolean {
  for (let at = 0; at < closed.length; at++) if (services.accounts[closed[at]].capacity > 0) return false;
  return true;
}

function areQueuedFor({ services }: State, queue: Int32Array, atLeast: Float64Array): boolean {
  for (let at = 0; at < queue.length; at++) if (services.accounts[queue[at]].waiting < atLeast[at]) return false;
  return true;
}

/** Whether of each service a unit picked at random is in use. An episode picks once, and meets the same unit again. */
function areEngaged(state: State, episode: Episode, engaged: Int32Array): boolean {
  const { services, salts } = state;
  for (let at = 0; at < engaged.length; at++) {
    const name = state.engaged[engaged[at]];
    const u = uniform(episode.keyHigh, episode.keyLow, salts.high[name], salts.low[name], 0);
    const { capacity, inUse } = services.accounts[engaged[at]];
    if (!(u * capacity < inUse)) return false;
  }
  return true;
}
