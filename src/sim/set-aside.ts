/** Whoever waits, at one instant, for a contact to go its way. */
import type { Episode } from './episodes.js';

/** Episodes set aside while a contact that they have started goes its way: the last comes back first. */
export class SetAside {
  count = 0;
  private readonly episodes: Episode[] = [];
  private readonly steps: number[] = [];
  private readonly counts: number[] = [];

  /** Sets an episode aside: the step at which it goes on, and how many it has taken at this instant. */
  push(episode: Episode, step: number, taken: number): void {
    this.episodes[this.count] = episode;
    this.steps[this.count] = step;
    this.counts[this.count] = taken;
    this.count++;
  }

  /** Takes up the last: it stays readable here until another is set aside. */
  pop(): void {
    this.count--;
  }

  get episode(): Episode {
    return this.episodes[this.count];
  }

  get step(): number {
    return this.steps[this.count];
  }

  get taken(): number {
    return this.counts[this.count];
  }
}
