/** Units on duty change: by the week pattern at whole hours, and on the dates of epochs. */
import { Finish, NEVER } from '../../../src/sim/log.js';
import { Band } from './calendar.js';
import { bare, compareKeys, keyOf, NO_KEY } from './chance.js';
import { settleEpisode, settlePerson } from './clocks.js';
import { lookAt } from './lines.js';
import { activate } from './points.js';
import { giveBack, standInLines, writeVisit } from './services.js';
import { at, hourOfWeek, type Place, type Run, serviceAt, type Visit } from './state.js';

/** Looks at a service at every whole hour; most of the time nothing changes. */
export function scheduleShifts(run: Run, index: number, hour: number): void {
  run.calendar.schedule(hour, Band.capacityChanges, keyOf('service', bare(serviceAt(run, index).name)), () => {
    changeCapacity(run, index);
    scheduleShifts(run, index, hour + 1);
  });
}

/** The tables that come into force later. */
export function scheduleEpochs(run: Run): void {
  for (const { from, tables } of run.world.epochs.slice(1)) {
    run.calendar.schedule(
      from,
      Band.capacityChanges,
      NO_KEY,
      () => {
        run.tables = tables;
        for (const index of tables.services.keys()) changeCapacity(run, index);
        for (const person of run.people) settlePerson(run, person);
        for (const episode of run.episodes) settleEpisode(run, episode);
        for (const stream of run.streams) activate(run, stream);
        run.toLookAt.splice(0, run.toLookAt.length, ...tables.services.keys());
      },
      'dates',
    );
  }
}

function changeCapacity(run: Run, index: number): void {
  const service = at(run.services, index);
  const { capacity, shiftEnd } = serviceAt(run, index);
  const before = service.capacity;
  service.capacity = at(capacity, hourOfWeek(run.now));
  if (service.capacity === before) return;
  if (service.capacity < before && shiftEnd === 'hand-over') handOver(run, index);
  if (service.capacity < before && shiftEnd === 'stop') stop(run, index);
  lookAt(run, index);
}

/** Visits being served with a service, first started first; ties in the order of keys. */
export function beingServed(run: Run, index: number): { visit: Visit; place: Place }[] {
  const served = run.episodes.flatMap(({ visit }) => {
    if (visit === null || visit.end === null) return [];
    return visit.places.filter((place) => place.service === index).map((place) => ({ visit, place }));
  });
  return served.sort(
    (one, other) =>
      one.place.started - other.place.started || compareKeys(one.visit.episode.key, other.visit.episode.key),
  );
}

/** The latest started stop until the units in use are on duty again. They go before everybody else later. */
function stop(run: Run, index: number): void {
  const service = at(run.services, index);
  for (const { visit } of beingServed(run, index).reverse()) {
    if (service.inUse <= service.capacity) return;
    interrupt(run, visit, Finish.stopped);
  }
}

/**
 * Everybody being served is handed over: a new stretch begins. In order of start, as far as the new shift's units reach;
 * the first who does not fit and all after go back to the line. Units that are held without service stay held.
 */
function handOver(run: Run, index: number): void {
  const service = at(run.services, index);
  const served = beingServed(run, index);
  let taken = service.inUse - served.reduce((sum, { place }) => sum + place.units, 0);
  let stillFits = true;
  for (const { visit, place } of served) {
    stillFits = stillFits && taken + place.units <= service.capacity;
    if (stillFits) {
      taken += place.units;
      passOn(run, visit, place);
    } else {
      interrupt(run, visit, Finish.handedOver);
    }
  }
}

/** The same service goes on with other staff: a new stretch in the place of the old one. */
function passOn(run: Run, { episode, places }: Visit, place: Place): void {
  place.ended = run.now;
  writeVisit(run, episode, place, Finish.handedOver);
  const next = { ...nextPart(place), started: run.now };
  episode.held[episode.held.indexOf(place)] = next;
  places[places.indexOf(place)] = next;
}

/**
 * Service breaks off with all services of the visit, which waits again for all of them: for the rest of its time, or (to
 * be restarted) for all of it from the beginning.
 */
export function interrupt(run: Run, visit: Visit, finish: Finish): void {
  if (visit.end === null) return;
  visit.left = finish === Finish.restarted ? visit.whole : visit.end.time - run.now;
  visit.isStopped = finish === Finish.stopped;
  run.calendar.cancel(visit.end);
  visit.end = null;
  visit.places = visit.places.map((place) => {
    place.ended = run.now;
    giveBack(run, visit.episode, place, finish);
    return nextPart(place);
  });
  visit.sought = visit.places;
  standInLines(run, visit);
  settleEpisode(run, visit.episode);
}

function nextPart(place: Place): Place {
  return { ...place, part: place.part + 1, started: NEVER, ended: NEVER, requested: 0 };
}
