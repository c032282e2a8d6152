/** Those whom a census finds, in the order in which they will matter: by the hour of their first point. */
import { copied } from './columns.js';
import { BATCH } from './kernel.js';

const FIRST_SIZE = 1024;

/** Persons with a point, by the clock hour of the first and in no order within it, and the frailty of each. */
export interface Affected {
  readonly persons: Int32Array;
  readonly frailties: Float64Array;
  /** Place among them of the first person of each clock hour, and at the end how many they are. */
  readonly hours: Int32Array;
}

/** Persons found so far, each once whatever the number of windows: the first window in which they are found counts. */
export class Found {
  private readonly last: number;
  private count = 0;
  private persons = new Int32Array(FIRST_SIZE);
  private frailties = new Float64Array(FIRST_SIZE);
  private hours = new Int32Array(FIRST_SIZE);
  // Places of the batch under way where somebody was found.
  private readonly isFound = new Uint8Array(BATCH);
  private readonly places = new Int32Array(BATCH);
  private inBatch = 0;

  /** @param horizon no point comes later [hours]. */
  constructor(horizon: number) {
    this.last = Math.floor(horizon);
  }

  /** Takes in the person at a place of the batch, whose first point comes at an hour, if they are not there yet. */
  add(place: number, person: number, frailty: number, hour: number): void {
    if (this.isFound[place] === 1) return;
    this.isFound[place] = 1;
    this.places[this.inBatch++] = place;
    if (this.count === this.persons.length) this.grow();
    const at = this.count++;
    this.persons[at] = person;
    this.frailties[at] = frailty;
    this.hours[at] = Math.min(Math.floor(hour), this.last);
  }

  /** Forgets the places: another batch begins. */
  clear(): void {
    for (let at = 0; at < this.inBatch; at++) this.isFound[this.places[at]] = 0;
    this.inBatch = 0;
  }

  /** All of them, by hour. */
  byHour(): Affected {
    const { last, count } = this;
    const hours = new Int32Array(last + 2);
    for (let at = 0; at < count; at++) hours[this.hours[at] + 1]++;
    for (let hour = 0; hour <= last; hour++) hours[hour + 1] += hours[hour];
    const next = hours.slice();
    const persons = new Int32Array(count);
    const frailties = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const place = next[this.hours[at]]++;
      persons[place] = this.persons[at];
      frailties[place] = this.frailties[at];
    }
    return { persons, frailties, hours };
  }

  private grow(): void {
    const size = this.count * 2;
    this.persons = copied(this.persons, new Int32Array(size));
    this.frailties = copied(this.frailties, new Float64Array(size));
    this.hours = copied(this.hours, new Int32Array(size));
  }
}
