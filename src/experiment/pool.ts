/** Runs the replications of an experiment here or in worker threads. The results do not depend on where. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { attempt, faultOf, type Outcome, type Share } from './attempt.js';
import { compileBeside, inlineMore } from './compiling.js';
import { callUp, dismiss, handOut, sendToRest } from './crew.js';
import { settingOf } from './folding.js';
import type { Replication } from './replicate.js';

/** How replications are run. */
export interface Work {
  /** First replication, where others have gone before; 0 if left out. */
  readonly first?: number;
  /** One past the last. */
  readonly replications: number;
  /** Worker threads; 0 runs everything in this thread. */
  readonly workers: number;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Worker threads that this machine can keep busy. */
export function defaultWorkers(): number {
  return availableParallelism();
}

/** Runs replications in this thread. */
function here({ members, periods, compared, seed, bytes }: Share): (replication: number) => Promise<Outcome> {
  const setting = settingOf(members, periods, compared);
  return async (replication) => {
    // Lets an interruption be heard between two replications.
    await setImmediate();
    return attempt(setting, seed, replication, bytes);
  };
}

/**
 * Runs replications in order and gives the longest complete run of them from the first, which is all of them unless the
 * signal aborts the work. Throws the fault of the first replication that has one.
 */
export async function runReplications(share: Share, work: Work): Promise<Replication[]> {
  const { first = 0, replications, signal, onProgress } = work;
  const lanes = Math.min(work.workers, replications - first);
  inlineMore();
  compileBeside(lanes);
  const crew = lanes > 0 ? await callUp(work.workers) : null;
  const run = crew === null ? here(share) : handOut(crew, share, signal);
  const outcomes: (Outcome | undefined)[] = Array.from({ length: replications - first });
  let next = first;
  let done = first;
  let isStopped = false;
  const lane = async () => {
    while (next < replications && !isStopped && signal?.aborted !== true) {
      const replication = next;
      next += 1;
      const outcome = await run(replication).catch((error: Error) => {
        if (signal?.aborted === true) return undefined;
        throw error;
      });
      if (outcome === undefined) return;
      outcomes[replication - first] = outcome;
      // Those already begun go on, so that the first fault in order is found whatever the number of workers.
      if (!outcome.ok) isStopped = true;
      done += 1;
      onProgress?.(done, replications);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(lanes, 1) }, lane));
  } catch (error) {
    // A thread was lost, and others may be at work still.
    if (crew !== null) await dismiss(crew);
    throw error;
  }
  if (crew !== null) await sendToRest(crew);
  return longestRun(outcomes, first);
}

function longestRun(outcomes: readonly (Outcome | undefined)[], first: number): Replication[] {
  const run: Replication[] = [];
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome === undefined) break;
    if (!outcome.ok) throw faultOf(outcome, first + at);
    run.push(outcome.replication);
  }
  return run;
}
