/** Whose turn is next: after anything has been given back, the lines concerned are served until nobody can start. */
import type { Account } from './accounts.js';
import { type Episode, Mark, Status } from './episodes.js';
import type { Operation } from './operations.js';
import { proceed } from './pathway.js';
import { makeRoom } from './preemption.js';
import type { State } from './state.js';
import { seekNext, takeWaiting } from './verbs/seize.js';
import { leaveLine, leaveStuck, PAUSED, startService, takeUnits } from './visiting.js';
import { Stage, type Visit } from './visits.js';

/** Serves the lines of every service on the list, in the order in which their units came back. */
export function serveLines(state: State): void {
  if (state.uprooted.length > 0) moveUprooted(state);
  for (let account = state.firstToServe; account !== null; account = state.firstToServe) {
    state.firstToServe = account.nextToServe;
    if (account.nextToServe === null) state.lastToServe = null;
    account.nextToServe = null;
    account.isToServe = false;
    if (account.waiting > 0) serveLine(state, account);
  }
}

/** Sends those who have lost their place to somebody more urgent where their step says. */
function moveUprooted(state: State): void {
  const { uprooted, steps } = state;
  // The list grows as we go when one of them takes the place of another in turn.
  for (let at = 0; at < uprooted.length; at++) {
    const episode = uprooted[at];
    proceed(state, episode, steps[episode.step].ifPreempted);
  }
  uprooted.length = 0;
}

/** Starts those in a service's line, in turn, as far as units reach. The first who cannot start holds up all behind. */
function serveLine(state: State, account: Account): void {
  const { lines, uprooted } = state;
  while (account.waiting > 0 && (account.inUse < account.capacity || state.preempts)) {
    const visit = lines.first(account.service);
    if (visit === null) return;
    const { episode } = visit;
    const isAlone = episode.firstVisit === visit && visit.nextOfEpisode === null;
    if (isAlone && account.inUse + visit.units <= account.capacity) {
      startAlone(state, episode, visit);
    } else {
      if (!secureInTurn(state, episode)) return;
      startInTurn(state, episode);
    }
    if (uprooted.length > 0) moveUprooted(state);
  }
}

/**
 * Sees to it that it can start: it is the first in line wherever it waits, and its units are free, or are made so by putting
 * others out. False, with nothing changed, when that cannot be.
 */
function secureInTurn(state: State, episode: Episode): boolean {
  const { lines } = state;
  let lacking = false;
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage !== Stage.waiting) continue;
    const { service, account } = visit;
    if (account.inUse + visit.units > account.capacity) {
      if (!state.preempts) return false;
      lacking = true;
    }
    if (lines.first(service) !== visit) return false;
  }
  return !lacking || makeRoom(state, episode);
}

/** The commonest turn: of somebody who holds nothing and waits for nothing else. */
function startAlone(state: State, episode: Episode, visit: Visit): void {
  if (episode.bears(Mark.stuck)) leaveStuck(episode);
  leaveLine(state, visit);
  takeUnits(state, visit);
  goOn(state, episode);
}

function startInTurn(state: State, episode: Episode): void {
  leaveStuck(episode);
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.waiting) leaveLine(state, visit);
  }
  takeWaiting(state, episode);
  goOn(state, episode);
}

/** With the units in hand that it waited for: begins the service, or seeks what else it needs. */
function goOn(state: State, episode: Episode): void {
  const operation: Operation = state.steps[episode.step];
  episode.status = Status.moving; // in no line, should the next service refuse it
  let next: number;
  if (operation.holdFirst && !episode.bears(Mark.resuming)) {
    episode.seeking++;
    next = seekNext(state, episode, operation);
  } else {
    next = startService(state, episode, operation);
  }
  if (next !== PAUSED) proceed(state, episode, next);
}
