/**
 * Competing hazards: each clock has a unit-exponential budget, spent at the current hazard, which depends on the person's
 * own state and never on queues or the hour, so that a change is one settle and one reschedule. Losers of a race keep
 * what they have not spent.
 */

import { unitExponential } from './arithmetic.js';
import { checkRunning } from './breeding.js';
import { derive, key, uniform } from './draws.js';
import type { Episode } from './episodes.js';
import { Kind } from './events.js';
import { expose } from './exposure.js';
import { NEVER } from './log.js';
import { type ClockId, NO_ROW, type PersonRow } from './rows.js';
import type { State } from './state.js';
import { type Clock, NONE, type StateMultiplier, type Tables } from './world.js';

/** Starts the waiting clocks of an episode's need. */
export function startWaitingClocks(state: State, episode: Episode): void {
  const { clocks } = state;
  for (const index of state.waitingClocks[episode.need] ?? []) {
    const row = startClock(state, index, episode.person, episode.keyHigh, episode.keyLow);
    clocks.episode[row] = episode.row;
    clocks.severity[row] = episode.severity;
    clocks.since[row] = state.calendar.now;
    clocks.endsAt[row] = NEVER;
    const first = episode.firstClock;
    clocks.next[row] = first;
    clocks.previous[row] = NO_ROW;
    if (first !== NO_ROW) clocks.previous[first] = row;
    episode.firstClock = row;
    setGoing(state, row);
  }
}

/** Starts the clocks that follow an outcome, for a person. */
export function startAfterClocks(state: State, episode: Episode, outcome: number): void {
  const { clocks, calendar } = state;
  const person = episode.person;
  if (person === NO_ROW || episode.need === NONE || outcome === NONE || state.people.dead[person] === 1) return;
  for (const index of state.plan.afterClocks[episode.need][outcome]) {
    const clock = state.tables.clocks[index];
    const row = startClock(state, index, person, episode.keyHigh, episode.keyLow);
    clocks.severity[row] = episode.severity;
    clocks.since[row] = calendar.now + clock.from;
    clocks.endsAt[row] = calendar.now + clock.until;
    linkToPerson(state, row, person as PersonRow);
    setGoing(state, row);
  }
}

/**
 * Starts the life clock of a person who gets a row now, as it has been running since hour 0 with their first states. When
 * that row is made leaves no trace in the hour of death.
 * @returns false when it has run out before now: the person has died.
 */
export function startLifeClocks(state: State, person: PersonRow, area: number): boolean {
  const { people, clocks, calendar, world } = state;
  const causes = state.causes[area].clocks;
  if (causes.length === 0) return true;
  const row = startClock(state, causes[0], person, people.keyHigh[person], people.keyLow[person]);
  clocks.severity[row] = 0;
  clocks.endsAt[row] = NEVER;
  clocks.since[row] = 0;
  for (const { from, tables } of world.epochs) {
    if (from > calendar.now) break;
    const rate = deathHazard(state, causes, tables, person);
    if (rate === clocks.rate[row]) continue;
    clocks.budget[row] -= (from - clocks.since[row]) * clocks.rate[row];
    clocks.since[row] = from;
    clocks.rate[row] = rate;
  }
  if (expiryOf(state, row) < calendar.now) {
    clocks.give(row);
    return false;
  }
  linkToPerson(state, row, person);
  schedule(state, row);
  return true;
}

/** Pauses an episode's waiting clocks while it is served. */
export function pauseClocks(state: State, episode: Episode): void {
  const { clocks } = state;
  for (let row = episode.firstClock; row !== NO_ROW; row = clocks.next[row]) {
    settle(state, row as ClockId);
    clocks.rate[row] = 0;
    clocks.epoch[row]++;
  }
}

/** Lets them run on, at the episode's severity. */
export function resumeClocks(state: State, episode: Episode): void {
  const { clocks } = state;
  for (let row = episode.firstClock; row !== NO_ROW; row = clocks.next[row]) {
    clocks.severity[row] = episode.severity;
    retime(state, row as ClockId);
  }
}

/** Brings the clocks of a person whose state has changed to the hazards of now. */
export function retimePerson(state: State, person: PersonRow): void {
  const { clocks, episodes, people } = state;
  for (let row = people.firstClock[person]; row !== NO_ROW; row = clocks.next[row]) retime(state, row as ClockId);
  for (let at = people.firstEpisode[person]; at !== NO_ROW; at = episodes.all[at].nextOfPerson) {
    const episode = episodes.all[at];
    if (!state.isRunning(episode)) continue;
    for (let row = episode.firstClock; row !== NO_ROW; row = clocks.next[row]) retime(state, row as ClockId);
  }
}

/** Brings every running clock to the hazards of the tables in force. */
export function retimeAll(state: State): void {
  const { clocks, episodes } = state;
  for (let row = 0; row < clocks.rows.used; row++) {
    const episode = clocks.episode[row];
    if (clocks.clock[row] === NO_ROW || (episode !== NO_ROW && !state.isRunning(episodes.all[episode]))) continue;
    retime(state, row as ClockId);
  }
}

/**
 * Brings a clock to the hazard of now: what it has spent is settled, and the rest scheduled anew. Where the hazard is the
 * same nothing is touched, so that a change elsewhere does not move the last digit of anybody's hour.
 */
