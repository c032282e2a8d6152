/** Runs one world by itself, some replications at a time, and gives what each says of a question. */
import type { Problem } from '../scenarios/index.js';
import { seedWords } from '../sim/index.js';
import type { Share } from './attempt.js';
import { freeMemory } from './crew.js';
import { settingOf } from './folding.js';
import { type MeasureAt, type Reply, readerOf } from './measure-at.js';
import { estimateMemory, refuseMemory, shareOfMemory } from './memory.js';
import { runReplications } from './pool.js';
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

/** A world that can be run. */
export type Asked = Pick<Member, 'world' | 'dictionary'>;

/** The Problem of worlds, run side by side, that need more memory than may be taken, or null. */
export function roomFor(members: readonly Asked[], replications: number, workers: number): Problem | null {
  const setting = settingOf(members);
  const needed = estimateMemory(setting, replications, workers);
  return refuseMemory(needed, estimateMemory(setting, replications, 1), freeMemory(workers), workers);
}

/**
 * Runs replications of a world and gives what each says; null when the signal stopped the work.
 * Throws the fault of the first replication that has one.
 */
export async function respond(member: Asked, question: MeasureAt, work: Responding): Promise<Reply[] | null> {
  const { from, to, workers, onProgress, signal } = work;
  const share = shareOf([member], work);
  const replications = await runReplications(share, { first: from, replications: to, workers, onProgress, signal });
  return replications.length < to - from ? null : replications.map(readerOf(question, member));
}

/** What the workers are given to run worlds side by side, the later ones compared with the first. */
export function shareOf(members: readonly Asked[], { seed, from, to, workers }: Responding): Share {
  const bytes = shareOfMemory(freeMemory(workers), members.length, to - from, workers);
  const plain = members.map(({ world, dictionary }) => ({ world, dictionary }));
  return { members: plain, periods: [], compared: members.length, seed: seedWords(seed), bytes };
}
