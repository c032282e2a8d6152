/**
 * The life of a visit: join the line, start, be served, give the units back; or be declined, or give up. What moves units or
 * people in and out of lines is here, but for work that is put back (`in-hand.ts`) and who is inside at hour 0 (`stock.ts`).
 */
import type { Account } from './accounts.js';
import { pauseClocks, resumeClocks } from './clocks.js';
import { type Episode, Mark, Status } from './episodes.js';
import { Kind } from './events.js';
import { Finish } from './log.js';
import type { Operation } from './operations.js';
import { recordVisit } from './record.js';
import { NO_ROW } from './rows.js';
import type { State } from './state.js';
import { Stage, type Visit } from './visits.js';

/** In place of a step: the episode waits, is served or delayed, or is over. */
export const PAUSED = -2;

/** Puts a service on the list of those whose lines are to be looked at. */
export function listToServe(state: State, account: Account): void {
  if (account.isToServe) return;
  account.isToServe = true;
  const last = state.lastToServe;
  if (last === null) state.firstToServe = account;
  else last.nextToServe = account;
  state.lastToServe = account;
}

/** A new visit of the episode, the last in its list. When it joins is still to be said. */
export function addVisit(state: State, episode: Episode, step: number, account: Account, units: number): Visit {
  const { visits } = state;
  const visit = visits.take(episode, step, account, units);
  if (episode.firstVisit === null) episode.firstVisit = visit;
  else linkLast(episode.firstVisit, visit);
  return visit;
}

function linkLast(first: Visit, visit: Visit): void {
  let last = first;
  while (last.nextOfEpisode !== null) last = last.nextOfEpisode;
  last.nextOfEpisode = visit;
}

/** Enters a visit in the line of its class. */
export function enterLine(state: State, visit: Visit): void {
  const { account } = visit;
  account.accrue(state.calendar.second);
  account.waiting++;
  state.lines.join(visit);
}

/** Takes a waiting visit out of its line. */
export function leaveLine(state: State, visit: Visit): void {
  const { account } = visit;
  account.accrue(state.calendar.second);
  account.waiting--;
  state.lines.leave(visit);
  listToServe(state, account);
}

/** Ends a visit: logs its last stretch, gives back what it holds, and forgets it. One in a line has left it before. */
export function endVisit(state: State, visit: Visit, finish: Finish, next: number): void {
  const { visits, calendar } = state;
  const { episode, account } = visit;
  recordVisit(state, visit, finish, next);
  if (visit.stage !== Stage.waiting) {
    account.release(visit.units, calendar.second);
    if (episode.bears(Mark.stuck)) account.stuck -= visit.units;
    listToServe(state, account);
  }
  if (episode.firstVisit === visit) episode.firstVisit = visit.nextOfEpisode;
  else unlink(episode, visit);
  visits.give(visit);
}

function unlink(episode: Episode, visit: Visit): void {
  let before = episode.firstVisit as Visit;
  while (before.nextOfEpisode !== visit) before = before.nextOfEpisode as Visit;
  before.nextOfEpisode = visit.nextOfEpisode;
}

/** Takes the units of a visit whose turn has come. */
export function takeUnits(state: State, visit: Visit): void {
  const { calendar } = state;
  const { account } = visit;
  visit.started = calendar.now;
  visit.stage = Stage.served;
  if (account.begun !== null) account.begun.add(visit);
  account.seize(visit.units, calendar.second);
}

/**
 * Starts the service of a step whose units are all held now, and relieves whom the step relieves.
 * @returns the step to go on with, or PAUSED while the service lasts.
 */
