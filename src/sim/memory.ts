/** How much memory a run is likely to need: estimated from the tables before anything is laid out. */
import { peopleOf } from './areas.js';
import { mean } from './distributions.js';
import { LOG_ROWS } from './log.js';
import type { World } from './world.js';

/** Bytes of a row of the visit log, over all columns. */
const LOG_ROW_BYTES = 100;
/** Bytes of an episode with its visits, clocks and calendar entries: two records of 340 and 270, and some columns. */
const EPISODE_BYTES = 750;
/** Bytes of everybody in the area: a row number, a frailty, and two keys. */
const RESIDENT_BYTES = 4 + 8 + 16;
/** Bytes of a person with a row. */
const PERSON_BYTES = 64;

/** Rough memory of one run [bytes]: logs, people, and those inside at once (stock and a day of arrivals). */
export function estimateBytes(world: World): number {
  const { population } = world.area;
  const { onsets, streams, present } = comersOf(world, 0);
  const withRow = Math.min(population, onsets * world.horizon + present);
  const inside = (onsets + streams) * 24 + present;
  return LOG_ROWS * LOG_ROW_BYTES * 2 + population * RESIDENT_BYTES + withRow * PERSON_BYTES + inside * EPISODE_BYTES;
}

/** Those who come by themselves in an epoch: onsets and streams [per hour], and those who are there at hour 0. */
function comersOf(world: World, epoch: number): { onsets: number; streams: number; present: number } {
  const { needs, arrivals } = world.epochs[epoch].tables;
  const perHour = arrivals.map((one) =>
    one.kind === 'poisson' ? one.rate : one.kind === 'renewal' ? 1 / Math.max(mean(one.interval), 1e-9) : 0,
  );
  const people = arrivals.reduce((sum, one) => sum + (one.kind === 'people' ? one.count : 0), 0);
  return {
    onsets: needs.reduce((sum, need) => sum + need.rate * peopleOf(world, need.area), 0),
    streams: perHour.reduce((sum, rate) => sum + rate, 0),
    present: people + world.stock.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Episodes that may be open at once whatever the scenario says: one as small as that harms no machine. */
const ALWAYS_OPEN = 200_000;

/**
 * Episodes that may be open at once. Were everybody who comes by themselves still inside at the end, and each had brought
 * three others, there would be no more: beyond that, episodes bring episodes without end, and the run would end with memory.
 * @param bytes that the run may take; fewer episodes are let in when those would not fit.
 */
export function mostOpen(world: World, bytes: number): number {
  const most = Math.max(
    ...world.epochs.map((_, epoch) => {
      const { onsets, streams, present } = comersOf(world, epoch);
      return (onsets + streams) * world.horizon + present;
    }),
  );
  return Math.max(ALWAYS_OPEN, Math.min(ALWAYS_OPEN + 4 * most, bytes / EPISODE_BYTES));
}
