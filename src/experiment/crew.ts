/**
 * Threads that run replications. They are kept for whoever asks next, with the same worlds or others: Node has compiled for
 * each what simulates and reads, which takes as long as several replications. They hold nothing up at the end. Experiments that
 * run at the same time have threads of their own.
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

/** What a thread gives back: what came of the replication, and what the thread holds for itself [bytes]. */
export interface Done {
  readonly outcome: Outcome;
  readonly thread: number;
  readonly bytes: number;
}

/** Threads that one run after another takes up, and never two at a time. */
export interface Crew {
  /** How many there may be. */
  readonly workers: number;
  readonly pool: Piscina<Task, Done>;
  /** What each thread held after its last replication, by number [bytes]. */
  readonly held: Map<number, number>;
}

/** Those whom nobody needs at the moment. */
let atRest: Crew | null = null;
let shares = 0;

/** The threads at rest if so many may be begun of them, else new ones in their place. To be sent to rest, or dismissed. */
export async function callUp(workers: number): Promise<Crew> {
  const kept = atRest;
  atRest = null;
  if (kept?.workers === workers) return kept;
  if (kept !== null) await dismiss(kept);
  const pool = new Piscina<Task, Done>({
    filename: new URL('../experiment/worker.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  return { workers, pool, held: new Map() };
}

/** Keeps threads that have nothing to do; others that are at rest already are enough. */
export async function sendToRest(crew: Crew): Promise<void> {
  if (atRest === null) atRest = crew;
  else await dismiss(crew);
}

/** Ends threads, whatever they do. */
export async function dismiss({ pool }: Crew): Promise<void> {
  await pool.destroy();
}

/** Runs replications of a share in threads that were called up; an abort ends the threads that are at work, and no others. */
export function handOut(
  { pool, held }: Crew,
  share: Share,
  signal: AbortSignal | undefined,
): (replication: number) => Promise<Outcome> {
  const packed = serialize(share);
  const shared = new SharedArrayBuffer(packed.length);
  new Uint8Array(shared).set(packed);
  shares += 1;
  const number = shares;
  return async (replication) => {
    const options = signal === undefined ? {} : { signal };
    const { outcome, thread, bytes } = await pool.run({ number, share: shared, replication }, options);
    held.set(thread, bytes);
    return outcome;
  };
}

/** What threads at rest hold, which whoever calls threads up has for itself: they take it up again, or end [bytes]. */
export function heldAtRest(): number {
  if (atRest === null) return 0;
  const { pool, held } = atRest;
  return pool.threads.reduce((sum, { threadId }) => sum + (held.get(threadId) ?? 0), 0);
}

/** Memory for a run in so many threads, 0 for a run in this one [bytes]. */
export function freeMemory(workers: number): number {
  return freemem() + (workers > 0 ? heldAtRest() : 0);
}
