/**
 * Clocks: competing hazards, each with a unit-exponential budget that is spent at the current hazard. Whenever a hazard
 * changes, what was spent so far is taken off and the rest is scheduled anew.
 */
import { Finish } from '../../../src/sim/log.js';
import { type Clock, NONE } from '../../../src/sim/world.js';
import { Band } from './calendar.js';
import { bare, drawAt, extend, type Key, race, unitExponential } from './chance.js';
import { closeEpisode, hasOpen, openEpisode, severityOf, writeAbsorbed } from './episodes.js';
import { enter } from './pathway.js';
import { setStates } from './people.js';
import { abandonVisit, giveBack } from './services.js';
import { at, type Episode, type Person, type Place, type Run, type RunningClock, stateOf } from './state.js';

const NEVER_ENDS = Infinity;

/** Takes off what was spent since the last change, and schedules the expiry at the hazard of now. */
export function settle(run: Run, clock: RunningClock): void {
  const rate = run.now < clock.until ? clock.hazard() : 0;
  if (rate === clock.rate) return;
  if (run.now > clock.since) {
    clock.left -= clock.rate * (run.now - clock.since);
    clock.since = run.now;
  }
  clock.rate = rate;
  run.calendar.cancel(clock.event);
  clock.event = null;
  if (rate === 0) return;
  const expiry = clock.since + clock.left / rate;
  if (expiry >= clock.until) return;
  clock.event = run.calendar.schedule(expiry, Band.clocks, clock.key, () => {
    clock.event = null;
    clock.expire();
  });
}

export function settleEpisode(run: Run, episode: Episode): void {
  for (const clock of [...episode.clocks]) settle(run, clock);
}

/** Settles every clock of a person: of life, of past outcomes, and of the open episodes. */
export function settlePerson(run: Run, person: Person): void {
  for (const clock of [...person.clocks]) settle(run, clock);
  for (const episode of person.episodes) settleEpisode(run, episode);
}

export function stopClocks(run: Run, clocks: RunningClock[]): void {
  for (const clock of clocks) run.calendar.cancel(clock.event);
  clocks.length = 0;
}

function stopClock(run: Run, clocks: RunningClock[], clock: RunningClock): void {
  run.calendar.cancel(clock.event);
  clocks.splice(clocks.indexOf(clock), 1);
}

/** Hazard of a clock for a person (null: transient) and a severity (null: of the person's life) [per hour]. */
function hazardOf(clock: Clock, person: Person | null, severity: number | null): number {
  let hazard = clock.rate;
  if (severity !== null) hazard *= at(clock.bySeverity, severity);
  for (const { variable, value, times } of clock.byState) {
    if (stateOf(person, variable) === value) hazard *= times;
  }
  if (clock.byFrailty) hazard *= person?.frailty ?? 1;
  return hazard;
}

function newClock(
  run: Run,
  parts: { index: number; key: Key; budget: number; from: number; until: number },
  hazard: () => number,
  expire: (clock: RunningClock) => void,
): RunningClock {
  const clock: RunningClock = {
    clock: parts.index,
    key: parts.key,
    hazard,
    expire: () => expire(clock),
    until: parts.until,
    left: parts.budget,
    since: Math.max(parts.from, run.now),
    rate: 0,
    event: null,
  };
  return clock;
}

/** The clocks that run while an episode is open and not being served. */
export function waitingClocks(run: Run, episode: Episode): RunningClock[] {
  return run.tables.clocks.flatMap((clock, index) => {
    if (clock.runs !== 'waiting' || clock.need !== episode.need || episode.need === NONE) return [];
    const budget = unitExponential(drawAt(run.chance, episode.key, `clock/${bare(clock.name)}`, 0));
    const parts = { index, key: extend(episode.key, bare(clock.name)), budget, from: run.now, until: NEVER_ENDS };
    const isServed = (): boolean => (episode.visit?.end ?? null) !== null;
    const hazard = (): number =>
      isServed() ? 0 : hazardOf(at(run.tables.clocks, index), episode.person, episode.severity);
    return [newClock(run, parts, hazard, (running) => expireWaiting(run, episode, running))];
  });
}

function expireWaiting(run: Run, episode: Episode, running: RunningClock): void {
  const { name, expires } = at(run.tables.clocks, running.clock);
  run.coverage.note(`clock: waiting, ${expires.does}`);
  stopClock(run, episode.clocks, running);
  switch (expires.does) {
    case 'leave':
      breakOff(run, episode, expires.outcome);
      return;
    case 'go':
      abandonVisit(run, episode, Finish.overtaken, expires.step);
      run.calendar.cancel(episode.delay);
      episode.delay = null;
      if (expires.severity !== NONE) episode.severity = expires.severity;
      settleEpisode(run, episode);
      enter(run, episode, expires.step);
      return;
    case 'mark':
      if (episode.person !== null) setStates(run, episode.person, [expires]);
      return;
    default:
      throw new Error(`a waiting clock (${name}) cannot ${expires.does}`);
  }
}

