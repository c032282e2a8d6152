/** Runs replications in a worker thread. Faults are returned as data: fields of an error are lost between threads. */
import { workerData } from 'node:worker_threads';
import { attempt, type Outcome, type Share } from './attempt.js';
import { settingOf } from './folding.js';

const { members, periods, compared, seed, bytes } = workerData as Share;
const setting = settingOf(members, periods, compared);

/** Runs one replication of all worlds. */
export default function runReplication(replication: number): Outcome {
  return attempt(setting, seed, replication, bytes);
}
