/** Lines and units: joining, starting, being served, giving back, giving up. */
import { Finish, NEVER } from '../../../src/sim/log.js';
import { type Length, NONE, type SeizeStep } from '../../../src/sim/world.js';
import { Band } from './calendar.js';
import { bare, drawAt } from './chance.js';
import { settleEpisode } from './clocks.js';
import { firstInLine, hasRoom, isClear, isFirst, leaveLine, lookAt } from './lines.js';
import { enter } from './pathway.js';
import { expectSecondLook, makeRoom } from './preemption.js';
import { whoseRow } from './rows.js';
import { at, countOf, drawn, type Episode, type Place, type Run, serviceAt, stepAt, type Visit } from './state.js';

export function seizeStepAt(run: Run, index: number): SeizeStep {
  const step = stepAt(run, index);
  if (step.verb !== 'seize') throw new Error(`${step.name} is not a seize step`);
  return step;
}

/** How long something lasts for this episode. The count goes up when it starts, so that a visit declined draws the same again. */
export function lengthFor(run: Run, episode: Episode, length: Length): number {
  const count = episode.counts.get(`length/${length.name}`) ?? 0;
  const draw = drawAt(run.chance, episode.key, `length/${length.name}`, count);
  return drawn(run, at(length.bySeverity, episode.severity), draw);
}

/** A visit that seeks the services of a seize step; nothing has been joined yet. */
export function newVisit(run: Run, episode: Episode, index: number, joined: number): Visit {
  const step = seizeStepAt(run, index);
  const length = step.length === null ? null : lengthFor(run, episode, step.length);
  const visit: Visit = {
    episode,
    step: index,
    services: step.services,
    units: step.units,
    length,
    priority: at(step.priority, episode.severity),
    joined,
    places: [],
    sought: [],
    left: length ?? 0,
    whole: length ?? 0,
    isStopped: false,
    hasBegun: false,
    patience: null,
    end: null,
    givesUp: NEVER,
    secondLook: null,
    seenAgain: NEVER,
  };
  if (step.patience !== null) {
    const address = `patience/${step.services.map((service) => bare(serviceAt(run, service).name)).join('+')}`;
    const draw = drawAt(run.chance, episode.key, address, countOf(episode, address));
    visit.givesUp = run.now + drawn(run, at(step.patience.length.bySeverity, episode.severity), draw);
  }
  if (step.retriage !== null) {
    const address = `retriage/${step.services.map((service) => bare(serviceAt(run, service).name)).join('+')}`;
    const draw = drawAt(run.chance, episode.key, address, countOf(episode, address));
    visit.seenAgain = run.now + drawn(run, at(step.retriage.length.bySeverity, episode.severity), draw);
  }
  episode.visit = visit;
  return visit;
}

/** Seeks one more service, or (together) all of them: their places, not yet in any line. */
export function seekPlaces(run: Run, visit: Visit): void {
  const { services, units, places, episode } = visit;
  const isTogether = seizeStepAt(run, visit.step).mode === 'together';
  const wanted = isTogether ? services : services.slice(places.length, places.length + 1);
  visit.sought = wanted.map((service) => {
    const unitsOfIt = at(units, services.indexOf(service));
    return {
      service,
      units: unitsOfIt,
      visit: countOf(episode, `visit/${service}`),
      part: 0,
      joined: places.length === 0 ? visit.joined : run.now,
      started: NEVER,
      ended: NEVER,
      requested: Math.round(unitsOfIt * (visit.length ?? 0) * 3600),
      step: visit.step,
      next: NONE,
    };
  });
  visit.places.push(...visit.sought);
}

/** Comes to a seize step: starts at once, is sent elsewhere, or joins the line. */
export function join(run: Run, episode: Episode, index: number): void {
  const visit = newVisit(run, episode, index, run.now);
  seek(run, visit);
}

function seek(run: Run, visit: Visit): void {
  const { episode } = visit;
  const step = seizeStepAt(run, visit.step);
  seekPlaces(run, visit);
  for (const place of visit.sought) run.meetings.atService(place.service);
  if (isClear(run, visit) && (hasRoom(run, visit) || hasMadeRoom(run, visit, 'on joining'))) {
    if (visit.sought.some((place) => at(run.services, place.service).line.length > 0)) {
      run.coverage.note('seize: goes before a worse class');
    }
    seize(run, visit);
    return;
  }
  const sought = visit.sought.map((place) => place.service);
  if (step.ifClosed !== NONE && sought.some((service) => at(run.services, service).capacity === 0)) {
    abandonVisit(run, episode, Finish.closed, step.ifClosed);
    enter(run, episode, step.ifClosed);
    return;
  }
  if (
    step.ifFull !== NONE &&
    sought.some((service) => at(run.services, service).line.length >= serviceAt(run, service).room)
  ) {
    abandonVisit(run, episode, Finish.full, step.ifFull);
    enter(run, episode, step.ifFull);
    return;
  }
  standInLines(run, visit);
}

function hasMadeRoom(run: Run, visit: Visit, when: string): boolean {
  const made = makeRoom(run, visit);
  if (made) run.coverage.note(`pre-emption: ${when}`);
  return made;
}

/** Those who lost their place go elsewhere. */
function moveUprooted(run: Run): void {
  for (let next = run.uprooted.shift(); next !== undefined; next = run.uprooted.shift()) {
    enter(run, next.episode, next.to);
  }
}

