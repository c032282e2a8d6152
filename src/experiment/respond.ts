/** Runs one world by itself, some replications at a time, and gives what each says of a question. */
import type { Problem } from '../scenarios/index.js';
import { seedWords } from '../sim/index.js';
import { settingOf } from './folding.js';
import { estimateMemory, refuseMemory, shareOfMemory } from './memory.js';
import { freeMemory, runReplications } from './pool.js';
import { type Question, type Reply, readerOf } from './question.js';
import type { Member } from './view.js';

/** Which replications are run, and how. */
export interface Responding {
  readonly seed: string;
  /** The first replication, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Worker threads; 0 runs everything in this thread. */
  readonly workers: number;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Asked = Pick<Member, 'world' | 'dictionary'>;

/** The Problem of a world that needs more memory than may be taken, or null. */
export function roomFor(member: Asked, replications: number, workers: number): Problem | null {
  const setting = settingOf([member]);
  const needed = estimateMemory(setting, replications, workers);
  return refuseMemory(needed, estimateMemory(setting, replications, 1), freeMemory(), workers);
}

/**
 * Runs replications of a world and gives what each says; null when the signal stopped the work.
 * Throws the fault of the first replication that has one.
 */
export async function respond(member: Asked, question: Question, work: Responding): Promise<Reply[] | null> {
  const { seed, from, to, workers, onProgress, signal } = work;
  const { world, dictionary } = member;
  const bytes = shareOfMemory(freeMemory(), 1, to - from, workers);
  const members = [{ world, dictionary }];
  const share = { members, periods: [], compared: 1, seed: seedWords(seed), bytes };
  const replications = await runReplications(share, { first: from, replications: to, workers, onProgress, signal });
  return replications.length < to - from ? null : replications.map(readerOf(question, member));
}