export function startService(state: State, episode: Episode, operation: Operation): number {
  const { episodes, calendar } = state;
  const isResumed = episode.bears(Mark.resuming);
  const { relieves, length } = operation;
  if (relieves !== null && !isResumed) relieve(state, episode, relieves);
  if (length === null) {
    keepServed(state, episode, operation.then);
    episode.status = Status.moving;
    return operation.then;
  }
  const due = calendar.now + episode.owed;
  episode.status = Status.served;
  episode.due = due;
  const epoch = ++episode.epoch;
  if (isResumed) {
    episode.unmark(Mark.resuming);
  } else {
    episode.whole = episode.owed;
    episodes.count(episode, length.slot);
  }
  if (episode.firstClock !== NO_ROW) pauseClocks(state, episode);
  calendar.due = due;
  calendar.enter(Kind.serviceEnd, episode.row, epoch, episode.keyHigh, episode.keyLow);
  return PAUSED;
}

/** Ends the service of an episode: units are given back unless the step keeps them. */
export function endService(state: State, episode: Episode, operation: Operation): void {
  const { calendar } = state;
  episode.epoch++;
  episode.status = Status.moving;
  if (operation.keep) {
    keepServed(state, episode, operation.then);
  } else {
    let visit = episode.firstVisit;
    while (visit !== null) {
      const after = visit.nextOfEpisode;
      if (visit.stage === Stage.served) {
        visit.ended = calendar.now;
        endVisit(state, visit, Finish.released, operation.then);
      }
      visit = after;
    }
  }
  if (episode.firstClock !== NO_ROW) resumeClocks(state, episode);
}

/** Marks what was being served as kept from now on. */
function keepServed(state: State, episode: Episode, onward: number): void {
  const { calendar } = state;
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.served) {
      visit.ended = calendar.now;
      visit.stage = Stage.kept;
      visit.onward = onward;
    }
  }
}

function relieve(state: State, episode: Episode, relieved: Int32Array): void {
  for (let at = 0; at < relieved.length; at++) giveBack(state, episode, relieved[at]);
}

/** Gives back all kept units of one service (NO_ROW: of every service) that the episode holds. */
export function giveBack(state: State, episode: Episode, service: number): void {
  let visit = episode.firstVisit;
  while (visit !== null) {
    const after = visit.nextOfEpisode;
    if (visit.stage === Stage.kept && (service === NO_ROW || visit.service === service)) {
      endVisit(state, visit, Finish.released, visit.onward);
    }
    visit = after;
  }
}

/** Ends what the episode waits for or is seizing at its present step, with one finish for all of it. */
export function abandonStep(state: State, episode: Episode, finish: Finish, next: number): void {
  leaveStuck(episode);
  let visit = episode.firstVisit;
  while (visit !== null) {
    const after = visit.nextOfEpisode;
    if (visit.stage !== Stage.kept) {
      if (visit.stage === Stage.waiting && episode.status === Status.waiting) {
        leaveLine(state, visit);
      }
      endVisit(state, visit, finish, next);
    }
    visit = after;
  }
  episode.epoch++;
  episode.status = Status.moving;
  episode.unmark(Mark.resuming);
}

/** Declines a contact: logged with its reason, and owed exactly one successor. */
export function decline(state: State, episode: Episode, finish: Finish, next: number): number {
  abandonStep(state, episode, finish, next);
  state.declined++;
  episode.mark(Mark.adrift);
  return next;
}

/** The successor of a declined contact: whatever the episode does next, once. */
export function succeed(state: State, episode: Episode): void {
  if (!episode.bears(Mark.adrift)) return;
  episode.unmark(Mark.adrift);
  state.succeeded++;
}

/** Counts the units held by an episode that waits with no end but its turn. */
export function enterStuck(state: State, episode: Episode): void {
  changeStuck(episode, 1);
  episode.mark(Mark.stuck);
  state.mayBeLocked = true;
}

/** Takes that count back when it no longer waits. */
export function leaveStuck(episode: Episode): void {
  if (!episode.bears(Mark.stuck)) return;
  changeStuck(episode, -1);
  episode.unmark(Mark.stuck);
}

function changeStuck(episode: Episode, sign: number): void {
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage !== Stage.waiting) visit.account.stuck += sign * visit.units;
  }
}
