/** Rates by hour of the week: the declared calendar that warps time, and the greatest value that a pattern takes. */
import { WEEK } from './services.js';
import type { WeekPattern, World } from './world.js';

/** The same at every hour of the week. */
export const FLAT: WeekPattern = Object.freeze(new Array<number>(WEEK).fill(1));

/** Cells of a warped week in which the hour is looked up: somewhat more than there are hours. */
const CELLS = 256;

/** Warped time: the integral of a calendar of mean 1, in which a rate that follows the calendar is constant. */
export class Warp {
  private readonly flat: boolean;
  private readonly pattern: Float64Array;
  /** Warped time at the start of each hour of the week. */
  private readonly sums: Float64Array;
  private readonly week: number;
  /** The last hour of the week that begins no later than each of so many equal cells of a warped week, and cells in warped time. */
  private readonly guide: Uint8Array;
  private readonly cells: number;
  /** Warped time of the horizon. */
  readonly horizon: number;

  constructor(calendar: WeekPattern, horizon: number) {
    this.flat = calendar.every((value) => value === 1);
    this.pattern = Float64Array.from(calendar);
    this.sums = new Float64Array(WEEK + 1);
    for (let hour = 0; hour < WEEK; hour++) this.sums[hour + 1] = this.sums[hour] + calendar[hour];
    this.week = this.sums[WEEK];
    this.guide = new Uint8Array(CELLS + 1);
    this.cells = CELLS / this.week;
    for (let cell = 0, hour = 0; cell <= CELLS; cell++) {
      while (hour < WEEK - 1 && this.sums[hour + 1] * this.cells <= cell) hour++;
      this.guide[cell] = hour;
    }
    this.horizon = this.warp(horizon);
  }

  /** Warped time of an hour. */
  warp(time: number): number {
    if (this.flat) return time;
    const weeks = Math.floor(time / WEEK);
    const within = time - weeks * WEEK;
    const hour = Math.min(Math.floor(within), WEEK - 1);
    return weeks * this.week + this.sums[hour] + (within - hour) * this.pattern[hour];
  }

  /** The hour of a warped time. */
  unwarp(warped: number): number {
    if (this.flat) return warped;
    const weeks = Math.floor(warped / this.week);
    const within = warped - weeks * this.week;
    const hour = this.hourAt(within);
    return weeks * WEEK + hour + (within - this.sums[hour]) / this.pattern[hour];
  }

  /** The last hour of the week that begins no later than a warped time of the week. */
  private hourAt(within: number): number {
    const { sums, guide } = this;
    let hour = guide[(within * this.cells) | 0];
    while (hour > 0 && sums[hour] > within) hour--;
    while (hour < WEEK - 1 && sums[hour + 1] <= within) hour++;
    return hour;
  }
}

/** A rate by hour of the week, in units of its unit rate: how high its points may lie. */
export function heightsOf(rate: number, unitRate: number, hours: WeekPattern): Float64Array {
  return Float64Array.from(hours, (value) => (rate / unitRate) * value);
}

/** Strips needed for heights up to a ratio: strip 0 is [0, 1), strip k is [2^(k−1), 2^k). */
export function stripsFor(ratio: number): number {
  let strips = ratio > 0 ? 1 : 0;
  for (let edge = 1; edge < ratio; edge *= 2) strips++;
  return strips;
}

/** Lower edge of a strip. */
export function stripLow(strip: number): number {
  let edge = strip === 0 ? 0 : 1;
  for (let k = 1; k < strip; k++) edge *= 2;
  return edge;
}

/** Width of a strip: 1 for strip 0, else the same as its lower edge. */
export function stripWidth(strip: number): number {
  return strip === 0 ? 1 : stripLow(strip);
}

/** A need's greatest hazard over the week, in units of its unit rate, before what depends on the person. */
export function needPeaks(world: World): readonly (readonly number[])[] {
  return world.epochs.map(({ tables }) =>
    tables.needs.map(({ rate, unitRate, hours }) => (rate / unitRate) * Math.max(...hours)),
  );
}
