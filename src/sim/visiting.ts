/**
 * The life of a visit: join the line, start, be served, give the units back; or be declined, or give up. Everything that
 * moves units or people in and out of lines goes through here, so that the accounts are kept in one place.
 */
import { pauseClocks, resumeClocks } from './clocks.js';
import { Mark, Status } from './episodes.js';
import { Kind } from './events.js';
import { Finish } from './log.js';
import type { Operation } from './operations.js';
import { recordVisit } from './record.js';
import { type EpisodeId, NO_ROW, type VisitId } from './rows.js';
import type { State } from './state.js';
import { Stage } from './visits.js';

/** In place of a step: the episode waits, is served or delayed, or is over. */
export const PAUSED = -2;

/** Puts a service on the list of those whose lines are to be looked at. */
export function lookAt(state: State, service: number): void {
  if (state.isToServe[service] === 1) return;
  state.isToServe[service] = 1;
  const { toServe } = state;
  toServe[(state.toServeHead + state.toServeCount) % toServe.length] = service;
  state.toServeCount++;
}

/** A new visit of the episode, the last in its list. */
export function addVisit(
  state: State,
  episode: EpisodeId,
  step: number,
  service: number,
  units: number,
  joined: number,
): VisitId {
  const { episodes, visits } = state;
  const visit = visits.take(episode, step, service, units, joined);
  let last = episodes.firstVisit[episode];
  if (last === NO_ROW) {
    episodes.firstVisit[episode] = visit;
    return visit;
  }
  while (visits.nextOfEpisode[last] !== NO_ROW) last = visits.nextOfEpisode[last];
  visits.nextOfEpisode[last] = visit;
  return visit;
}

/** Enters a visit in the line of its class. */
export function enterLine(state: State, visit: VisitId): void {
  const service = state.visits.service[visit];
  state.services.accrue(service, state.calendar.now);
  state.services.waiting[service]++;
  state.lines.join(visit);
}

/** Takes a waiting visit out of its line. */
export function leaveLine(state: State, visit: VisitId): void {
  const service = state.visits.service[visit];
  state.services.accrue(service, state.calendar.now);
  state.services.waiting[service]--;
  state.lines.leave(visit);
  lookAt(state, service);
}

/** Ends a visit: logs its last stretch, gives back what it holds (or its place in the line), and forgets it. */
export function endVisit(state: State, visit: VisitId, finish: Finish, next: number): void {
  const { visits, episodes, services, calendar } = state;
  const episode = visits.episode[visit] as EpisodeId;
  const service = visits.service[visit];
  recordVisit(state, visit, finish, next);
  if (visits.stage[visit] !== Stage.waiting) {
    services.release(service, visits.units[visit], calendar.now);
    if (episodes.bears(episode, Mark.stuck)) services.stuck[service] -= visits.units[visit];
    lookAt(state, service);
  }
  const after = visits.nextOfEpisode[visit];
  if (episodes.firstVisit[episode] === visit) {
    episodes.firstVisit[episode] = after;
  } else {
    let before = episodes.firstVisit[episode];
    while (visits.nextOfEpisode[before] !== visit) before = visits.nextOfEpisode[before];
    visits.nextOfEpisode[before] = after;
  }
  visits.give(visit);
}

/** Takes the units of a visit whose turn has come. */
export function takeUnits(state: State, visit: VisitId): void {
  const { visits, services, calendar } = state;
  visits.started[visit] = calendar.now;
  visits.stage[visit] = Stage.served;
  services.seize(visits.service[visit], visits.units[visit], calendar.now);
}

/**
 * Starts the service of a step whose units are all held now, and relieves whom the step relieves.
 * @returns the step to go on with, or PAUSED while the service lasts.
 */
export function startService(state: State, episode: EpisodeId, operation: Operation): number {
  const { episodes, calendar } = state;
  const isResumed = episodes.bears(episode, Mark.resuming);
  if (operation.relieves.length > 0 && !isResumed) relieve(state, episode, operation.relieves);
  const { length } = operation;
  if (length === null) {
    keepServed(state, episode, operation.then);
    episodes.status[episode] = Status.moving;
    return operation.then;
  }
  const due = calendar.now + episodes.owed[episode];
  episodes.status[episode] = Status.served;
  episodes.due[episode] = due;
  const epoch = ++episodes.epoch[episode];
  if (isResumed) {
    episodes.unmark(episode, Mark.resuming);
  } else {
    episodes.whole[episode] = episodes.owed[episode];
    episodes.count(episode, length.slot);
  }
  if (episodes.firstClock[episode] !== NO_ROW) pauseClocks(state, episode);
  calendar.schedule(due, Kind.serviceEnd, episode, epoch, episodes.keyHigh[episode], episodes.keyLow[episode]);
  return PAUSED;
}

