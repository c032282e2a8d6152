/** Holders who wait for each other, so that nobody ever moves: found, and broken by the declared rule or fatal. */
import { InvariantError } from '../../../src/sim/invariant.js';
import { Finish } from '../../../src/sim/log.js';
import { NONE } from '../../../src/sim/world.js';
import { compareKeys } from './chance.js';
import { firstInLine } from './lines.js';
import { enter } from './pathway.js';
import { abandonVisit, seizeStepAt, serveLines } from './services.js';
import { at, type Episode, type Run } from './state.js';

/** Looks for gridlocks until there is none, when somebody who holds units has begun to wait without end. */
export function breakGridlocks(run: Run): void {
  while (run.mayBeLocked) {
    run.mayBeLocked = false;
    const locked = findGridlock(run);
    const [last] = [...locked].sort(
      (one, other) => joinedLast(other) - joinedLast(one) || compareKeys(other.key, one.key),
    );
    if (last === undefined) return;
    const ifFull = last.visit === null ? NONE : seizeStepAt(run, last.visit.step).ifFull;
    if (run.world.gridlock === 'fail' || ifFull === NONE) {
      throw new InvariantError(`gridlock at hour ${run.now.toFixed(2)}: ${locked.length} episodes wait for each other`);
    }
    run.gridlocks++;
    abandonVisit(run, last, Finish.gridlock, ifFull);
    enter(run, last, ifFull);
    serveLines(run);
    run.mayBeLocked = true;
  }
}

function joinedLast(episode: Episode): number {
  return Math.max(...(episode.visit?.sought ?? []).map((place) => place.joined));
}

/**
 * The episodes that hold the units of a gridlock: the greatest set of services such that every unit in use is held by
 * somebody who waits without end for a service of the set whose line cannot move.
 */
function findGridlock(run: Run): Episode[] {
  const holders = (service: number): Episode[] =>
    run.episodes.filter((episode) => episode.held.some((place) => place.service === service));
  const locked = new Set<number>();
  for (const service of run.services.keys()) {
    if (holders(service).length > 0 && holders(service).every(waitsWithoutEnd)) locked.add(service);
  }
  const isHeldUp = (episode: Episode): boolean =>
    (episode.visit?.sought ?? []).some((place) => locked.has(place.service) && cannotMove(run, place.service));
  let hasShrunk = true;
  while (hasShrunk) {
    const freed = [...locked].filter((service) => !holders(service).every(isHeldUp));
    for (const service of freed) locked.delete(service);
    hasShrunk = freed.length > 0;
  }
  return run.episodes.filter((episode) => episode.held.some((place) => locked.has(place.service)));
}

/** Nothing but units would end its wait: it has no patience to lose and no clock that may ring. */
function waitsWithoutEnd(episode: Episode): boolean {
  const { visit, clocks } = episode;
  return visit !== null && visit.sought.length > 0 && visit.patience === null && clocks.length === 0;
}

/** The first in line wants more than there would be with every unit of the best shift on duty. */
function cannotMove(run: Run, service: number): boolean {
  const first = firstInLine(run, service);
  const wanted = first?.sought.find((place) => place.service === service)?.units;
  const capacities = run.world.epochs.flatMap(({ tables }) => at(tables.services, service).capacity);
  return wanted !== undefined && at(run.services, service).inUse + wanted > Math.max(...capacities);
}
