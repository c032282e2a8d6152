/**
 * Holders who wait for each other. An episode is stuck while it waits, holding units, with no patience and no clock to end
 * it. A set of services is locked when every unit in use is held by stuck episodes each of which waits at a service of the
 * set whose line cannot move: the first in it wants more than would be free even at the greatest capacity of the week.
 */

import type { Episode } from './episodes.js';
import { InvariantError } from './invariant.js';
import { Finish, NEVER } from './log.js';
import { proceed } from './pathway.js';
import { NO_ROW } from './rows.js';
import { serveLines } from './serving.js';
import type { State } from './state.js';
import { decline } from './visiting.js';
import { Stage } from './visits.js';
import { NONE } from './world.js';

/**
 * Looks for gridlocks and resolves each by the world's rule: the run fails, or the last to join is declined.
 * @throws InvariantError naming services and step, when the rule is to fail or there is nowhere to go.
 */
export function breakGridlocks(state: State): void {
  while (state.mayBeLocked) {
    state.mayBeLocked = false;
    const locked = lockedServices(state);
    if (locked.size === 0) return;
    state.gridlocks++;
    const last = lastToJoin(state, locked);
    const { ifFull } = state.steps[last.step];
    if (state.world.gridlock === 'fail' || ifFull === NONE) throw gridlock(state, last, locked);
    proceed(state, last, decline(state, last, Finish.gridlock, ifFull));
    serveLines(state);
    state.mayBeLocked = true;
  }
}

/** The greatest set of services that hold each other up. */
function lockedServices(state: State): Set<number> {
  const { services } = state;
  const locked = new Set<number>();
  for (let service = 0; service < services.count; service++) {
    const { inUse, stuck } = services.accounts[service];
    if (inUse > 0 && stuck === inUse) locked.add(service);
  }
  // Where no line of theirs is stuck, nobody of them waits for what another holds; it is the rule, and soon seen.
  let shrinking = [...locked].some((service) => isBlocked(state, service));
  if (!shrinking) locked.clear();
  while (shrinking) {
    shrinking = false;
    for (const service of locked) {
      const isHeld = holdersOf(state, service).every((holder) => {
        return holder.firstClock === NO_ROW && waitsAt(holder).some((at) => locked.has(at) && isBlocked(state, at));
      });
      if (!isHeld) {
        locked.delete(service);
        shrinking = true;
      }
    }
  }
  return locked;
}

function isBlocked(state: State, service: number): boolean {
  const { services, lines } = state;
  const first = lines.first(service);
  const { inUse, peak } = services.accounts[service];
  return first !== null && inUse + first.units > peak;
}

function holdersOf(state: State, service: number): Episode[] {
  const { visits } = state;
  const holders: Episode[] = [];
  for (const visit of visits.all) {
    if (visit.service !== service || visit.stage === Stage.free || visit.stage === Stage.waiting) continue;
    holders.push(visit.episode);
  }
  return holders;
}

function waitsAt(episode: Episode): number[] {
  const sought: number[] = [];
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.waiting) sought.push(visit.service);
  }
  return sought;
}

/** Of those who hold locked units: who joined last, and of several at one instant the one with the greatest key. */
function lastToJoin(state: State, locked: ReadonlySet<number>): Episode {
  const holders = [...locked].flatMap((service) => holdersOf(state, service));
  return holders.reduce((last, one) => {
    const later =
      joinedAt(one) - joinedAt(last) ||
      (one.keyHigh >>> 0) - (last.keyHigh >>> 0) ||
      (one.keyLow >>> 0) - (last.keyLow >>> 0);
    return later > 0 ? one : last;
  });
}

function joinedAt(episode: Episode): number {
  let joined = -NEVER;
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.waiting) joined = Math.max(joined, visit.joined);
  }
  return joined;
}

function gridlock(state: State, episode: Episode, locked: ReadonlySet<number>): InvariantError {
  const { tables, calendar } = state;
  const names = [...locked].map((service) => tables.services[service].name).join(', ');
  return new InvariantError(
    `gridlock at hour ${calendar.now.toFixed(2)}: everybody who holds ${names} waits for one of them; the last to join was ` +
      `at step ${tables.steps[episode.step].name}. Give that step patience, or say gridlock: decline with an if-full.`,
  );
}
