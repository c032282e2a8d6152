/** Runs replications in a worker thread. Faults are returned as data: fields of an error are lost between threads. */
import { deserialize } from 'node:v8';
import { threadId } from 'node:worker_threads';
import { attempt, type Share } from './attempt.js';
import type { Done, Task } from './crew.js';
import { type Setting, settingOf } from './folding.js';

/** What was asked for last, made ready. */
let ready: { readonly number: number; readonly share: Share; readonly setting: Setting } | null = null;

/** Runs one replication of all worlds. */
export default function runReplication({ number, share: bytes, replication }: Task): Done {
  if (ready?.number !== number) {
    const share = deserialize(Buffer.from(new Uint8Array(bytes))) as Share;
    ready = { number, share, setting: settingOf(share.members, share.periods, share.compared) };
  }
  const outcome = attempt(ready.setting, ready.share.seed, replication, ready.share.bytes);
  // Of memory a thread is told its own, but for what is resident, which is the process's.
  const { heapTotal, external } = process.memoryUsage();
  return { outcome, thread: threadId, bytes: heapTotal + external };
}
