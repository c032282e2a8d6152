/** Who is first in a line, and who may start. */
import { NEVER } from '../../../src/sim/log.js';
import { compareKeys } from './chance.js';
import { at, type Place, type Run, type Visit } from './state.js';

/**
 * Who is first in a line: the lowest class, then who joined it first, then the lowest key. Work that was broken off
 * stands in all its lines as of its first joining, so that its lines agree on who is before it.
 */
export function firstInLine(run: Run, service: number): Visit | null {
  const joined = (visit: Visit): number =>
    visit.hasBegun ? visit.joined : (visit.sought.find((place) => place.service === service)?.joined ?? NEVER);
  const line = [...at(run.services, service).line].sort(
    (one, other) =>
      classInLine(one) - classInLine(other) ||
      joined(one) - joined(other) ||
      compareKeys(one.episode.key, other.episode.key),
  );
  return line[0] ?? null;
}

/** Work that was stopped goes before everybody. */
function classInLine(visit: Visit): number {
  return visit.isStopped ? -1 : visit.priority;
}

/** Those who wait worse than oneself do not stop one who comes; those of the same class or better do. */
export function isClear(run: Run, visit: Visit): boolean {
  return visit.sought.every((place) =>
    at(run.services, place.service).line.every((other) => classInLine(other) > visit.priority),
  );
}

/** Nobody is before it in any of its lines. */
export function isFirst(run: Run, visit: Visit): boolean {
  return visit.sought.every((place) => firstInLine(run, place.service) === visit);
}

/** All units that it seeks are there. */
export function hasRoom(run: Run, visit: Visit): boolean {
  return visit.sought.every((place) => hasRoomFor(run, place));
}

function hasRoomFor(run: Run, place: Place): boolean {
  const service = at(run.services, place.service);
  return service.inUse + place.units <= service.capacity;
}

/** Takes a visit out of a line, if it stands there. */
export function leaveLine(run: Run, visit: Visit, place: Place): void {
  const { line } = at(run.services, place.service);
  const spot = line.indexOf(visit);
  if (spot < 0) return;
  line.splice(spot, 1);
  lookAt(run, place.service);
}

/** Notes that somebody may now be able to start at a service. */
export function lookAt(run: Run, service: number): void {
  run.meetings.atService(service);
  if (!run.toLookAt.includes(service)) run.toLookAt.push(service);
}
