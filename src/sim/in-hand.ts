/** Work in hand at a service: who is being served there, and putting them back into line with service time still owed. */
import { resumeClocks } from './clocks.js';
import { type Episode, Mark, Status } from './episodes.js';
import { Finish, NEVER } from './log.js';
import { recordVisit } from './record.js';
import { NO_ROW } from './rows.js';
import type { State } from './state.js';
import { enterLine, enterStuck, leaveStuck, listToServe } from './visiting.js';
import { Stage, type Visit } from './visits.js';

/** Visits being served at a service, in order of start, then of episode key. */
export function inHand(state: State, service: number): Visit[] {
  const { visits, services } = state;
  const { begun } = services.accounts[service];
  const found: Visit[] = [];
  for (const visit of begun ?? visits.all) {
    if (visit.service !== service || visit.stage !== Stage.served) {
      begun?.delete(visit);
      continue;
    }
    if (visit.episode.status === Status.served) found.push(visit);
  }
  return found.sort(
    (a, b) =>
      a.started - b.started ||
      (a.episode.keyHigh >>> 0) - (b.episode.keyHigh >>> 0) ||
      (a.episode.keyLow >>> 0) - (b.episode.keyLow >>> 0),
  );
}

/**
 * Puts an episode's service back into its lines, in its place by hour of joining; patience, once served, is no matter.
 * Owed afterwards: what is left, or after `Finish.restarted` the whole from its beginning. Work that a shift's end has
 * stopped goes before everybody.
 */
export function putBack(state: State, episode: Episode, finish: Finish): void {
  const { calendar } = state;
  episode.owed = finish === Finish.restarted ? episode.whole : episode.due - calendar.now;
  episode.deadline = NEVER;
  episode.mark(Mark.resuming);
  episode.status = Status.waiting;
  episode.epoch++;
  leaveStuck(episode);
  const rank = firstJoined(episode);
  let holds = false;
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage !== Stage.served) {
      holds = true;
      continue;
    }
    recordVisit(state, visit, finish, -1);
    visit.account.release(visit.units, calendar.second);
    visit.stage = Stage.waiting;
    visit.started = NEVER;
    visit.part++;
    visit.rank = rank;
    visit.isFirst = finish === Finish.stopped;
    enterLine(state, visit);
    listToServe(state, visit.account);
  }
  if (holds) enterStuck(state, episode);
  if (episode.firstClock !== NO_ROW) resumeClocks(state, episode);
}

/** When the episode joined the first of the lines that it is being served from. */
function firstJoined(episode: Episode): number {
  let first = NEVER;
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.served) first = Math.min(first, visit.joined);
  }
  return first;
}
