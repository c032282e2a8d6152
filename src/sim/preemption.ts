/**
 * Making room for somebody more urgent. Who comes takes the units of those being served with a worse class, the worst
 * first and among them the latest started, who has least to lose; all the units it lacks, or none.
 */

import { resumeClocks } from './clocks.js';
import type { Episode } from './episodes.js';
import { inHand, putBack } from './in-hand.js';
import { Finish } from './log.js';
import { NO_ROW } from './rows.js';
import type { State } from './state.js';
import { decline } from './visiting.js';
import { Stage, type Visit } from './visits.js';
import type { Preemption } from './world.js';

/** Somebody who is to give up their place, by the rule of the service at which they were found. */
interface Victim {
  readonly episode: Episode;
  readonly rule: Preemption;
}

/**
 * Makes room for an episode at every service that it is about to wait for, or waits for first in line.
 * @returns false, with nothing changed, when that would not give it all the units it lacks.
 */
export function makeRoom(state: State, comer: Episode): boolean {
  const victims: Victim[] = [];
  for (let visit = comer.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.waiting) findVictims(state, visit, victims);
  }
  for (let visit = comer.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.waiting && lackingFor(state, visit, victims) > 0) return false;
  }
  for (const { episode, rule } of victims) giveWay(state, episode, rule);
  return true;
}

/** Units that a visit would still lack if these gave way. */
function lackingFor(state: State, visit: Visit, victims: readonly Victim[]): number {
  const { services } = state;
  const service = visit.service;
  const { inUse, capacity } = services.accounts[service];
  let lacking = inUse + visit.units - capacity;
  for (const { episode } of victims) lacking -= servedUnits(episode, service);
  return lacking;
}

/** Adds those who have to give way to a visit where its service pre-empts, as many as it needs. */
function findVictims(state: State, visit: Visit, victims: Victim[]): void {
  const { services } = state;
  const service = visit.service;
  const rule = services.tables[service].preemption;
  let lacking = lackingFor(state, visit, victims);
  if (lacking <= 0 || rule === 'none') return;
  for (const other of lessUrgent(state, service, visit.lineClass)) {
    const episode = other.episode;
    if (victims.some((victim) => victim.episode === episode)) continue;
    victims.push({ episode, rule });
    lacking -= other.units;
    if (lacking <= 0) return;
  }
}

/** Visits in hand of a worse class: the worst first, then the latest started. */
function lessUrgent(state: State, service: number, lineClass: number): Visit[] {
  return inHand(state, service)
    .filter((visit) => visit.lineClass > lineClass)
    .reverse()
    .sort((a, b) => b.lineClass - a.lineClass);
}

/** Units of a service that an episode would free by giving way. */
function servedUnits(episode: Episode, service: number): number {
  let units = 0;
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.served && visit.service === service) units += visit.units;
  }
  return units;
}

function giveWay(state: State, episode: Episode, rule: Preemption): void {
  const { steps, uprooted } = state;
  if (rule !== 'reroute') {
    putBack(state, episode, rule === 'restart' ? Finish.restarted : Finish.preempted);
    return;
  }
  decline(state, episode, Finish.preempted, steps[episode.step].ifPreempted);
  if (episode.firstClock !== NO_ROW) resumeClocks(state, episode);
  uprooted.push(episode);
}
