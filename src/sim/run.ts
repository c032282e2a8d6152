/** One replication: the loop, and nothing else. */

import { startStreams } from './arrivals.js';
import { censor } from './censoring.js';
import { Census } from './census.js';
import { settleAccounts } from './conservation.js';
import type { Chance } from './draws.js';
import { Kind } from './events.js';
import { readAhead } from './foresight.js';
import { breakGridlocks } from './gridlock.js';
import { handle } from './handlers.js';
import type { LogReader, Tally } from './log.js';
import { putUnderWay, releaseLogs } from './logs.js';
import { startOnsets } from './onsets.js';
import { startArrivals } from './points.js';
import { serveLines } from './serving.js';
import { scheduleChange } from './shifts.js';
import { State } from './state.js';
import { placeStock } from './stock.js';
import { listToServe } from './visiting.js';
import type { World } from './world.js';

/**
 * Performs every event of one replication, in order, and gives its totals. Those still inside are censored.
 * @throws InvariantError when the engine finds a fault, a gridlock that its world does not break, or an open account.
 */
export function run(world: World, chance: Chance, reader: LogReader): Tally {
  const state = begin(world, chance, reader, new Census(world, chance));
  advance(state, world.horizon);
  return end(state);
}

/**
 * A replication at hour 0: stock in place, streams started, nothing performed yet.
 * @param census of the same area and chance; worlds that are compared can share one.
 * @param bytes of memory that the replication may take; it is stopped when episodes that bring others would take more.
 * @throws InvariantError when what is there at hour 0 does not fit the world, or is locked.
 */
export function begin(
  world: World,
  chance: Chance,
  reader: LogReader,
  census: Census,
  bytes = Number.POSITIVE_INFINITY,
): State {
  const state = new State(world, chance, reader, bytes);
  const { calendar, services } = state;
  putUnderWay(state);
  startArrivals(state);
  startOnsets(state, census);
  placeStock(state, census);
  startStreams(state);
  for (let service = 0; service < services.count; service++) scheduleChange(state, service);
  for (let epoch = 1; epoch < world.epochs.length; epoch++) {
    if (world.epochs[epoch].from <= world.horizon)
      calendar.schedule(world.epochs[epoch].from, Kind.epochChange, epoch, 0, 0, 0);
  }
  calendar.schedule(1, Kind.hourMark, 0, 0, 0, 0);
  for (let service = 0; service < services.count; service++) listToServe(state, services.accounts[service]);
  serveLines(state);
  breakGridlocks(state);
  return state;
}

/**
 * Performs, in order, every event before an hour; at the horizon, those of the last instant as well.
 * @throws InvariantError when the engine finds a fault, or a gridlock that its world does not break.
 */
export function advance(state: State, until: number): void {
  const { calendar, world } = state;
  const end = until < world.horizon ? until : justAfter(world.horizon);
  putUnderWay(state);
  while (calendar.next(end)) {
    if (calendar.many.foreseenCount > 0) readAhead(state);
    handle(state, calendar.kind, calendar.subject);
    if (state.firstToServe !== null) serveLines(state);
    if (state.mayBeLocked) breakGridlocks(state);
  }
}

/** The first number above a positive one. */
function justAfter(hour: number): number {
  const number = Float64Array.of(hour);
  new BigInt64Array(number.buffer)[0]++;
  return number[0];
}

/** Censors those inside, hands over what is logged, and closes the accounts. @throws InvariantError when one is open. */
export function end(state: State): Tally {
  putUnderWay(state);
  const inside = censor(state);
  releaseLogs(state);
  return settleAccounts(state, inside);
}
