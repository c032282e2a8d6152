/** Streams of transient people: Poisson, renewal, and the people of closed networks. */
import { startWaitingClocks } from './clocks.js';
import type { Comers } from './comers.js';
import { deriveNumber, key } from './draws.js';
import { Kind } from './events.js';
import { drawSeverity, openEpisode } from './opening.js';
import { proceed } from './pathway.js';
import { isBelow, nextArrival } from './points.js';
import { NO_ROW, type PointId } from './rows.js';
import { hourOfWeek } from './services.js';
import type { State } from './state.js';
import { NONE } from './world.js';

/** A candidate of a Poisson stream: somebody comes if it lies below the rate of now. */
export function onArrival(state: State, subject: number): void {
  const { points, plan, calendar } = state;
  const point = subject as PointId;
  const arrivals = points.sourceOf(point);
  const ratio = plan.arrivals[arrivals].heights[hourOfWeek(calendar.now)];
  const { keyHigh, keyLow } = calendar;
  const accepted = isBelow(state, points.stripOf(point), ratio, keyHigh, keyLow);
  nextArrival(state, point);
  if (accepted) arrive(state, arrivals, keyHigh, keyLow);
  else state.rejected++;
}

/** Somebody comes by a renewal stream, and the next is scheduled. */
export function onRenewal(state: State, arrivals: number): void {
  const { keyHigh, keyLow } = state.calendar;
  scheduleRenewal(state, arrivals);
  arrive(state, arrivals, keyHigh, keyLow);
}

/** Starts the renewal streams, and brings in the people of closed networks. */
export function startStreams(state: State): void {
  const { calendar, tables } = state;
  tables.arrivals.forEach((one, arrivals) => {
    if (one.kind === 'renewal') scheduleRenewal(state, arrivals);
    if (one.kind !== 'people') return;
    const name = state.plan.arrivals[arrivals].key;
    for (let number = 0; number < one.count; number++) {
      deriveNumber(name.high, name.low, number);
      calendar.schedule(0, Kind.people, arrivals, 0, key.high, key.low);
    }
  });
}

/** Schedules the next arrival of a renewal stream, its interval drawn at its own key. */
function scheduleRenewal(state: State, arrivals: number): void {
  const { calendar, world } = state;
  const comers = state.renewals[arrivals] as Comers;
  calendar.due = calendar.now + comers.next();
  if (calendar.due <= world.horizon) calendar.enter(Kind.renewal, arrivals, 0, comers.keyHigh, comers.keyLow);
}

/** One of the people of a closed network comes in. */
export function onPeople(state: State, arrivals: number): void {
  const { keyHigh, keyLow } = state.calendar;
  arrive(state, arrivals, keyHigh, keyLow);
}

function arrive(state: State, arrivals: number, high: number, low: number): void {
  const { need, channel, background, severity, entry } = state.plan.arrivals[arrivals];
  const episode = openEpisode(state, high, low, NO_ROW, need);
  episode.channel = channel;
  episode.background = background;
  drawSeverity(episode, severity);
  if (need !== NONE) startWaitingClocks(state, episode);
  proceed(state, episode, entry);
}
