/** A 4-ary heap of the events that come soonest, in exact order: by hour, and at the same hour as `Entries.isBefore` says. */
import type { Entries } from './entries.js';

const FIRST_SIZE = 64;

/** The soonest events, by their records. */
export class Nearest {
  /** Events in the heap, one more while the root is vacant. */
  declare private held: number;
  /** 1 while the root is vacant: the next event that enters falls into it, which saves a sift of each pair. Else 0. */
  declare private vacancy: number;
  declare private times: Float64Array;
  declare private slots: Int32Array;
  declare private readonly entries: Entries;

  constructor(entries: Entries) {
    this.held = 0;
    this.vacancy = 0;
    this.times = new Float64Array(FIRST_SIZE);
    this.slots = new Int32Array(FIRST_SIZE);
    this.entries = entries;
  }

  /** Events in the heap. */
  get count(): number {
    return this.held - this.vacancy;
  }

  /** Takes an event in, at the hour of its record. */
  enter(slot: number): void {
    if (this.vacancy === 1) {
      this.vacancy = 0;
      this.sink(slot);
      return;
    }
    const time = this.entries.timeOf(slot);
    if (this.held === this.times.length) this.grow();
    const { times, slots } = this;
    let at = this.held++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const parentTime = times[parent];
      if (time > parentTime || (time === parentTime && !this.entries.isBefore(slot, slots[parent]))) break;
      times[at] = parentTime;
      slots[at] = slots[parent];
      at = parent;
    }
    times[at] = time;
    slots[at] = slot;
  }

  /** True when there is an event to look at: fills a vacant root first. */
  settle(): boolean {
    if (this.vacancy === 1) {
      this.vacancy = 0;
      const last = --this.held;
      if (last > 0) this.sink(this.slots[last]);
    }
    return this.held > 0;
  }

  /** Hour of the soonest event; call `settle` before. */
  soonest(): number {
    return this.times[0];
  }

  /** Takes the soonest event out; call `settle` before. */
  leave(): number {
    this.vacancy = 1;
    return this.slots[0];
  }

  /** Places an event at the root and lets it sink to its level. */
  private sink(slot: number): void {
    const { times, slots, held, entries } = this;
    const time = entries.timeOf(slot);
    let at = 0;
    for (;;) {
      const first = (at << 2) | 1;
      if (first >= held) break;
      const beyond = first + 4 < held ? first + 4 : held;
      let least = first;
      let leastTime = times[first];
      for (let child = first + 1; child < beyond; child++) {
        const childTime = times[child];
        if (childTime < leastTime || (childTime === leastTime && entries.isBefore(slots[child], slots[least]))) {
          least = child;
          leastTime = childTime;
        }
      }
      if (time < leastTime || (time === leastTime && entries.isBefore(slot, slots[least]))) break;
      times[at] = leastTime;
      slots[at] = slots[least];
      at = least;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private grow(): void {
    const { times, slots } = this;
    this.times = new Float64Array(times.length * 2);
    this.times.set(times);
    this.slots = new Int32Array(slots.length * 2);
    this.slots.set(slots);
  }
}
