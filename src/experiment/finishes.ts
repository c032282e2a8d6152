/** How a stretch of a visit came to an end, in the two words of a log that is read by others. */
import { Finish, NONE } from '../sim/index.js';

/** What became of a stretch of a visit. */
export type Ending = 'completed' | 'interrupted' | 'declined' | 'gave-up' | 'overtaken' | 'decided' | 'censored';

/** An ending, and why it came about (`null` where the ending says it all). */
export interface Finished {
  readonly finish: Ending;
  readonly why: string | null;
}

const ENDINGS: Readonly<Record<Finish, Finished>> = {
  [Finish.released]: { finish: 'completed', why: null },
  [Finish.stopped]: { finish: 'interrupted', why: 'shift-end' },
  [Finish.handedOver]: { finish: 'interrupted', why: 'hand-over' },
  [Finish.full]: { finish: 'declined', why: 'full' },
  [Finish.closed]: { finish: 'declined', why: 'closed' },
  [Finish.gridlock]: { finish: 'declined', why: 'gridlock' },
  [Finish.reneged]: { finish: 'gave-up', why: 'patience' },
  [Finish.overtaken]: { finish: 'overtaken', why: 'clock' },
  [Finish.decided]: { finish: 'decided', why: null },
  [Finish.censoredWaiting]: { finish: 'censored', why: 'waiting' },
  [Finish.censoredHeld]: { finish: 'censored', why: 'held' },
  [Finish.preempted]: { finish: 'interrupted', why: 'more-urgent' },
  [Finish.restarted]: { finish: 'interrupted', why: 'restarted' },
};

/** The ending of a stretch that finished so, with that step next: who makes room and goes elsewhere is declined. */
export function endingOf(finish: number, next: number): Finished {
  if (finish === Finish.preempted && next !== NONE) return { finish: 'declined', why: 'more-urgent' };
  return ENDINGS[finish as Finish];
}
