/**
 * Streams of onsets wait outside the tables, in the order in which they begin, and are taken up an hour or two before their
 * first point: the tables and the calendar hold what is near, however many people there are.
 */
import type { Census } from './census.js';
import type { Affected } from './found.js';
import { stripsOf, walkOnsets } from './points.js';
import { stripsFor } from './rates.js';
import type { State } from './state.js';

/** Those who have a point in a strip of a need. */
export interface Onsets {
  readonly need: number;
  readonly strip: number;
  readonly affected: Affected;
  /** Whether their onsets can lie in the strip at all is a matter of each person's traits. */
  readonly looksAtTraits: boolean;
}

/** Takes up the onsets of those whom the census lists, hour by hour from hour 0 on. */
export function startOnsets(state: State, census: Census): void {
  state.onsets = waitingOnsets(state, census);
  takeUp(state, 0);
  takeUp(state, 1);
}

/** All who have a point in a strip that somebody's hazard can reach. */
function waitingOnsets(state: State, census: Census): readonly Onsets[] {
  const { world, tables } = state;
  return tables.needs.flatMap((one, need) => {
    const most = stripsFor(
      Math.max(...state.needPeaks.map((peaks, epoch) => peaks[need] * greatest(state, need, epoch))),
    );
    const looksAtTraits = isPersonal(state, need, most);
    return Array.from({ length: most }, (_, strip) => {
      return { need, strip, affected: census.withPoints(one, strip, world.horizon), looksAtTraits };
    });
  });
}

/** Takes up those whose first point comes in the hour after the one that begins now. */
export function takeUpOnsets(state: State): void {
  takeUp(state, state.hour + 1);
}

/** Walks the strips of those whose first point comes in a clock hour. */
function takeUp(state: State, hour: number): void {
  const { traits, onsets, world } = state;
  if (hour > world.horizon) return;
  for (let list = 0; list < onsets.length; list++) {
    const { need, strip, affected, looksAtTraits } = onsets[list];
    const { persons, frailties, hours } = affected;
    for (let at = hours[hour]; at < hours[hour + 1]; at++) {
      if (looksAtTraits) {
        traits.recall(persons[at]);
        if (strip >= stripsOf(state, need, traits.cohort, traits.states, 0)) continue;
      }
      walkOnsets(state, need, persons[at], strip, frailties[at], -1);
    }
  }
}

/** Whether somebody's cohort or state decides which of so many strips their onsets of a need can lie in. */
function isPersonal(state: State, need: number, strips: number): boolean {
  const { world, traits } = state;
  if (world.epochs.some(({ tables }) => tables.needs[need].byState.length > 0)) return true;
  return world.cohorts.some((_, cohort) => stripsOf(state, need, cohort, traits.states, 0) < strips);
}

/** The greatest that a need's multipliers can make of anybody's hazard in an epoch. */
function greatest(state: State, need: number, epoch: number): number {
  const { byCohort, byState } = state.world.epochs[epoch].tables.needs[need];
  return byState.reduce(
    (product, { times }) => product * Math.max(times, 1),
    Math.max(...byCohort, byCohort.length > 0 ? 0 : 1),
  );
}
