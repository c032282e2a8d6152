/**
 * Time at risk: for each clock, how long it ran in the measured period, and the hazard that it ran at, added up over everybody,
 * whether or not it ran out. What runs out is as many on average, and far fewer are needed to tell two worlds apart.
 */
import type { ClockLog } from './log.js';
import { type ClockId, NO_ROW } from './rows.js';
import type { State } from './state.js';

/** Totals of nothing so far, for so many clocks. */
export function nothingExposed(clocks: number): ClockLog {
  return { hours: new Float64Array(clocks), hazard: new Float64Array(clocks) };
}

/** Counts a clock up to now, at the hazard that it has had since it was last counted; before that changes, and when it stops. */
export function expose({ clocks, calendar, world, exposed }: State, row: ClockId): void {
  const from = Math.max(clocks.counted[row], clocks.since[row], world.warmUp);
  const to = Math.min(calendar.now, clocks.endsAt[row], world.measuredEnd);
  clocks.counted[row] = calendar.now;
  const rate = clocks.rate[row];
  if (to <= from || rate === 0) return;
  exposed.hours[clocks.clock[row]] += to - from;
  exposed.hazard[clocks.clock[row]] += (to - from) * rate;
}

/** Counts every clock that still runs, and hands over the totals. */
export function handOverExposed(state: State): void {
  const { clocks, reader, exposed } = state;
  for (let row = 0; row < clocks.rows.used; row++) if (clocks.clock[row] !== NO_ROW) expose(state, row as ClockId);
  reader.clocks?.(exposed);
}
