import type { World } from '../sim/index.js';

/** Hours in a week. */
export const WEEK = 168;
/** Seconds in an hour. */
export const HOUR = 3600;

/** The measured period, in hours and in whole seconds. */
export interface Window {
  /** [hours] Included. */
  readonly from: number;
  /** [hours] Excluded. */
  readonly to: number;
  readonly weeks: number;
  readonly fromSecond: number;
  readonly toSecond: number;
  /** Clock hours that lie wholly inside: the first, and the one after the last. */
  readonly firstHour: number;
  readonly lastHour: number;
}

/** The second in which an hour of the run falls: accounts of hours are differences of these, so that they close exactly. */
export function instant(hours: number): number {
  return Math.floor(hours * HOUR);
}

/** Week of the run, from 0, in which an hour falls that is not before hour 0. By whole numbers, which takes a fraction of the time. */
export function weekOf(hour: number): number {
  return ((hour | 0) / WEEK) | 0;
}

/** A span of a run that is measured for itself, beside the measured period of the scenario. */
export interface Period {
  readonly id: string;
  /** [hours] from the start of the run; included. */
  readonly from: number;
  /** [hours] Excluded. */
  readonly to: number;
  /** Ids of the measures that are asked for. */
  readonly measures: readonly string[];
}

/** The measured period of a world. */
export function windowOf({ warmUp, measuredEnd }: World): Window {
  return windowBetween(warmUp, measuredEnd);
}

/** What is measured from one hour to another. */
export function windowBetween(from: number, to: number): Window {
  return {
    from,
    to,
    weeks: (to - from) / WEEK,
    fromSecond: instant(from),
    toSecond: instant(to),
    firstHour: Math.ceil(from),
    lastHour: Math.max(Math.ceil(from), Math.floor(to)),
  };
}

/** Totals of the measured period as so many a week. A loop and no function made anew, which Node would compile each time. */
export function aWeek(totals: Float64Array, { weeks }: Window): Float64Array {
  const shares = new Float64Array(totals.length);
  for (let cell = 0; cell < totals.length; cell += 1) shares[cell] = totals[cell]! / weeks;
  return shares;
}

/** Seconds of the measured period as hours a week. */
export function hoursAWeek(seconds: Float64Array, { weeks }: Window): Float64Array {
  const shares = new Float64Array(seconds.length);
  for (let cell = 0; cell < seconds.length; cell += 1) shares[cell] = seconds[cell]! / HOUR / weeks;
  return shares;
}
