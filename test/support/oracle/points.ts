/**
 * Points of a Poisson random measure on time × hazard height: onsets of needs in persons, and Poisson arrivals. Where the
 * points lie depends on declared things only; the hazard of the world decides which of them count.
 */
import { Band } from './calendar.js';
import { bare, drawAt, extend, type Key, keyOf, NO_KEY, unitExponential } from './chance.js';
import { onset, openEpisode, severityOf } from './episodes.js';
import { areaName, at, drawn, hourOfWeek, type Person, type Run, type Stream } from './state.js';

const HOURS = Array.from({ length: 168 }, (_, hour) => hour);

/** Strip 0 is [0, 1), strip k is [2^(k−1), 2^k). */
function stripOf(strip: number): { low: number; width: number } {
  return strip === 0 ? { low: 0, width: 1 } : { low: 2 ** (strip - 1), width: 2 ** (strip - 1) };
}

/** Warped time: hours weighed by the calendar of the week. */
export function warp(calendar: readonly number[], time: number): number {
  const before = (hours: number): number => calendar.slice(0, hours).reduce((sum, value) => sum + value, 0);
  const weeks = Math.floor(time / 168);
  const inWeek = time - weeks * 168;
  const hour = Math.floor(inWeek);
  return weeks * before(168) + before(hour) + (inWeek - hour) * (calendar[hour] ?? 0);
}

/** The time at which warped time reaches a value. */
export function unwarp(calendar: readonly number[], warped: number): number {
  const week = calendar.reduce((sum, value) => sum + value, 0);
  const weeks = Math.floor(warped / week);
  let rest = warped - weeks * week;
  let hour = 0;
  while (hour < 167 && rest >= at(calendar, hour)) {
    rest -= at(calendar, hour);
    hour++;
  }
  return weeks * 168 + hour + rest / at(calendar, hour);
}

interface Point {
  readonly time: number;
  readonly height: number;
  readonly key: Key;
}

/** The points of one window of a strip, in order of time. */
function pointsOfWindow(run: Run, stream: Stream, strip: number, window: number): Point[] {
  const { low, width } = stripOf(strip);
  const length = 1 / (stream.unitRate * width);
  const windowKey = extend(stream.key, strip, window);
  const points: Point[] = [];
  let passed = 0;
  for (let n = 0; ; n++) {
    passed += unitExponential(drawAt(run.chance, windowKey, 'gap', n)) / (stream.frailty * stream.unitRate * width);
    if (passed >= length) return points;
    const key = extend(windowKey, n);
    const height = low + width * drawAt(run.chance, key, 'height', 0);
    points.push({ time: unwarp(stream.calendar, window * length + passed), height, key });
  }
}

/** The first point of a strip after an hour, or null when there is none up to the horizon. */
function nextPoint(run: Run, stream: Stream, strip: number, after: number): Point | null {
  const length = 1 / (stream.unitRate * stripOf(strip).width);
  const last = Math.floor(warp(stream.calendar, run.world.horizon) / length) + 1;
  for (let window = Math.max(0, Math.floor(warp(stream.calendar, after) / length) - 1); window <= last; window++) {
    for (const point of pointsOfWindow(run, stream, strip, window)) if (point.time > after) return point;
  }
  return null;
}

/** Strips whose low edge lies under the greatest hazard that this stream could have now, at any hour of the week. */
function activeStrips(stream: Stream): number[] {
  const greatest = Math.max(...HOURS.map((hour) => stream.ratio(hour)));
  const strips: number[] = [];
  for (let strip = 0; !stream.hasEnded() && stripOf(strip).low < greatest; strip++) strips.push(strip);
  return strips;
}

/** Puts the next candidate of each active strip in the calendar, where it is not there yet. */
export function activate(run: Run, stream: Stream): void {
  for (const strip of activeStrips(stream)) {
    if (stream.pending.has(strip)) continue;
    if (run.now > 0 && strip > 0) run.coverage.note('points: a higher strip opens later');
    scheduleNext(run, stream, strip);
  }
}