function retime(state: State, row: ClockId): void {
  const { clocks } = state;
  const rate = hazardNow(state, row);
  if (rate === clocks.rate[row]) return;
  settle(state, row);
  clocks.rate[row] = rate;
  schedule(state, row);
}

/** Spends a budget up to now. */
export function settle(state: State, row: ClockId): void {
  const { clocks, calendar } = state;
  expose(state, row);
  const passed = calendar.now - clocks.since[row];
  if (passed <= 0) return;
  clocks.budget[row] -= passed * clocks.rate[row];
  clocks.since[row] = calendar.now;
}

/** Sets a clock going that is new, or has a new budget. */
export function setGoing(state: State, row: ClockId): void {
  state.clocks.rate[row] = hazardNow(state, row);
  schedule(state, row);
}

function schedule(state: State, row: ClockId): void {
  const { clocks, calendar, world } = state;
  const epoch = ++clocks.epoch[row];
  const due = Math.min(expiryOf(state, row), clocks.endsAt[row]);
  if (due > world.horizon) return;
  const own = state.clockKeys[clocks.clock[row]];
  derive(clocks.keyHigh[row], clocks.keyLow[row], own.high, own.low);
  calendar.schedule(Math.max(due, calendar.now), Kind.clock, row, epoch, key.high, key.low);
}

/** Hour at which a clock runs out if nothing changes; NEVER at hazard 0. */
export function expiryOf(state: State, row: ClockId): number {
  const { clocks } = state;
  const rate = clocks.rate[row];
  if (rate <= 0) return NEVER;
  return clocks.since[row] + Math.max(clocks.budget[row], 0) / rate;
}

/** A fresh budget for a clock that goes on after an expiry was absorbed. */
export function renewBudget(state: State, row: ClockId): void {
  const { clocks, salts } = state;
  const address = state.clockAddresses[clocks.clock[row]];
  clocks.budget[row] = unitExponential(
    uniform(clocks.keyHigh[row], clocks.keyLow[row], salts.high[address], salts.low[address], clocks.expiries[row]),
  );
}

/** Stops an episode's waiting clocks for good. */
export function stopWaitingClocks(state: State, episode: Episode): void {
  const { clocks } = state;
  let row = episode.firstClock;
  while (row !== NO_ROW) {
    const next = clocks.next[row];
    expose(state, row as ClockId);
    clocks.give(row as ClockId);
    row = next;
  }
  episode.firstClock = NO_ROW;
}

/** Takes a clock out of its list and forgets it. */
export function stopClock(state: State, row: ClockId): void {
  const { clocks, episodes, people } = state;
  expose(state, row);
  const next = clocks.next[row];
  const previous = clocks.previous[row];
  if (next !== NO_ROW) clocks.previous[next] = previous;
  if (previous !== NO_ROW) clocks.next[previous] = next;
  else if (clocks.episode[row] !== NO_ROW) episodes.all[clocks.episode[row]].firstClock = next;
  else people.firstClock[clocks.person[row]] = next;
  clocks.give(row);
}

function startClock(state: State, index: number, person: number, high: number, low: number): ClockId {
  const { clocks } = state;
  checkRunning(state);
  const row = clocks.take();
  clocks.clock[row] = index;
  clocks.person[row] = person;
  clocks.keyHigh[row] = high;
  clocks.keyLow[row] = low;
  clocks.rate[row] = 0;
  clocks.counted[row] = state.calendar.now;
  renewBudget(state, row);
  return row;
}

function linkToPerson(state: State, row: ClockId, person: PersonRow): void {
  const { clocks, people } = state;
  const first = people.firstClock[person];
  clocks.next[row] = first;
  clocks.previous[row] = NO_ROW;
  if (first !== NO_ROW) clocks.previous[first] = row;
  people.firstClock[person] = row;
}

function hazardNow(state: State, row: ClockId): number {
  const { clocks } = state;
  const clock = state.tables.clocks[clocks.clock[row]];
  const person = clocks.person[row] as PersonRow;
  if (clock.runs === 'life') return deathHazard(state, state.causesOf(person).clocks, state.tables, person);
  return hazard(state, clock, person, clocks.severity[row]);
}

/** Hazard of death of a person from every cause together, by the tables given [per hour]. */
function deathHazard(state: State, causes: readonly number[], tables: Tables, person: PersonRow): number {
  let sum = 0;
  for (const index of causes) sum += hazard(state, tables.clocks[index], person, NONE);
  return sum;
}

/**
 * Hazard of a clock for a person (NO_ROW: a transient) at the severity of an episode [per hour]. NONE: for a clock of life,
 * which belongs to no episode.
 */
export function hazard(state: State, clock: Clock, person: PersonRow, severity: number): number {
  let rate = severity === NONE ? clock.rate : clock.rate * clock.bySeverity[severity];
  if (clock.byFrailty && person !== NO_ROW) rate *= state.people.frailty[person];
  return rate * multiplier(state, clock.byState, person);
}

/** Product of the multipliers that a person's states call for. */
export function multiplier(state: State, byState: readonly StateMultiplier[], person: PersonRow): number {
  let product = 1;
  for (const { variable, value, times } of byState) {
    if (state.people.state(person, variable) === value) product *= times;
  }
  return product;
}
