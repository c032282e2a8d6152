/** Work in hand at a service: who is being served there, and putting them back into line with service time still owed. */
import { resumeClocks } from './clocks.js';
import { Mark, Status } from './episodes.js';
import { Finish, NEVER } from './log.js';
import { recordVisit } from './record.js';
import { type EpisodeId, NO_ROW, type VisitId } from './rows.js';
import type { State } from './state.js';
import { enterLine, enterStuck, leaveStuck, lookAt } from './visiting.js';
import { Stage } from './visits.js';

/** Visits being served at a service, in order of start, then of episode key. */
export function inHand(state: State, service: number): VisitId[] {
  const { visits, episodes } = state;
  const found: VisitId[] = [];
  for (let visit = 0; visit < visits.used; visit++) {
    const episode = visits.episode[visit];
    if (episode === NO_ROW || visits.service[visit] !== service || visits.stage[visit] !== Stage.served) continue;
    if (episodes.status[episode] === Status.served) found.push(visit as VisitId);
  }
  const words = (visit: VisitId, column: Int32Array): number => column[visits.episode[visit]] >>> 0;
  return found.sort(
    (a, b) =>
      visits.started[a] - visits.started[b] ||
      words(a, episodes.keyHigh) - words(b, episodes.keyHigh) ||
      words(a, episodes.keyLow) - words(b, episodes.keyLow),
  );
}

/**
 * Puts an episode's service back into its lines, in its place by hour of joining; patience, once served, is no matter.
 * Owed afterwards: what is left, or after `Finish.restarted` the whole from its beginning. Work that a shift's end has
 * stopped goes before everybody.
 */
export function putBack(state: State, episode: EpisodeId, finish: Finish): void {
  const { episodes, visits, services, calendar } = state;
  const { due, owed, whole } = episodes;
  owed[episode] = finish === Finish.restarted ? whole[episode] : due[episode] - calendar.now;
  episodes.deadline[episode] = NEVER;
  episodes.mark(episode, Mark.resuming);
  episodes.status[episode] = Status.waiting;
  episodes.epoch[episode]++;
  leaveStuck(state, episode);
  const rank = firstJoined(state, episode);
  let holds = false;
  for (let visit = episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] !== Stage.served) {
      holds = true;
      continue;
    }
    const service = visits.service[visit];
    recordVisit(state, visit as VisitId, finish, -1);
    services.release(service, visits.units[visit], calendar.now);
    visits.stage[visit] = Stage.waiting;
    visits.started[visit] = NEVER;
    visits.part[visit]++;
    visits.rank[visit] = rank;
    visits.isFirst[visit] = finish === Finish.stopped ? 1 : 0;
    enterLine(state, visit as VisitId);
    lookAt(state, service);
  }
  if (holds) enterStuck(state, episode);
  if (episodes.firstClock[episode] !== NO_ROW) resumeClocks(state, episode);
}

/** When the episode joined the first of the lines that it is being served from. */
function firstJoined(state: State, episode: EpisodeId): number {
  const { visits } = state;
  let first = NEVER;
  for (let visit = state.episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] === Stage.served) first = Math.min(first, visits.joined[visit]);
  }
  return first;
}