/** Ends the service of an episode: units are given back unless the step keeps them. */
export function endService(state: State, episode: EpisodeId, operation: Operation): void {
  const { episodes, visits, calendar } = state;
  episodes.epoch[episode]++;
  episodes.status[episode] = Status.moving;
  if (operation.keep) {
    keepServed(state, episode, operation.then);
  } else {
    let visit = episodes.firstVisit[episode];
    while (visit !== NO_ROW) {
      const after = visits.nextOfEpisode[visit];
      if (visits.stage[visit] === Stage.served) {
        visits.ended[visit] = calendar.now;
        endVisit(state, visit as VisitId, Finish.released, operation.then);
      }
      visit = after;
    }
  }
  if (episodes.firstClock[episode] !== NO_ROW) resumeClocks(state, episode);
}

/** Marks what was being served as kept from now on. */
function keepServed(state: State, episode: EpisodeId, onward: number): void {
  const { episodes, visits, calendar } = state;
  for (let visit = episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] === Stage.served) {
      visits.ended[visit] = calendar.now;
      visits.stage[visit] = Stage.kept;
      visits.onward[visit] = onward;
    }
  }
}

function relieve(state: State, episode: EpisodeId, relieved: Int32Array): void {
  for (let at = 0; at < relieved.length; at++) giveBack(state, episode, relieved[at]);
}

/** Gives back all kept units of one service (NO_ROW: of every service) that the episode holds. */
export function giveBack(state: State, episode: EpisodeId, service: number): void {
  const { episodes, visits } = state;
  let visit = episodes.firstVisit[episode];
  while (visit !== NO_ROW) {
    const after = visits.nextOfEpisode[visit];
    if (visits.stage[visit] === Stage.kept && (service === NO_ROW || visits.service[visit] === service)) {
      endVisit(state, visit as VisitId, Finish.released, visits.onward[visit]);
    }
    visit = after;
  }
}

/** Ends what the episode waits for or is seizing at its present step, with one finish for all of it. */
export function abandonStep(state: State, episode: EpisodeId, finish: Finish, next: number): void {
  const { episodes, visits } = state;
  leaveStuck(state, episode);
  let visit = episodes.firstVisit[episode];
  while (visit !== NO_ROW) {
    const after = visits.nextOfEpisode[visit];
    if (visits.stage[visit] !== Stage.kept) {
      if (visits.stage[visit] === Stage.waiting && episodes.status[episode] === Status.waiting) {
        leaveLine(state, visit as VisitId);
      }
      endVisit(state, visit as VisitId, finish, next);
    }
    visit = after;
  }
  episodes.epoch[episode]++;
  episodes.status[episode] = Status.moving;
  episodes.unmark(episode, Mark.resuming);
}

/** Declines a contact: logged with its reason, and owed exactly one successor. */
export function decline(state: State, episode: EpisodeId, finish: Finish, next: number): number {
  abandonStep(state, episode, finish, next);
  state.declined++;
  state.episodes.mark(episode, Mark.adrift);
  return next;
}

/** The successor of a declined contact: whatever the episode does next, once. */
export function succeed(state: State, episode: EpisodeId): void {
  if (!state.episodes.bears(episode, Mark.adrift)) return;
  state.episodes.unmark(episode, Mark.adrift);
  state.succeeded++;
}

/** Counts the units held by an episode that waits with no end but its turn. */
export function enterStuck(state: State, episode: EpisodeId): void {
  changeStuck(state, episode, 1);
  state.episodes.mark(episode, Mark.stuck);
  state.mayBeLocked = true;
}

/** Takes that count back when it no longer waits. */
export function leaveStuck(state: State, episode: EpisodeId): void {
  if (!state.episodes.bears(episode, Mark.stuck)) return;
  changeStuck(state, episode, -1);
  state.episodes.unmark(episode, Mark.stuck);
}

function changeStuck(state: State, episode: EpisodeId, sign: number): void {
  const { episodes, visits, services } = state;
  for (let visit = episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] !== Stage.waiting) services.stuck[visits.service[visit]] += sign * visits.units[visit];
  }
}
