/** What changes while the oracle runs: people, episodes, visits and services as plain objects. */
import type { DistributionSpec, Service, Step, Tables, World } from '../../../src/sim/world.js';
import type { Event, SlowCalendar } from './calendar.js';
import { type Chance, type Key, quantile } from './chance.js';
import type { Coverage } from './coverage.js';
import type { Meetings } from './meetings.js';
import type { Story } from './rows.js';

/** A clock that is running down, of an episode (waiting) or of a person (after an outcome; life). */
export interface RunningClock {
  /** Index in the tables. */
  readonly clock: number;
  /** Key of the draws, and its place among events of the same instant. */
  readonly key: Key;
  /** The hazard now: 0 while paused. */
  readonly hazard: () => number;
  readonly expire: () => void;
  /** No expiry counts from this hour on. */
  readonly until: number;
  /** What is left of the unit-exponential budget, as of the hour `since`. */
  left: number;
  since: number;
  /** Hazard at which it has been running since then. */
  rate: number;
  event: Event | null;
}

export interface Person {
  /** Number among all people of the world. */
  readonly index: number;
  /** Index of the area in which they live, and their number there. */
  readonly area: number;
  readonly inArea: number;
  readonly key: Key;
  readonly frailty: number;
  readonly cohort: number;
  readonly states: number[];
  alive: boolean;
  /** Open episodes, oldest first. */
  readonly episodes: Episode[];
  /** Life and after clocks. */
  readonly clocks: RunningClock[];
}

/** One service of one visit: what will become a row of the log. */
export interface Place {
  readonly service: number;
  readonly units: number;
  readonly visit: number;
  readonly part: number;
  readonly joined: number;
  started: number;
  ended: number;
  /** Unit-seconds of service time sought; 0 where units are only seized, and on later parts. */
  readonly requested: number;
  readonly step: number;
  /** Where its episode went on to when its service was over; known from then on. */
  next: number;
}

/** An episode's use of a seize step, from joining to the end of its service time. */
export interface Visit {
  readonly episode: Episode;
  readonly step: number;
  readonly services: readonly number[];
  readonly units: readonly number[];
  /** Service time [hours]; null when units are only seized. */
  readonly length: number | null;
  /** Priority class, 0 first. */
  priority: number;
  /** Stopped at a shift's end: waits before everybody. */
  isStopped: boolean;
  /** When the step was entered; −elapsed for stock. */
  readonly joined: number;
  /** All that it has joined so far in this stretch, in the step's order. */
  places: Place[];
  /** Those of them in whose lines it stands. */
  sought: Place[];
  /** Service time still to come. */
  left: number;
  /** All of its service time, from the beginning: owed once more when it is restarted. */
  whole: number;
  /** True once its service has begun. */
  hasBegun: boolean;
  /** The event of giving up, once it has had to wait. */
  patience: Event | null;
  /** That hour, or NEVER. */
  givesUp: number;
  /** The second look, once it has had to wait; and its hour, NEVER when there is none, or none any more. */
  secondLook: Event | null;
  seenAgain: number;
  /** The end of its service, while it is being served. */
  end: Event | null;
}

export interface Episode {
  readonly key: Key;
  readonly parent: Key;
  readonly person: Person | null;
  readonly need: number;
  readonly channel: number;
  readonly background: boolean;
  readonly isParallel: boolean;
  readonly isStock: boolean;
  readonly opened: number;
  severity: number;
  step: number;
  isOpen: boolean;
  /** The seize step that it is in. */
  visit: Visit | null;
  /** The end of the delay that it is in. */
  delay: Event | null;
  /** Units held, in order of seizing. */
  readonly held: Place[];
  /** How often each counted thing has happened to it. */
  readonly counts: Map<string, number>;
  readonly clocks: RunningClock[];
}

/** A stream of points: the onsets of a need in one person, or Poisson arrivals. */
export interface Stream {
  readonly key: Key;
  readonly frailty: number;
  readonly unitRate: number;
  readonly calendar: readonly number[];
  /** Current hazard in units of the unit rate at an hour of the week. */
  readonly ratio: (hourOfWeek: number) => number;
  readonly accept: (key: Key) => void;
  readonly hasEnded: () => boolean;
  /** Strips whose next candidate is in the calendar. */
  readonly pending: Set<number>;
}

/** Sums over the hour that is under way, in seconds. */
export interface Level {
  inUse: number;
  waiting: number;
  staffed: number;
  full: number;
}

export interface ServiceNow {
  capacity: number;
  inUse: number;
  readonly line: Visit[];
  level: Level;
}

/** Everything about one run. */
export interface Run {
  readonly world: World;
  readonly chance: Chance;
  readonly calendar: SlowCalendar;
  readonly story: Story;
  readonly coverage: Coverage;
  /** Notes which events of an instant meet. */
  readonly meetings: Meetings;
  tables: Tables;
  now: number;
  readonly services: ServiceNow[];
  readonly people: Person[];
  /** Open episodes, oldest first. */
  readonly episodes: Episode[];
  readonly streams: Stream[];
  /** Services whose lines are still to be looked at after this event. */
  readonly toLookAt: number[];
  /** Those who lost their place to somebody more urgent, and where they go; moved on before any line is looked at. */
  readonly uprooted: { readonly episode: Episode; readonly to: number }[];
  /** True when, during this event, somebody began to wait without end while holding units: a gridlock is possible. */
  mayBeLocked: boolean;
  gridlocks: number;
  /** The instant [seconds] up to which levels are summed. */
  summedTo: number;
}

/** The hour of the week at a time. */
export function hourOfWeek(time: number): number {
  return Math.floor(time) % 168;
}

/** Name of an area by its index. */
export function areaName({ world }: Run, area: number): string {
  return at(world.areas ?? [world.area], area).name;
}

/** An entry of a list that is known to be there. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`the world has no entry ${index} in a list of ${list.length}`);
  return item;
}

export function stepAt(run: Run, step: number): Step {
  return at(run.tables.steps, step);
}

export function serviceAt(run: Run, service: number): Service {
  return at(run.tables.services, service);
}

/** A duration at a draw [hours]. */
export function drawn({ coverage }: Run, law: DistributionSpec, draw: number): number {
  coverage.note(`distribution: ${law.kind}`);
  return quantile(law, draw);
}

/** How often something has happened before to this episode; counts this time. */
export function countOf(episode: Episode, what: string): number {
  const before = episode.counts.get(what) ?? 0;
  episode.counts.set(what, before + 1);
  return before;
}

/** Value of a person's state variable; transient people have value 0 of each. */
export function stateOf(person: Person | null, variable: number): number {
  return person === null ? 0 : at(person.states, variable);
}
