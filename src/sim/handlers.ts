/** What each kind of event does. */
import { onArrival, onPeople, onRenewal } from './arrivals.js';
import { retimeAll } from './clocks.js';
import type { Duration } from './durations.js';
import { Kind } from './events.js';
import { onClock } from './expiry.js';
import { Finish } from './log.js';
import { takeUpOnsets } from './onsets.js';
import { beginNeed, openEpisode, personRow } from './opening.js';
import { proceed } from './pathway.js';
import { hazardRatio, isBelow, nextPoint } from './points.js';
import { type Runner, runRace } from './race.js';
import { recordAbsorbed, recordHour } from './record.js';
import { lookAgain } from './retriage.js';
import { type ClockId, NO_ROW, type PointId } from './rows.js';
import { changeCapacity, scheduleChange } from './shifts.js';
import { hasPreemption, type State } from './state.js';
import { decline, endService } from './visiting.js';

/** True of an event whose subject has moved on since it was scheduled, which the subject's epoch tells. */
function isVoid(state: State, epoch: number): boolean {
  if (epoch === state.calendar.epoch) return false;
  state.cancelled++;
  return true;
}

function onServiceEnd(state: State, subject: number): void {
  const episode = state.episodes.all[subject];
  if (isVoid(state, episode.epoch)) return;
  const operation = state.steps[episode.step];
  endService(state, episode, operation);
  proceed(state, episode, operation.then);
}

function onDelayEnd(state: State, subject: number): void {
  const episode = state.episodes.all[subject];
  if (isVoid(state, episode.epoch)) return;
  episode.epoch++;
  proceed(state, episode, state.steps[episode.step].then);
}

function onRenege(state: State, subject: number): void {
  const episode = state.episodes.all[subject];
  if (isVoid(state, episode.epoch)) return;
  const { patienceTo } = state.steps[episode.step];
  proceed(state, episode, decline(state, episode, Finish.reneged, patienceTo));
}

function onRetriage(state: State, subject: number): void {
  const episode = state.episodes.all[subject];
  if (isVoid(state, episode.epoch)) return;
  lookAgain(state, episode);
}

function onClockEvent(state: State, subject: number): void {
  if (isVoid(state, state.clocks.epoch[subject])) return;
  onClock(state, subject as ClockId);
}

function onCapacityChange(state: State, service: number): void {
  if (isVoid(state, state.epoch)) return;
  changeCapacity(state, service);
  scheduleChange(state, service);
}

function onEpochChange(state: State, epoch: number): void {
  const { world, services, renewals } = state;
  state.epoch = epoch;
  state.tables = world.epochs[epoch].tables;
  state.plan = state.plans[epoch];
  state.steps = state.plan.steps;
  services.tables = state.tables.services;
  for (const [arrivals, comers] of renewals.entries())
    comers?.comeBy(state.plan.arrivals[arrivals].interval as Duration);
  state.preempts = hasPreemption(state.tables);
  for (let service = 0; service < services.count; service++) {
    services.accounts[service].room = services.tables[service].room;
    changeCapacity(state, service);
    scheduleChange(state, service);
  }
  retimeAll(state);
}

function onOnset(state: State, subject: number): void {
  const { points, people, calendar } = state;
  const point = subject as PointId;
  const need = points.sourceOf(point);
  const index = points.personOf(point);
  const { keyHigh: high, keyLow: low } = calendar;
  const accepted = isBelowHazard(state, points.stripOf(point), need, index, high, low);
  nextPoint(state, point);
  const person = accepted ? personRow(state, index) : NO_ROW;
  if (person === NO_ROW) {
    state.rejected++;
    return;
  }
  if (people.open[people.cell(person, need)] > 0) {
    recordAbsorbed(state, person, { high, low, parentHigh: 0, parentLow: 0, need });
    return;
  }
  const episode = openEpisode(state, high, low, person, need);
  episode.background = 0;
  beginNeed(state, episode);
  const race = state.plan.needs[need].channel;
  const winner = runRace(race, episode.severity, high, low, 0) as Runner;
  episode.channel = state.tables.needs[need].channels[winner.place].channel;
  proceed(state, episode, winner.to);
}

/** Whether a point of a strip lies below somebody's hazard of now, whether they have a row or not. */
function isBelowHazard(state: State, strip: number, need: number, index: number, high: number, low: number): boolean {
  const { people, traits } = state;
  const row = people.rowOf[index];
  if (row === NO_ROW) traits.recall(index);
  const ratio =
    row === NO_ROW
      ? hazardRatio(state, need, traits.cohort, traits.states, 0)
      : hazardRatio(state, need, people.cohort[row], people.states, row * people.variables);
  return isBelow(state, strip, ratio, high, low);
}

function onHourMark(state: State): void {
  recordHour(state);
  takeUpOnsets(state);
  if (state.hour + 1 <= state.world.horizon) state.calendar.schedule(state.hour + 1, Kind.hourMark, 0, 0, 0, 0);
}

/** Performs one event for its subject: the commonest kinds at once, the others one call further. */
export function handle(state: State, kind: number, subject: number): void {
  if (kind === Kind.serviceEnd) onServiceEnd(state, subject);
  else if (kind === Kind.renewal) onRenewal(state, subject);
  else if (kind === Kind.arrival) onArrival(state, subject);
  else handleOther(state, kind, subject);
}

/** Called by name, so that each call is direct. */
function handleOther(state: State, kind: number, subject: number): void {
  switch (kind) {
    case Kind.onset:
      onOnset(state, subject);
      break;
    case Kind.delayEnd:
      onDelayEnd(state, subject);
      break;
    case Kind.renege:
      onRenege(state, subject);
      break;
    case Kind.clock:
      onClockEvent(state, subject);
      break;
    case Kind.capacityChange:
      onCapacityChange(state, subject);
      break;
    case Kind.retriage:
      onRetriage(state, subject);
      break;
    case Kind.hourMark:
      onHourMark(state);
      break;
    case Kind.people:
      onPeople(state, subject);
      break;
    case Kind.epochChange:
      onEpochChange(state, subject);
      break;
  }
}
