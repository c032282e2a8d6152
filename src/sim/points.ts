/**
 * Onsets and Poisson arrivals as points of a random measure on time x hazard height, walked strip by strip and window by
 * window, so that worlds whose hazards differ share their points: the lower world's are a subset of the higher's.
 */
import { unitExponential } from './arithmetic.js';
import type { Census } from './census.js';
import { derive, deriveNumber, key, keyOf, uniform } from './draws.js';
import { Kind } from './events.js';
import { PointsAhead } from './points-ahead.js';
import { atHour, stripLow, stripsFor, stripWidth } from './rates.js';
import type { PersonRow, PointId } from './rows.js';
import type { State } from './state.js';
import type { Arrivals, Need } from './world.js';

type PoissonArrivals = Extract<Arrivals, { readonly kind: 'poisson' }>;

/** Starts every onset and arrival stream at hour 0, the onsets of those whom the census lists. */
export function startPoints(state: State, census: Census): void {
  const { world, tables } = state;
  tables.arrivals.forEach((one, arrivals) => {
    if (one.kind !== 'poisson') return;
    const most = Math.max(
      ...world.epochs.map(({ tables: { arrivals: all } }) => {
        const then = all[arrivals];
        return then.kind === 'poisson' ? (then.rate / then.unitRate) * Math.max(...then.hours) : 0;
      }),
    );
    for (let strip = 0; strip < stripsFor(most); strip++) walkArrivals(state, arrivals, one, strip);
  });
  for (let need = 0; need < tables.needs.length; need++) startOnsets(state, census, need);
}

