import { type Episode, Mark, Status } from '../episodes.js';
import { Kind } from '../events.js';
import { Finish, NEVER } from '../log.js';
import type { Operation, Sought } from '../operations.js';
import { makeRoom } from '../preemption.js';
import { awaitRetriage, classAt, planRetriage } from '../retriage.js';
import type { State } from '../state.js';
import { addVisit, decline, enterLine, enterStuck, PAUSED, startService, succeed, takeUnits } from '../visiting.js';
import { Stage, type Visit } from '../visits.js';
import { NONE } from '../world.js';

/**
 * Seeks units of one or more services: served now, else make room, else wait, else refused.
 * @returns the step to go on with, or PAUSED.
 */
export function seize(state: State, episode: Episode, operation: Operation): number {
  const { episodes } = state;
  if (episode.bears(Mark.adrift)) succeed(state, episode);
  const { length, patience, retriage } = operation;
  if (length === null) {
    episode.owed = 0;
  } else {
    length.draw(episode, episodes.counted(episode, length.slot));
    episode.owed = length.hours;
  }
  if (patience === null) {
    episode.deadline = NEVER;
  } else {
    patience.draw(episode, episodes.count(episode, patience.slot));
    episode.deadline = state.calendar.now + patience.hours;
  }
  if (retriage === null) episode.retriageAt = NEVER;
  else planRetriage(state, episode, retriage);
  if (operation.only !== null) return seizeOne(state, episode, operation, operation.only);
  if (operation.holdFirst) {
    episode.seeking = 0;
    return seekNext(state, episode, operation);
  }
  const { sought } = operation;
  for (let at = 0; at < sought.length; at++) joinService(state, episode, operation, sought[at]);
  if (secureOnArrival(state, episode, operation, 0, sought.length)) {
    takeWaiting(state, episode);
    return startService(state, episode, operation);
  }
  return wait(state, episode, operation, 0, sought.length);
}

/** The commonest step: units of one service. */
function seizeOne(state: State, episode: Episode, operation: Operation, sought: Sought): number {
  const { lines } = state;
  const { account } = sought;
  const visit = joinService(state, episode, operation, sought);
  if (account.inUse + visit.units <= account.capacity) {
    if (account.waiting === 0 || lines.isClear(account.service, visit.lineClass)) {
      takeUnits(state, visit);
      return startService(state, episode, operation);
    }
  } else if (state.preempts && secureOnArrival(state, episode, operation, 0, 1)) {
    takeUnits(state, visit);
    return startService(state, episode, operation);
  }
  if (operation.ifClosed !== NONE && account.capacity === 0)
    return decline(state, episode, Finish.closed, operation.ifClosed);
  if (account.waiting >= account.room) return decline(state, episode, Finish.full, operation.ifFull);
  enterLine(state, visit);
  return beginWait(state, episode, operation, episode.firstVisit !== visit);
}

/** Hold-first: seeks the services one after another, holding those it has. */
export function seekNext(state: State, episode: Episode, operation: Operation): number {
  const { sought } = operation;
  while (episode.seeking < sought.length) {
    const at = episode.seeking;
    joinService(state, episode, operation, sought[at]);
    if (!secureOnArrival(state, episode, operation, at, at + 1)) return wait(state, episode, operation, at, at + 1);
    takeWaiting(state, episode);
    episode.seeking++;
  }
  return startService(state, episode, operation);
}

/** Takes the units of every visit of the episode that is waiting. */
export function takeWaiting(state: State, episode: Episode): void {
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.waiting) takeUnits(state, visit);
  }
}

function joinService(state: State, episode: Episode, operation: Operation, sought: Sought): Visit {
  const { episodes, calendar } = state;
  const { account, units, slot } = sought;
  const visit = addVisit(state, episode, episode.step, account, units);
  visit.joinAt(calendar.now);
  visit.lineClass = classAt(episode, operation);
  visit.ordinal = episodes.count(episode, slot);
  visit.requested = Math.round(units * episode.owed * 3600);
  return visit;
}

/**
 * Sees to it that it can start: nobody of its class or a better one waits, and its units are free, or are made so by putting
 * others out. False, with nothing changed, when that cannot be.
 */
function secureOnArrival(state: State, episode: Episode, operation: Operation, from: number, to: number): boolean {
  const { lines } = state;
  const lineClass = classAt(episode, operation);
  let lacking = false;
  for (let at = from; at < to; at++) {
    const { account, units } = operation.sought[at];
    if (account.inUse + units > account.capacity) {
      if (!state.preempts) return false;
      lacking = true;
    }
    if (account.waiting > 0 && !lines.isClear(account.service, lineClass)) return false;
  }
  return !lacking || makeRoom(state, episode);
}

/** Waits in the lines of services `from` to `to`, unless it is refused. */
function wait(state: State, episode: Episode, operation: Operation, from: number, to: number): number {
  const { sought } = operation;
  for (let at = from; at < to; at++) {
    if (operation.ifClosed !== NONE && sought[at].account.capacity === 0) {
      return decline(state, episode, Finish.closed, operation.ifClosed);
    }
  }
  for (let at = from; at < to; at++) {
    const { account } = sought[at];
    if (account.waiting >= account.room) {
      return decline(state, episode, Finish.full, operation.ifFull);
    }
  }
  let holds = false;
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.waiting) enterLine(state, visit);
    else holds = true;
  }
  return beginWait(state, episode, operation, holds);
}

/** In its lines now: patience runs, and a gridlock is possible where it holds something and has no patience. */
function beginWait(state: State, episode: Episode, operation: Operation, holds: boolean): number {
  const { calendar } = state;
  const { deadline } = episode;
  episode.status = Status.waiting;
  const epoch = ++episode.epoch;
  if (deadline < NEVER) {
    calendar.due = Math.max(deadline, calendar.now);
    calendar.enter(Kind.renege, episode.row, epoch, episode.keyHigh, episode.keyLow);
  } else if (holds) {
    enterStuck(state, episode);
  }
  if (operation.retriage !== null) awaitRetriage(state, episode);
  return PAUSED;
}
