/** The oracle's list of events to come: a plain array, searched from end to end for the next one. */
import { compareKeys, type Key } from './chance.js';

/** Who goes first at the same instant. */
export const Band = {
  serviceEnds: 0,
  capacityChanges: 1,
  delayEnds: 2,
  arrivals: 3,
  reneges: 4,
  clocks: 5,
  hourMarks: 6,
} as const;
export type Band = (typeof Band)[keyof typeof Band];

export interface Event {
  readonly time: number;
  readonly band: Band;
  readonly key: Key;
  readonly sequence: number;
  readonly happen: () => void;
  /** What it is, where a band holds several kinds: told in the coverage. */
  readonly kind: string | null;
}

/** Negative when the first event comes before the second: time, band, key, order of scheduling. */
export function compareEvents(first: Event, second: Event): number {
  return (
    first.time - second.time ||
    first.band - second.band ||
    compareKeys(first.key, second.key) ||
    first.sequence - second.sequence
  );
}

export class SlowCalendar {
  private readonly events: Event[] = [];
  private scheduled = 0;
  private now = 0;

  schedule(time: number, band: Band, key: Key, happen: () => void, kind: string | null = null): Event {
    if (time < this.now) throw new Error(`an event at ${time} is scheduled after ${this.now} has passed`);
    const event = { time, band, key, sequence: this.scheduled++, happen, kind };
    this.events.push(event);
    return event;
  }

  /** Takes an event off, if it is still to come. */
  cancel(event: Event | null): void {
    if (event === null) return;
    const at = this.events.indexOf(event);
    if (at >= 0) this.events.splice(at, 1);
  }

  /** Takes the next event off, or gives null when there is none up to the horizon. */
  next(horizon: number): Event | null {
    let first: Event | null = null;
    for (const event of this.events) {
      if (event.time <= horizon && (first === null || compareEvents(event, first) < 0)) first = event;
    }
    this.cancel(first);
    if (first !== null) this.now = first.time;
    return first;
  }
}