/** The clocks that start when an episode leaves with an outcome. */
export function startAfterClocks(run: Run, parent: Episode, person: Person, outcome: number): void {
  for (const [index, clock] of run.tables.clocks.entries()) {
    if (clock.runs === 'after' && clock.need === parent.need && clock.outcomes.includes(outcome)) {
      startAfterClock(run, { parent, person, index, from: run.now + clock.from, until: run.now + clock.until }, 0);
    }
  }
}

interface After {
  readonly parent: Episode;
  readonly person: Person;
  readonly index: number;
  readonly from: number;
  readonly until: number;
}

function startAfterClock(run: Run, after: After, count: number): void {
  const { parent, person, index, from, until } = after;
  const { name } = at(run.tables.clocks, index);
  const budget = unitExponential(drawAt(run.chance, parent.key, `clock/${bare(name)}`, count));
  const parts = { index, key: extend(parent.key, bare(name)), budget, from, until };
  const hazard = (): number => hazardOf(at(run.tables.clocks, index), person, parent.severity);
  const clock = newClock(run, parts, hazard, (running) => expireAfter(run, after, running, count));
  person.clocks.push(clock);
  settle(run, clock);
}

function expireAfter(run: Run, after: After, running: RunningClock, count: number): void {
  const { parent, person, index } = after;
  const { name, expires } = at(run.tables.clocks, index);
  run.coverage.note(`clock: after, ${expires.does}`);
  stopClock(run, person.clocks, running);
  switch (expires.does) {
    case 'open': {
      if (hasOpen(person, expires.need)) {
        writeAbsorbed(run, person, extend(parent.key, bare(name), count, 0), parent.key, expires.need);
        startAfterClock(run, after, count + 1);
        return;
      }
      const key = extend(parent.key, bare(name), count, 1);
      const need = at(run.tables.needs, expires.need);
      const severity = severityOf(run, key, need.name, need.severity);
      const opening = { key, parent: parent.key, person, need: expires.need, severity, channel: expires.channel };
      openEpisode(run, { ...opening, background: false, isParallel: false, entry: expires.entry });
      return;
    }
    case 'mark':
      setStates(run, person, [expires]);
      return;
    default:
      throw new Error(`an after clock (${name}) cannot ${expires.does}`);
  }
}

/** The clock that runs from hour 0 to the end of a person's life: one budget, spent at the hazards of all causes together. */
export function startLifeClocks(run: Run, person: Person): void {
  const index = run.tables.clocks.findIndex((clock) => isCauseFor(clock, person));
  if (index < 0) return;
  const budget = unitExponential(drawAt(run.chance, person.key, 'death', 0));
  const parts = { index, key: extend(person.key, 'death'), budget, from: 0, until: NEVER_ENDS };
  const hazard = (): number => causesOf(run, person).reduce((sum, { weight }) => sum + weight, 0);
  const running = newClock(run, parts, hazard, () => expireLife(run, person));
  person.clocks.push(running);
  settle(run, running);
}

/** Is a clock one of a life, in the area of a person? */
function isCauseFor({ runs, area = 0 }: Clock, person: Person): boolean {
  return runs === 'life' && area === person.area;
}

/** Causes of death, and the hazard of each for a person now. */
function causesOf(run: Run, person: Person) {
  return run.tables.clocks
    .filter((clock) => isCauseFor(clock, person))
    .map((clock) => ({ name: bare(clock.name), expires: clock.expires, weight: hazardOf(clock, person, null) }));
}

/** Death closes every open episode of the person, oldest first; its cause is a race between the hazards of that hour. */
function expireLife(run: Run, person: Person): void {
  const causes = causesOf(run, person);
  const { name, expires } = at(causes, race(run.chance, person.key, 'cause-of-death', causes, 0));
  if (expires.does !== 'die') throw new Error(`a life clock (${name}) cannot ${expires.does}`);
  if (causes.length > 1) run.coverage.note('clock: life, of several causes');
  run.coverage.note(`clock: life, of somebody ${person.episodes.length > 0 ? 'inside' : 'outside'}`);
  person.alive = false;
  stopClocks(run, person.clocks);
  for (const episode of [...person.episodes]) {
    breakOff(run, episode, expires.outcome);
  }
}

/** Ends an episode wherever it is: what it still holds from before is given back, what it is at is cut short. */
function breakOff(run: Run, episode: Episode, outcome: number): void {
  const isUnderWay = (place: Place): boolean => episode.visit?.places.includes(place) ?? false;
  for (const place of episode.held.filter((one) => !isUnderWay(one))) giveBack(run, episode, place, Finish.released);
  abandonVisit(run, episode, Finish.overtaken, NONE);
  closeEpisode(run, episode, outcome, NONE);
}
