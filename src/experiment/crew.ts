/**
 * Threads that run replications. They are kept for those that are asked for next, of the same worlds or of others: Node has
 * compiled for each what simulates and reads, which takes as long as several replications. They hold nothing up at the end.
 */
import { freemem } from 'node:os';
import { serialize } from 'node:v8';
import { Piscina } from 'piscina';
import type { Outcome, Share } from './attempt.js';

/** One replication for a thread to run. */
export interface Task {
  /** Tells what is shared from what was shared before. */
  readonly number: number;
  /** A `Share` in bytes, which all threads see: each makes it ready once, however many replications it runs. */
  readonly share: SharedArrayBuffer;
  readonly replication: number;
}

/** Threads that were begun: how many there may be, and what the process held before [bytes]. */
interface Crew {
  readonly workers: number;
  readonly pool: Piscina<Task, Outcome>;
  readonly before: number;
}

let crew: Crew | null = null;
let shares = 0;

/** The threads at hand, or new ones where another number of them may be begun. */
async function crewOf(workers: number): Promise<Crew> {
  if (crew?.workers !== workers) await dismiss();
  crew ??= {
    workers,
    pool: new Piscina({
      filename: new URL('../experiment/worker.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: workers,
      idleTimeout: Number.POSITIVE_INFINITY,
    }),
    before: process.memoryUsage.rss(),
  };
  return crew;
}

/** Runs replications of a share in at most so many threads; an abort stops the one that is under way. */
export async function handOut(
  share: Share,
  workers: number,
  signal: AbortSignal | undefined,
): Promise<(replication: number) => Promise<Outcome>> {
  const { pool } = await crewOf(workers);
  const packed = serialize(share);
  const shared = new SharedArrayBuffer(packed.length);
  new Uint8Array(shared).set(packed);
  shares += 1;
  const number = shares;
  return (replication) => pool.run({ number, share: shared, replication }, signal === undefined ? {} : { signal });
}

/** Ends the threads that are kept. */
export async function dismiss(): Promise<void> {
  const former = crew;
  crew = null;
  await former?.pool.destroy();
}

/** Memory that is free, with what threads at rest hold: they take it up again [bytes]. */
export function freeMemory(): number {
  const atRest = crew === null ? 0 : Math.max(0, process.memoryUsage.rss() - crew.before);
  return freemem() + atRest;
}
