/** Outcomes that wait until all visits of their episodes have been read. */
import { OutcomeLog } from '../sim/index.js';

/** Outcomes of one world, in the order in which they came. */
export class OutcomeQueue {
  /** What waits: the first `count` rows. */
  log = new OutcomeLog();

  /** Copies a batch of outcomes to the end. */
  add(more: OutcomeLog): void {
    const { count } = this.log;
    const least = count + more.count;
    if (least > this.log.opened.length) {
      const longer = new OutcomeLog(2 * least);
      copy(this.log, longer, 0);
      this.log = longer;
    }
    copy(more, this.log, count);
    this.log.count = least;
  }

  /** Forgets them all. */
  clear(): void {
    this.log.count = 0;
  }
}

/** Copies the rows of a log into another, from a row of it on. */
function copy(from: OutcomeLog, to: OutcomeLog, at: number): void {
  const { count } = from;
  for (const name of Object.keys(from) as (keyof OutcomeLog)[]) {
    const [source, target] = [from[name], to[name]];
    if (typeof source !== 'number' && typeof target !== 'number') target.set(source.subarray(0, count), at);
  }
}
