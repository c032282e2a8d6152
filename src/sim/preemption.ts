/**
 * Making room for somebody more urgent. Who comes takes the units of those being served with a worse class, the worst
 * first and among them the latest started, who has least to lose; all the units it lacks, or none.
 */
import { resumeClocks } from './clocks.js';
import { inHand, putBack } from './in-hand.js';
import { Finish } from './log.js';
import { type EpisodeId, NO_ROW, type VisitId } from './rows.js';
import type { State } from './state.js';
import { decline } from './visiting.js';
import { Stage } from './visits.js';
import type { Preemption } from './world.js';

/** Somebody who is to give up their place, by the rule of the service at which they were found. */
interface Victim {
  readonly episode: EpisodeId;
  readonly rule: Preemption;
}

/**
 * Makes room for an episode at every service that it is about to wait for, or waits for first in line.
 * @returns false, with nothing changed, when that would not give it all the units it lacks.
 */
export function makeRoom(state: State, comer: EpisodeId): boolean {
  const { episodes, visits } = state;
  const victims: Victim[] = [];
  for (let visit = episodes.firstVisit[comer]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] === Stage.waiting) findVictims(state, visit as VisitId, victims);
  }
  for (let visit = episodes.firstVisit[comer]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] === Stage.waiting && lackingFor(state, visit as VisitId, victims) > 0) return false;
  }
  for (const { episode, rule } of victims) giveWay(state, episode, rule);
  return true;
}

/** Units that a visit would still lack if these gave way. */
function lackingFor(state: State, visit: VisitId, victims: readonly Victim[]): number {
  const { visits, services } = state;
  const service = visits.service[visit];
  let lacking = services.inUse[service] + visits.units[visit] - services.capacity[service];
  for (const { episode } of victims) lacking -= servedUnits(state, episode, service);
  return lacking;
}

/** Adds those who have to give way to a visit where its service pre-empts, as many as it needs. */
function findVictims(state: State, visit: VisitId, victims: Victim[]): void {
  const { visits, services } = state;
  const service = visits.service[visit];
  const rule = services.tables[service].preemption;
  let lacking = lackingFor(state, visit, victims);
  if (lacking <= 0 || rule === 'none') return;
  for (const other of lessUrgent(state, service, visits.lineClass[visit])) {
    const episode = visits.episode[other] as EpisodeId;
    if (victims.some((victim) => victim.episode === episode)) continue;
    victims.push({ episode, rule });
    lacking -= visits.units[other];
    if (lacking <= 0) return;
  }
}

/** Visits in hand of a worse class: the worst first, then the latest started. */
function lessUrgent(state: State, service: number, lineClass: number): VisitId[] {
  const { lineClass: classes } = state.visits;
  return inHand(state, service)
    .filter((visit) => classes[visit] > lineClass)
    .reverse()
    .sort((a, b) => classes[b] - classes[a]);
}

/** Units of a service that an episode would free by giving way. */
function servedUnits(state: State, episode: EpisodeId, service: number): number {
  const { visits } = state;
  let units = 0;
  for (let visit = state.episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] === Stage.served && visits.service[visit] === service) units += visits.units[visit];
  }
  return units;
}

function giveWay(state: State, episode: EpisodeId, rule: Preemption): void {
  const { episodes, steps, uprooted } = state;
  if (rule !== 'reroute') {
    putBack(state, episode, rule === 'restart' ? Finish.restarted : Finish.preempted);
    return;
  }
  decline(state, episode, Finish.preempted, steps[episodes.step[episode]].ifPreempted);
  if (episodes.firstClock[episode] !== NO_ROW) resumeClocks(state, episode);
  uprooted.push(episode);
}
