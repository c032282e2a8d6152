/** Somebody more urgent comes, and those who are served with a worse class make room; and the second look at those who wait. */
import { Finish } from '../../../src/sim/log.js';
import { NONE } from '../../../src/sim/world.js';
import { Band } from './calendar.js';
import { compareKeys } from './chance.js';
import { settleEpisode } from './clocks.js';
import { lookAt } from './lines.js';
import { abandonVisit, seizeStepAt } from './services.js';
import { beingServed, interrupt } from './shifts.js';
import { at, type Place, type Run, serviceAt, type Visit } from './state.js';

interface Victim {
  readonly visit: Visit;
  /** Service at which it was found, whose rule holds. */
  readonly service: number;
}

/** Makes room for all that a visit seeks, or for nothing of it. */
export function makeRoom(run: Run, comer: Visit): boolean {
  const victims: Victim[] = [];
  for (const place of comer.sought) {
    const { preemption } = serviceAt(run, place.service);
    if (preemption === 'none') continue;
    const worse = beingServed(run, place.service)
      .filter(({ visit }) => visit.priority > comer.priority)
      .sort(
        (one, other) =>
          other.visit.priority - one.visit.priority ||
          other.place.started - one.place.started ||
          compareKeys(other.visit.episode.key, one.visit.episode.key),
      );
    for (const { visit } of worse) {
      if (lacking(run, place, victims) <= 0) break;
      if (victims.every((victim) => victim.visit !== visit)) victims.push({ visit, service: place.service });
    }
  }
  if (comer.sought.some((place) => lacking(run, place, victims) > 0)) return false;
  if (comer.sought.length > 1) run.coverage.note('pre-emption: by a joint visit');
  for (const victim of victims) giveWay(run, victim);
  return true;
}

/** Units short of at a service, once these have made room. */
function lacking(run: Run, { service, units }: Place, victims: readonly Victim[]): number {
  const { inUse, capacity } = at(run.services, service);
  const freed = victims
    .flatMap(({ visit }) => visit.places)
    .filter((place) => place.service === service)
    .reduce((sum, place) => sum + place.units, 0);
  return inUse - freed + units - capacity;
}

function giveWay(run: Run, { visit, service }: Victim): void {
  const { preemption } = serviceAt(run, service);
  const { inUse, capacity } = at(run.services, service);
  run.coverage.note(`pre-emption: ${preemption}`);
  if (inUse > capacity) run.coverage.note('pre-emption: in overtime');
  if (visit.places.length > 1) run.coverage.note('pre-emption: of a joint visit');
  if (preemption === 'resume') interrupt(run, visit, Finish.preempted);
  if (preemption === 'restart') {
    if (visit.places.some((place) => place.part > 0)) run.coverage.note('pre-emption: restart, not of the first part');
    interrupt(run, visit, Finish.restarted);
  }
  if (preemption !== 'reroute') return;
  const to = seizeStepAt(run, visit.step).ifPreempted;
  abandonVisit(run, visit.episode, Finish.preempted, to);
  settleEpisode(run, visit.episode);
  run.uprooted.push({ episode: visit.episode, to });
}

/** Enters the second look in the calendar, the first time that its visit waits. */
export function expectSecondLook(run: Run, visit: Visit): void {
  if (visit.secondLook !== null || visit.seenAgain === Infinity) return;
  const hour = Math.max(visit.seenAgain, run.now);
  visit.secondLook = run.calendar.schedule(
    hour,
    Band.clocks,
    visit.episode.key,
    () => lookAgain(run, visit),
    'second looks',
  );
}

function lookAgain(run: Run, visit: Visit): void {
  const { episode } = visit;
  const { retriage } = seizeStepAt(run, visit.step);
  visit.seenAgain = Infinity;
  visit.secondLook = null;
  if (retriage === null) return;
  run.coverage.note('re-triage');
  run.meetings.atPerson(episode.person ?? episode);
  if (retriage.severity !== NONE) {
    run.coverage.note('re-triage: of severity');
    episode.severity = retriage.severity;
    settleEpisode(run, episode);
  }
  const before = visit.priority;
  visit.priority = at(retriage.priority, episode.severity);
  if (visit.priority < before) run.coverage.note('re-triage: to a better class');
  if (visit.priority > before) run.coverage.note('re-triage: to a worse class');
  for (const place of visit.sought) lookAt(run, place.service);
}
