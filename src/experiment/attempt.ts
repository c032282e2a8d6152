import { InvariantError, type SeedWords } from '../sim/index.js';
import type { Setting } from './folding.js';
import { type Replication, replicate } from './replicate.js';
import type { Member } from './view.js';
import type { Period } from './window.js';

/** What a worker is given once: plain data. */
export interface Share {
  readonly members: readonly Pick<Member, 'world' | 'dictionary'>[];
  readonly periods: readonly Period[];
  /** How many of them are compared, the baseline included. */
  readonly compared: number;
  readonly seed: SeedWords;
  /** Memory that each world of a replication may take [bytes]. */
  readonly bytes: number;
}

/** A replication, or the fault that stopped it, as plain data. */
export type Outcome =
  | { readonly ok: true; readonly replication: Replication }
  | {
      readonly ok: false;
      readonly fault: { readonly isInvariant: boolean; readonly message: string; readonly stack: string };
    };

/**
 * Runs one replication; a fault comes back as data.
 * @param bytes of memory that each world may take.
 */
export function attempt(setting: Setting, seed: SeedWords, replication: number, bytes: number): Outcome {
  try {
    return { ok: true, replication: replicate(setting, seed, replication, bytes) };
  } catch (error) {
    const { message, stack = '' } = error as Error;
    return { ok: false, fault: { isInvariant: error instanceof InvariantError, message, stack } };
  }
}

/** The fault of a replication, to be thrown where the experiment was asked for. */
export function faultOf({ fault }: Extract<Outcome, { ok: false }>, replication: number): Error {
  const message = `replication ${replication}: ${fault.message}`;
  const error = fault.isInvariant ? new InvariantError(message) : new Error(message);
  error.stack = fault.stack;
  return error;
}
