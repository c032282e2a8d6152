/** Writes the logs: the only place where rows of visits, decisions and outcomes are appended, so that what is logged and what is counted agree. */
import { type Episode, Mark } from './episodes.js';
import { Finish, LOG_ROWS, NEVER, secondOf } from './log.js';
import { outcomes, putUnderWay, visits } from './logs.js';
import { NO_ROW } from './rows.js';
import type { State } from './state.js';
import { Stage, type Visit } from './visits.js';
import { NONE } from './world.js';

/** Appends a stretch of a visit that is over now. */
export function recordVisit(state: State, visit: Visit, finish: Finish, next: number): void {
  const { calendar } = state;
  const now = calendar.second;
  const log = visits; // third on purpose: the compiler of Node takes the n-th parameter and the n-th variable for one (D237)
  if (log.count === LOG_ROWS) handOverVisits(state);
  const row = log.count++;
  const episode = visit.episode;
  const { account, units } = visit;
  const started = visit.started;
  recordWho(row, episode);
  log.step[row] = visit.step;
  log.decision[row] = NONE;
  log.inputs[row] = 0;
  log.tag[row] = state.steps[visit.step].tag;
  log.service[row] = visit.service;
  log.units[row] = units;
  log.visit[row] = visit.ordinal;
  log.part[row] = visit.part;
  log.joined[row] = visit.joined;
  log.started[row] = started;
  // Cut short: what was served ended when it was.
  log.ended[row] = started < NEVER && visit.ended === NEVER ? calendar.now : visit.ended;
  log.released[row] = calendar.now;
  log.requested[row] = visit.part === 0 ? visit.requested : 0;
  log.finish[row] = finish;
  log.next[row] = next;
  let left = now; // the line
  if (visit.stage !== Stage.waiting) {
    left = secondOf(started);
    account.logged += units * (now - left);
  }
  account.loggedWaiting += left - visit.since;
  visit.since = now;
}

/** Appends a decision: which way, and the code of what it was decided on. */
export function recordDecision(
  state: State,
  episode: Episode,
  step: number,
  decision: number,
  inputs: number,
  next: number,
): void {
  const { calendar } = state;
  const log = visits;
  if (log.count === LOG_ROWS) handOverVisits(state);
  const row = log.count++;
  recordWho(row, episode);
  log.step[row] = step;
  log.decision[row] = decision;
  log.inputs[row] = inputs;
  log.tag[row] = state.steps[step].tag;
  log.service[row] = NONE;
  log.units[row] = 0;
  log.visit[row] = 0;
  log.part[row] = 0;
  log.joined[row] = calendar.now;
  log.started[row] = calendar.now;
  log.ended[row] = calendar.now;
  log.released[row] = calendar.now;
  log.requested[row] = 0;
  log.finish[row] = Finish.decided;
  log.next[row] = next;
}

function recordWho(row: number, episode: Episode): void {
  const log = visits;
  log.person[row] = episode.number;
  log.cohort[row] = episode.cohort;
  log.keyHigh[row] = episode.keyHigh;
  log.keyLow[row] = episode.keyLow;
  log.need[row] = episode.need;
  log.severity[row] = episode.severity;
  log.channel[row] = episode.channel;
  log.background[row] = episode.background;
}

/** Appends the end of an episode; outcome NONE when it is censored. */
export function recordOutcome(state: State, episode: Episode, outcome: number): void {
  const { calendar } = state;
  const person = episode.person;
  const log = outcomes; // third on purpose, as in recordVisit
  if (log.count === LOG_ROWS) handOverOutcomes(state);
  const row = log.count++;
  log.person[row] = episode.number;
  log.cohort[row] = episode.cohort;
  log.besideFrom[row] = person === NO_ROW ? NEVER : latestOpened(state, person, episode);
  log.keyHigh[row] = episode.keyHigh;
  log.keyLow[row] = episode.keyLow;
  const isChild = episode.bears(Mark.child);
  log.parentHigh[row] = isChild ? episode.parentHigh : 0;
  log.parentLow[row] = isChild ? episode.parentLow : 0;
  log.need[row] = episode.need;
  log.severity[row] = episode.severity;
  log.channel[row] = episode.channel;
  log.background[row] = episode.background;
  log.opened[row] = episode.opened;
  log.closed[row] = calendar.now;
  log.outcome[row] = outcome;
  log.absorbed[row] = 0;
  log.stock[row] = episode.bears(Mark.stock) ? 1 : 0;
  log.parallel[row] = episode.bears(Mark.parallel) ? 1 : 0;
  log.step[row] = episode.step;
}

/** When the latest of a person's open episodes began, one of them and parallel contacts left out; NEVER without. */
function latestOpened({ people, episodes }: State, person: number, but: Episode | null): number {
  let latest = -NEVER;
  for (let at = people.firstEpisode[person]; at !== NO_ROW; at = episodes.all[at].nextOfPerson) {
    const other = episodes.all[at];
    if (other !== but && other.opened > latest && !other.bears(Mark.parallel)) latest = other.opened;
  }
  return latest === -NEVER ? NEVER : latest;
}

/** What is known of a candidate that met an open episode of the same need. */
export interface Absorbed {
  readonly high: number;
  readonly low: number;
  readonly parentHigh: number;
  readonly parentLow: number;
  readonly need: number;
}

/** Appends a candidate that an open episode of the same need absorbed. */
export function recordAbsorbed(state: State, person: number, candidate: Absorbed): void {
  const { people, calendar } = state;
  const log = outcomes;
  if (log.count === LOG_ROWS) handOverOutcomes(state);
  const row = log.count++;
  state.absorbed++;
  log.person[row] = people.index[person];
  log.keyHigh[row] = candidate.high;
  log.keyLow[row] = candidate.low;
  log.parentHigh[row] = candidate.parentHigh;
  log.parentLow[row] = candidate.parentLow;
  log.need[row] = candidate.need;
  log.cohort[row] = people.cohort[person];
  log.severity[row] = 0;
  log.channel[row] = NONE;
  log.background[row] = 0;
  log.opened[row] = calendar.now;
  log.closed[row] = calendar.now;
  log.outcome[row] = NONE;
  log.absorbed[row] = 1;
  log.stock[row] = 0;
  log.parallel[row] = 0;
  log.step[row] = NONE;
  log.besideFrom[row] = latestOpened(state, person, null);
}

/** Closes a clock hour for all services. */
export function recordHour(state: State): void {
  const { levelLog: log, services } = state;
  if (log.count + services.count > log.service.length) handOverLevels(state);
  services.markHour(state.hour, state.calendar.second, log);
  state.hour++;
}

/** Hands over all that is logged so far, which of a replication that fails is all that is known. */
export function handOver(state: State): void {
  handOverVisits(state);
  handOverOutcomes(state);
  handOverLevels(state);
}

/** Hands the visit log to the reader and starts it afresh. */
function handOverVisits(state: State): void {
  putUnderWay(state);
  if (visits.count > 0) state.reader.visits(visits);
  visits.count = 0;
}

/** Hands the outcome log to the reader and starts it afresh. */
function handOverOutcomes(state: State): void {
  putUnderWay(state);
  if (outcomes.count > 0) state.reader.outcomes(outcomes);
  outcomes.count = 0;
}

/** Hands the levels log to the reader and starts it afresh. */
function handOverLevels(state: State): void {
  if (state.levelLog.count > 0) state.reader.levels(state.levelLog);
  state.levelLog.count = 0;
}