function scheduleNext(run: Run, stream: Stream, strip: number): void {
  const point = nextPoint(run, stream, strip, run.now);
  if (point === null) return;
  stream.pending.add(strip);
  run.calendar.schedule(point.time, Band.arrivals, point.key, () => {
    stream.pending.delete(strip);
    if (activeStrips(stream).includes(strip)) scheduleNext(run, stream, strip);
    const isAccepted = !stream.hasEnded() && point.height < stream.ratio(hourOfWeek(run.now));
    run.coverage.note(`points: ${isAccepted ? 'accepted' : 'rejected'}, strip ${Math.min(strip, 2)}`);
    if (isAccepted) stream.accept(point.key);
  });
}

/** The onsets of a need in a person. */
export function onsetStream(run: Run, person: Person, needIndex: number): Stream {
  const need = at(run.tables.needs, needIndex);
  return {
    key: keyOf('onset', areaName(run, person.area), person.inArea, bare(need.name)),
    frailty: person.frailty,
    unitRate: need.unitRate,
    calendar: need.calendar,
    ratio: (hour) => {
      const current = at(run.tables.needs, needIndex);
      const multipliers = current.byState.filter(({ variable, value }) => person.states[variable] === value);
      const byState = multipliers.reduce((product, { times }) => product * times, 1);
      const byCohort = current.byCohort[person.cohort] ?? 1;
      return (current.rate / current.unitRate) * at(current.hours, hour) * byCohort * byState;
    },
    accept: (key) => onset(run, person, needIndex, key),
    hasEnded: () => !person.alive,
    pending: new Set(),
  };
}

/** A stream of transient persons: Poisson, renewal, or so many at hour 0. */
export function startArrivals(run: Run, index: number): void {
  const arrivals = at(run.tables.arrivals, index);
  if (arrivals.kind === 'people') {
    for (let n = 0; n < arrivals.count; n++) {
      const key = keyOf('arrival', arrivals.name, n);
      run.calendar.schedule(0, Band.arrivals, key, () => arrive(run, index, key));
    }
  } else if (arrivals.kind === 'renewal') {
    scheduleRenewal(run, index, 0);
  } else {
    const stream: Stream = {
      key: keyOf('arrival', arrivals.name, 0),
      frailty: 1,
      unitRate: arrivals.unitRate,
      calendar: arrivals.calendar,
      ratio: (hour) => {
        const current = at(run.tables.arrivals, index);
        if (current.kind !== 'poisson') throw new Error(`${current.name} has changed its kind`);
        return (current.rate / current.unitRate) * at(current.hours, hour);
      },
      accept: (key) => arrive(run, index, key),
      hasEnded: () => false,
      pending: new Set(),
    };
    run.streams.push(stream);
    activate(run, stream);
  }
}

function scheduleRenewal(run: Run, index: number, n: number): void {
  const arrivals = at(run.tables.arrivals, index);
  if (arrivals.kind !== 'renewal') throw new Error(`${arrivals.name} has changed its kind`);
  const key = keyOf('arrival', arrivals.name, n);
  const interval = drawn(run, arrivals.interval, drawAt(run.chance, key, 'interval', 0));
  run.calendar.schedule(run.now + interval, Band.arrivals, key, () => {
    scheduleRenewal(run, index, n + 1);
    arrive(run, index, key);
  });
}

function arrive(run: Run, index: number, key: Key): void {
  const { name, kind, need, channel, background, entry, severity } = at(run.tables.arrivals, index);
  run.coverage.note(`arrivals: ${kind}`);
  const severityDrawn = severityOf(run, key, name, severity);
  const opening = { key, parent: NO_KEY, person: null, need, severity: severityDrawn, channel, background };
  openEpisode(run, { ...opening, isParallel: false, entry });
}
