/**
 * Changes of staffed capacity, by shift and by date, and what becomes of work in hand when there are fewer to do it:
 * it is finished in overtime, handed over to the next shift, or stopped and resumed.
 */
import { resumeClocks } from './clocks.js';
import { Mark, Status } from './episodes.js';
import { Kind } from './events.js';
import { Finish, NEVER } from './log.js';
import { recordVisit } from './record.js';
import { type EpisodeId, NO_ROW, type VisitId } from './rows.js';
import { hourOfWeek } from './services.js';
import type { State } from './state.js';
import { enterLine, enterStuck, leaveStuck, lookAt } from './visiting.js';
import { Stage } from './visits.js';

/** Schedules a service's next change of capacity. */
export function scheduleChange(state: State, service: number): void {
  const { services, calendar, world } = state;
  const due = calendar.now + services.untilChange(service, calendar.now);
  const { high, low } = services.keys[service];
  if (due <= world.horizon) calendar.schedule(due, Kind.capacityChange, service, state.epoch, high, low);
}

/** Brings a service's capacity to what its pattern says for now. */
export function changeCapacity(state: State, service: number): void {
  const { services, calendar } = state;
  const { capacity, shiftEnd } = services.tables[service];
  const before = services.capacity[service];
  const after = capacity[hourOfWeek(calendar.now)];
  services.accrue(service, calendar.now);
  services.accrueStaff(service, calendar.now);
  services.capacity[service] = after;
  if (after < before) {
    if (shiftEnd === 'hand-over') handOver(state, service, after);
    if (shiftEnd === 'stop') stopWork(state, service, after);
  }
  lookAt(state, service);
}

/** Every stretch of service closes; in order of start, the next shift goes on with as many as it has units for. */
function handOver(state: State, service: number, capacity: number): void {
  const { visits, services, calendar } = state;
  const served = inHand(state, service);
  let left = capacity - services.inUse[service];
  for (const visit of served) left += visits.units[visit];
  for (const visit of served) {
    const units = visits.units[visit];
    if (units <= left) {
      left -= units;
      recordVisit(state, visit, Finish.handedOver, -1);
      visits.part[visit]++;
      visits.started[visit] = calendar.now;
    } else {
      left = 0; // nobody passes one who has to go back
      putBack(state, visits.episode[visit] as EpisodeId, Finish.handedOver, false);
    }
  }
}

/** Work beyond the new capacity stops, latest started first, and will be resumed before anybody else starts. */
function stopWork(state: State, service: number, capacity: number): void {
  const { visits, services } = state;
  const served = inHand(state, service);
  for (let at = served.length - 1; at >= 0 && services.inUse[service] > capacity; at--) {
    putBack(state, visits.episode[served[at]] as EpisodeId, Finish.stopped, true);
  }
}

/** Visits being served at a service, in order of start, then of episode key. */
function inHand(state: State, service: number): VisitId[] {
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

/** When the episode joined the first of the lines that it is being served from. */
function firstJoined(state: State, episode: EpisodeId): number {
  const { visits } = state;
  let first = NEVER;
  for (let visit = state.episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] === Stage.served) first = Math.min(first, visits.joined[visit]);
  }
  return first;
}

/** Puts an episode's service back into its lines, with the rest of its service time owed. */
function putBack(state: State, episode: EpisodeId, finish: Finish, first: boolean): void {
  const { episodes, visits, services, calendar } = state;
  episodes.owed[episode] = episodes.due[episode] - calendar.now;
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
    enterLine(state, visit as VisitId, first ? 0 : visits.lineClass[visit]);
    lookAt(state, service);
  }
  if (holds) enterStuck(state, episode);
  if (episodes.firstClock[episode] !== NO_ROW) resumeClocks(state, episode);
}