/** Waits; until it gives up, unless its service has begun before. */
export function standInLines(run: Run, visit: Visit): void {
  for (const place of visit.sought) at(run.services, place.service).line.push(visit);
  if (!visit.hasBegun) expectSecondLook(run, visit);
  if (visit.hasBegun || visit.givesUp === NEVER) {
    if (visit.episode.held.length > 0) run.mayBeLocked = true;
    return;
  }
  if (visit.patience !== null) return;
  visit.patience = run.calendar.schedule(visit.givesUp, Band.reneges, visit.episode.key, () => giveUp(run, visit));
}

/** Lets start all who can, line by line, until there is no line left to look at. */
export function serveLines(run: Run): void {
  moveUprooted(run);
  for (let service = run.toLookAt.shift(); service !== undefined; service = run.toLookAt.shift()) {
    for (
      let first = firstInLine(run, service);
      first !== null && mayStart(run, first);
      first = firstInLine(run, service)
    ) {
      seize(run, first);
      moveUprooted(run);
    }
  }
}

/** It is first in all its lines, and its units are there or can be made free. */
function mayStart(run: Run, visit: Visit): boolean {
  return isFirst(run, visit) && (hasRoom(run, visit) || hasMadeRoom(run, visit, 'from a line'));
}

/** Takes the units sought; service begins when there is nothing left to seek. */
function seize(run: Run, visit: Visit): void {
  for (const place of visit.sought) {
    leaveLine(run, visit, place);
    hold(run, visit.episode, place, run.now);
  }
  visit.sought = [];
  if (visit.places.length < visit.services.length) seek(run, visit);
  else beginService(run, visit);
}

/** Units are taken. */
export function hold(run: Run, episode: Episode, place: Place, started: number): void {
  run.meetings.atPerson(episode.person ?? episode);
  place.started = started;
  at(run.services, place.service).inUse += place.units;
  episode.held.push(place);
}

function beginService(run: Run, visit: Visit): void {
  const { episode } = visit;
  const step = seizeStepAt(run, visit.step);
  run.calendar.cancel(visit.patience);
  run.calendar.cancel(visit.secondLook);
  visit.patience = null;
  if (!visit.hasBegun) {
    visit.hasBegun = true;
    if (step.length !== null) countOf(episode, `length/${step.length.name}`);
    for (const place of [...episode.held]) {
      const isEarlier = !visit.places.includes(place);
      if (!isEarlier || !step.relieves.includes(place.service)) continue;
      run.coverage.note('seize: relieves');
      giveBack(run, episode, place, Finish.released);
    }
  }
  if (visit.length === null) {
    for (const place of visit.places) Object.assign(place, { ended: run.now, next: step.then });
    episode.visit = null;
    enter(run, episode, step.then);
    return;
  }
  scheduleEnd(run, visit);
}

/** The rest of the service time begins now. */
export function scheduleEnd(run: Run, visit: Visit): void {
  const { episode } = visit;
  visit.end = run.calendar.schedule(run.now + visit.left, Band.serviceEnds, episode.key, () => endService(run, visit));
  settleEpisode(run, episode);
}

function endService(run: Run, visit: Visit): void {
  const { episode } = visit;
  const step = seizeStepAt(run, visit.step);
  visit.end = null;
  episode.visit = null;
  for (const place of visit.places) {
    Object.assign(place, { ended: run.now, next: step.then });
    if (!step.keep) giveBack(run, episode, place, Finish.released);
  }
  settleEpisode(run, episode);
  enter(run, episode, step.then);
}

/** Gives units back, and writes the row. */
export function giveBack(run: Run, episode: Episode, place: Place, finish: Finish): void {
  episode.held.splice(episode.held.indexOf(place), 1);
  at(run.services, place.service).inUse -= place.units;
  writeVisit(run, episode, place, finish);
  lookAt(run, place.service);
}

/** Gives back all units held from steps that are over. */
export function giveBackAll(run: Run, episode: Episode): void {
  for (const place of [...episode.held]) giveBack(run, episode, place, Finish.released);
}

function giveUp(run: Run, visit: Visit): void {
  const { patience } = seizeStepAt(run, visit.step);
  if (patience === null) throw new Error('nobody gives up where no patience is declared');
  abandonVisit(run, visit.episode, Finish.reneged, patience.to);
  enter(run, visit.episode, patience.to);
}

/** Breaks off a visit in line, in service, or half seized: one row for each service that it has joined. */
export function abandonVisit(run: Run, episode: Episode, finish: Finish, next: number): void {
  const { visit } = episode;
  if (visit === null) return;
  run.calendar.cancel(visit.patience);
  run.calendar.cancel(visit.secondLook);
  run.calendar.cancel(visit.end);
  visit.end = null;
  episode.visit = null;
  for (const place of visit.places) {
    place.next = next;
    if (place.started < NEVER) {
      place.ended = run.now;
      giveBack(run, episode, place, finish);
    } else {
      leaveLine(run, visit, place);
      writeVisit(run, episode, place, finish);
    }
  }
}

/** A row of the visit log: this stretch is over now. */
export function writeVisit(run: Run, episode: Episode, place: Place, finish: Finish): void {
  run.meetings.atPerson(episode.person ?? episode);
  run.story.visits.push({
    ...whoseRow(episode),
    step: place.step,
    decision: NONE,
    inputs: 0,
    tag: stepAt(run, place.step).tag,
    service: place.service,
    units: place.units,
    visit: place.visit,
    part: place.part,
    joined: place.joined,
    started: place.started,
    ended: place.ended,
    released: run.now,
    requested: place.requested,
    finish,
    next: place.next,
  });
}
