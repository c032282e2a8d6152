/** How much memory a run is likely to need: estimated from the tables before anything is laid out. */
import { peopleOf } from './areas.js';
import { exp } from './arithmetic.js';
import { mean } from './distributions.js';
import { ENTRY_BYTES } from './entries.js';
import { LOG_ROWS } from './log.js';
import { POINT_BYTES } from './points-table.js';
import { stripsFor, stripWidth } from './rates.js';
import { NONE, type World } from './world.js';

/** Bytes of a row of the visit log, over all columns. */
const LOG_ROW_BYTES = 100;
/** Bytes of an episode with its visits, clocks and calendar entries: two records of 340 and 270, and some columns. */
const EPISODE_BYTES = 750;
/** Bytes of everybody in the area: a row number, and a bound on a frailty. */
const RESIDENT_BYTES = 4 + 4;
/** Bytes of a person with a row, beside those for each need and each variable of state. */
const PERSON_BYTES = 4 + 8 + 8 + 1 + 1 + 4 + 4;
/** Bytes of that for each need (open episodes, strips) and each variable of state. */
const PER_NEED_BYTES = 2 + 1;
const PER_VARIABLE_BYTES = 1;
/** Bytes of a record in the calendar, with its share of the row of buckets. */
const EVENT_BYTES = ENTRY_BYTES + 8;
/** Bytes of a stream of points in the census: its person and their frailty. */
const AFFECTED_BYTES = 4 + 8;
/** Bytes of one that has begun and goes on, with its next point in the calendar. Few others are there at a time. */
const STREAM_BYTES = POINT_BYTES + EVENT_BYTES;
/** Bytes of a running clock, with its end in the calendar. */
const CLOCK_BYTES = 81 + EVENT_BYTES;
/** Tables that are full become twice as long: on average they are so much longer than what is in them. */
const GROWN = 1.5;

/**
 * Rough memory of one run at the rates of its busiest epoch [bytes]: logs; everybody in the area; persons with a row; streams
 * of points, and the windows that they are found in; clocks; and those inside at once (stock and a day of arrivals).
 */
export function estimateBytes(world: World): number {
  return Math.max(...world.epochs.map((_, epoch) => bytesIn(world, epoch)));
}

function bytesIn(world: World, epoch: number): number {
  const { population } = world.area;
  const { needs } = world.epochs[epoch].tables;
  const { onsets, streams, present } = comersOf(world, epoch);
  const withRow = Math.min(population, onsets * world.horizon + present);
  const ofPerson = PERSON_BYTES + PER_NEED_BYTES * needs.length + PER_VARIABLE_BYTES * world.states.length;
  const inside = (onsets + streams) * 24 + present;
  const { points, lasting, windows } = pointsOf(world, epoch);
  return (
    LOG_ROWS * LOG_ROW_BYTES * 2 +
    population * RESIDENT_BYTES +
    GROWN * withRow * ofPerson +
    points * AFFECTED_BYTES +
    GROWN * lasting * STREAM_BYTES +
    windows * 8 +
    GROWN * clocksOf(world, epoch, withRow, inside) * CLOCK_BYTES +
    inside * EPISODE_BYTES
  );
}

/**
 * Streams with points, and those of them that have several, were all people alike (where they differ there are fewer of the
 * former); and windows of the longest walk.
 */
function pointsOf(world: World, epoch: number): { points: number; lasting: number; windows: number } {
  let points = 0;
  let lasting = 0;
  let windows = 0;
  for (const need of world.epochs[epoch].tables.needs) {
    const byState = need.byState.reduce((product, { times }) => product * Math.max(times, 1), 1);
    const most = (need.rate / need.unitRate) * Math.max(...need.hours) * Math.max(...need.byCohort) * byState;
    for (let strip = 0; strip < stripsFor(most); strip++) {
      const walked = need.unitRate * stripWidth(strip) * world.horizon;
      points += peopleOf(world, need.area) * (1 - exp(-walked));
      lasting += peopleOf(world, need.area) * (1 - exp(-walked) * (1 + walked));
      windows = Math.max(windows, walked + 1);
    }
  }
  return { points, lasting, windows };
}

/** Clocks that run at once: of lives, after outcomes (each onset has one), and of those who are inside. */
function clocksOf(world: World, epoch: number, withRow: number, inside: number): number {
  const { clocks, needs } = world.epochs[epoch].tables;
  const lives = clocks.some(({ runs }) => runs === 'life') ? withRow : 0;
  const after = clocks
    .filter(({ runs, need }) => runs === 'after' && need !== NONE)
    .reduce((sum, { need, until }) => {
      const { rate, area } = needs[need];
      return sum + rate * peopleOf(world, area) * Math.min(until, world.horizon);
    }, 0);
  const ofNeed = needs.map((_, need) => clocks.filter((one) => one.runs === 'waiting' && one.need === need).length);
  return lives + after + inside * Math.max(0, ...ofNeed);
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

/** Those who come by themselves where most do: onsets and streams [per hour], and those who are there at hour 0. */
export function mostComers(world: World): { onsets: number; streams: number; present: number } {
  const all = world.epochs.map((_, epoch) => comersOf(world, epoch));
  const most = (of: 'onsets' | 'streams' | 'present') => Math.max(...all.map((one) => one[of]));
  return { onsets: most('onsets'), streams: most('streams'), present: most('present') };
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