/** Walks the strips of everybody who may have an onset of a need. */
function startOnsets(state: State, census: Census, need: number): void {
  const { world, tables, traits } = state;
  const most = stripsFor(
    Math.max(...state.needPeaks.map((peaks, epoch) => peaks[need] * greatest(state, need, epoch))),
  );
  const looksAtTraits = isPersonal(state, need, most);
  for (let strip = 0; strip < most; strip++) {
    const { persons, frailties } = census.withPoints(tables.needs[need], strip, world.horizon);
    for (let at = 0; at < persons.length; at++) {
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

/** Walks the strips that a person's changed state has opened, from the windows of now on. */
export function widenStrips(state: State, row: PersonRow): void {
  const { people, calendar, residents } = state;
  const offset = row * people.variables;
  const first = residents.areaOf(people.index[row]) * people.needs;
  for (let own = 0; own < people.needs; own++) {
    const need = first + own;
    const at = row * people.needs + own;
    const strips = stripsOf(state, need, people.cohort[row], people.states, offset);
    for (let strip = people.strips[at]; strip < strips; strip++) {
      walkOnsets(state, need, people.index[row], strip, people.frailty[row], calendar.now);
    }
    if (strips > people.strips[at]) people.strips[at] = strips;
  }
}

/** Strips that somebody's hazard can reach in any epoch and hour, with these states. */
export function stripsOf(state: State, need: number, cohort: number, states: Uint8Array, offset: number): number {
  let most = 0;
  for (let epoch = 0; epoch < state.world.epochs.length; epoch++) {
    const table = state.world.epochs[epoch].tables.needs[need];
    most = Math.max(most, state.needPeaks[epoch][need] * personal(table, cohort, states, offset));
  }
  return stripsFor(most);
}

/** Current hazard of an onset, in units of frailty x unit rate x calendar. */
export function hazardRatio(state: State, need: number, cohort: number, states: Uint8Array, offset: number): number {
  const table = state.tables.needs[need];
  return (
    (table.rate / table.unitRate) * atHour(table.hours, state.calendar.now) * personal(table, cohort, states, offset)
  );
}

function personal(need: Need, cohort: number, states: Uint8Array, offset: number): number {
  let product = need.byCohort[cohort] ?? 1;
  for (const { variable, value, times } of need.byState) if (states[offset + variable] === value) product *= times;
  return product;
}

/** Whether a point of a strip lies below a hazard ratio, by its key. */
export function isBelow(state: State, strip: number, ratio: number, high: number, low: number): boolean {
  const { salts, common } = state;
  const edge = stripLow(strip);
  const width = stripWidth(strip);
  if (ratio <= edge) return false;
  if (ratio >= edge + width) return true;
  return edge + width * uniform(high, low, salts.high[common.height], salts.low[common.height], 0) < ratio;
}

/** Starts one strip of an arrivals stream. */
function walkArrivals(state: State, arrivals: number, { name, unitRate }: PoissonArrivals, strip: number): void {
  const { points, salts, common, arrivalWarps, world } = state;
  const point = points.take();
  points.source[point] = arrivals;
  points.strip[point] = strip;
  const salt = { high: salts.high[common.gap], low: salts.low[common.gap] };
  const base = keyOf('arrival', name, 0, strip);
  const density = unitRate * stripWidth(strip);
  points.ahead[point] = new PointsAhead(base, salt, density, arrivalWarps[arrivals], world.horizon);
  nextArrival(state, point);
}

/** Moves a strip of an arrivals stream on to its next point and schedules it; forgets a strip that has none. */
export function nextArrival({ points, calendar }: State, point: PointId): void {
  const ahead = points.ahead[point];
  if (!ahead.next()) {
    points.rows.give(point);
    return;
  }
  const due = Math.max(ahead.due, calendar.now);
  calendar.schedule(due, Kind.arrival, point, 0, ahead.keyHigh, ahead.keyLow);
}

/** Moves a stream of onsets on to its next point before the horizon and schedules it; forgets a stream that has none. */
export function nextPoint(state: State, point: PointId): void {
  const { points } = state;
  points.number[point]++;
  if (!findPoint(state, point, -1)) points.rows.give(point);
}

/** Starts one strip of a person's onsets: its first point after an hour (−1: from the beginning), if one comes before the horizon. */
function walkOnsets(state: State, need: number, person: number, strip: number, frailty: number, after: number): void {
  const { points, residents, needKeys, needWarps } = state;
  const area = residents.areaOf(person);
  const base = residents.onsets[area];
  deriveNumber(base.high, base.low, person - residents.firsts[area]);
  derive(key.high, key.low, needKeys[need].high, needKeys[need].low);
  deriveNumber(key.high, key.low, strip);
  const density = state.tables.needs[need].unitRate * stripWidth(strip);
  const point = points.take();
  points.source[point] = need;
  points.person[point] = person;
  points.strip[point] = strip;
  points.density[point] = density * frailty;
  points.baseHigh[point] = key.high;
  points.baseLow[point] = key.low;
  points.windowLength[point] = 1 / density;
  openWindow(state, point, after < 0 ? 0 : Math.floor(needWarps[need].warp(after) * density));
  if (!findPoint(state, point, after)) points.rows.give(point);
}

function openWindow(state: State, point: PointId, window: number): void {
  const { points } = state;
  deriveNumber(points.baseHigh[point], points.baseLow[point], window);
  points.window[point] = window;
  points.windowHigh[point] = key.high;
  points.windowLow[point] = key.low;
  points.number[point] = 0;
  points.at[point] = window * points.windowLength[point];
}

/** Steps by exponential gaps to the next point later than `after`; false when none comes before the horizon. */
function findPoint(state: State, point: PointId, after: number): boolean {
  const { points, salts, common, world, calendar } = state;
  const warp = state.needWarps[points.source[point]];
  const density = points.density[point];
  const length = points.windowLength[point];
  const warpedHorizon = warp.horizon;
  const saltHigh = salts.high[common.gap];
  const saltLow = salts.low[common.gap];
  for (;;) {
    const u = uniform(points.windowHigh[point], points.windowLow[point], saltHigh, saltLow, points.number[point]);
    const at = points.at[point] + unitExponential(u) / density;
    if (at >= (points.window[point] + 1) * length) {
      if ((points.window[point] + 1) * length > warpedHorizon) return false;
      openWindow(state, point, points.window[point] + 1);
      continue;
    }
    points.at[point] = at;
    if (at > warpedHorizon) return false;
    const time = warp.unwarp(at);
    if (time > after && time <= world.horizon) {
      deriveNumber(points.windowHigh[point], points.windowLow[point], points.number[point]);
      const due = Math.max(time, calendar.now);
      calendar.schedule(due, Kind.onset, point, 0, key.high, key.low);
      return true;
    }
    if (time > world.horizon) return false;
    points.number[point]++;
  }
}
