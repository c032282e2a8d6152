/**
 * Onsets and Poisson arrivals as points of a random measure on time x hazard height, walked strip by strip and window by
 * window, so that worlds whose hazards differ share their points: the lower world's are a subset of the higher's.
 */
import { unitExponential } from './arithmetic.js';
import { derive, deriveNumber, key, keyOf, uniform } from './draws.js';
import { Kind } from './events.js';
import { PointsAhead } from './points-ahead.js';
import { type Points, Real, Word } from './points-table.js';
import { stripLow, stripsFor, stripWidth } from './rates.js';
import type { PersonRow, PointId } from './rows.js';
import { hourOfWeek } from './services.js';
import type { State } from './state.js';
import type { Arrivals, Need } from './world.js';

type PoissonArrivals = Extract<Arrivals, { readonly kind: 'poisson' }>;

/** Starts every strip of every Poisson stream of arrivals at hour 0. */
export function startArrivals(state: State): void {
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
  const { heights } = state.plan.needs[need];
  return heights[hourOfWeek(state.calendar.now)] * personal(state.tables.needs[need], cohort, states, offset);
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
  const point = points.take(arrivals, strip);
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
  calendar.due = Math.max(ahead.due, calendar.now);
  calendar.enter(Kind.arrival, point, 0, ahead.keyHigh, ahead.keyLow);
}

/** Starts one strip of a person's onsets: its first point after an hour (−1: from the beginning), if one comes before the horizon. */
export function walkOnsets(
  state: State,
  need: number,
  person: number,
  strip: number,
  frailty: number,
  after: number,
): void {
  const { points, residents, needKeys, needWarps } = state;
  const area = residents.areaOf(person);
  const base = residents.onsets[area];
  deriveNumber(base.high, base.low, person - residents.firsts[area]);
  derive(key.high, key.low, needKeys[need].high, needKeys[need].low);
  deriveNumber(key.high, key.low, strip);
  const density = state.tables.needs[need].unitRate * stripWidth(strip);
  const point = points.take(need, strip);
  const { reals, words } = points;
  const real = point << 3;
  const word = point << 4;
  reals[real | Real.density] = density * frailty;
  reals[real | Real.windowLength] = 1 / density;
  words[word | Word.person] = person;
  words[word | Word.baseHigh] = key.high;
  words[word | Word.baseLow] = key.low;
  openWindow(points, point, after < 0 ? 0 : Math.floor(needWarps[need].warp(after) * density));
  if (!findPoint(state, point, after)) points.rows.give(point);
}

/** Moves a stream of onsets on to its next point before the horizon and schedules it; forgets a stream that has none. */
export function nextPoint(state: State, point: PointId): void {
  const { points } = state;
  points.words[(point << 4) | Word.number]++;
  if (!findPoint(state, point, -1)) points.rows.give(point);
}

function openWindow({ reals, words }: Points, point: PointId, window: number): void {
  const real = point << 3;
  const word = point << 4;
  deriveNumber(words[word | Word.baseHigh], words[word | Word.baseLow], window);
  words[word | Word.window] = window;
  words[word | Word.windowHigh] = key.high;
  words[word | Word.windowLow] = key.low;
  words[word | Word.number] = 0;
  reals[real | Real.at] = window * reals[real | Real.windowLength];
}

/** Steps by exponential gaps to the next point later than `after`; false when none comes before the horizon. */
function findPoint(state: State, point: PointId, after: number): boolean {
  const { points, salts, common, world, calendar } = state;
  const { reals, words } = points;
  const real = point << 3;
  const word = point << 4;
  const warp = state.needWarps[words[word | Word.source]];
  const density = reals[real | Real.density];
  const length = reals[real | Real.windowLength];
  const saltHigh = salts.high[common.gap];
  const saltLow = salts.low[common.gap];
  for (;;) {
    const high = words[word | Word.windowHigh];
    const low = words[word | Word.windowLow];
    const number = words[word | Word.number];
    const at = reals[real | Real.at] + unitExponential(uniform(high, low, saltHigh, saltLow, number)) / density;
    const next = words[word | Word.window] + 1;
    if (at >= next * length) {
      if (next * length > warp.horizon) return false;
      openWindow(points, point, next);
      continue;
    }
    reals[real | Real.at] = at;
    if (at > warp.horizon) return false;
    const time = warp.unwarp(at);
    if (time > world.horizon) return false;
    if (time > after) {
      deriveNumber(high, low, number);
      calendar.due = Math.max(time, calendar.now);
      calendar.enter(Kind.onset, point, 0, key.high, key.low);
      return true;
    }
    words[word | Word.number] = number + 1;
  }
}
