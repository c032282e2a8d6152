/**
 * Two workers against one on the shipped baseline, by the clock on the wall. `workers-2` is the whole command as an analyst
 * gives it, at the number of replications that the scenario states: one thread reads the scenario before and writes the
 * report after, whatever the number of workers. `workers-2-under-way` is what comes with more replications: how many are
 * done a second once every worker has run its first two, in which Node compiles.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runReplications } from '../dist/experiment/pool.js';
import { compileWorld, describeWorld, formatProblems, loadScenario } from '../dist/scenarios/index.js';
import { seedWords } from '../dist/sim/index.js';
import { median, spread } from './rounds.mjs';

const WHOLE = 'workers-2';
const UNDER_WAY = 'workers-2-under-way';
const SCENARIO = 'uk-baseline';
/** Replications of each worker that do not count, and of all workers that do. */
const FIRST = 2;
const COUNTED = 12;
/** Processors that others may keep busy while two workers are judged. */
const MOST_OTHERS = 0.1;
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Seconds that the whole command takes, from its start to its report. */
function wholeCommand(workers) {
  const folder = mkdtempSync(join(tmpdir(), 'spillover-bench-'));
  try {
    const words = ['run', SCENARIO, '--workers', String(workers), '--out', join(folder, 'out'), '--quiet'];
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${WHOLE}: the run failed:\n${stderr}`);
    return (performance.now() - from) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that the machine's processors have been busy for, and this process on them. */
function busy() {
  const all = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  const { user, system } = process.cpuUsage();
  return { all, own: (user + system) / 1000 };
}

/** Seconds a replication once under way, and processors that this process and others kept busy meanwhile. */
async function underWay(share, workers) {
  const first = FIRST * workers;
  let from;
  let until;
  const onProgress = (done) => {
    const now = { at: performance.now(), ...busy() };
    if (done === first) from = now;
    until = now;
  };
  await runReplications(share, { replications: first + COUNTED, workers, onProgress });
  const wall = until.at - from.at;
  const own = (until.own - from.own) / wall;
  return { seconds: wall / 1000 / COUNTED, own, others: Math.max(0, (until.all - from.all) / wall - own) };
}

/** What workers are given of the scenario. */
function shareOf(reference) {
  const loaded = loadScenario(reference, { cwd: process.cwd() });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  const { dictionary } = describeWorld(loaded.scenario);
  const members = [{ world: compileWorld(loaded.scenario), dictionary }];
  return { members, periods: [], compared: 1, seed: seedWords('bench'), bytes: 1e9 };
}

export async function twoWorkers(rounds, progress) {
  if (availableParallelism() < 2) {
    const note = 'this machine has one processor';
    return [WHOLE, UNDER_WAY].map((id) => ({ id, ratio: null, note }));
  }
  const share = shareOf(SCENARIO);
  const whole = [];
  const steady = [];
  const others = [];
  for (let round = 1; round <= Math.min(rounds, 3); round++) {
    const [one, two] = [wholeCommand(1), wholeCommand(2)];
    progress(`workers round ${round}: the whole command, one ${one.toFixed(1)} s, two ${two.toFixed(1)} s`);
    whole.push(one / two);
    const [alone, both] = [await underWay(share, 1), await underWay(share, 2)];
    const told = ({ seconds, own }) => `${seconds.toFixed(2)} s a replication on ${own.toFixed(2)} processors`;
    progress(`workers round ${round}: under way, one ${told(alone)}, two ${told(both)}`);
    steady.push(alone.seconds / both.seconds);
    others.push(alone.others, both.others);
  }
  const fault = median(others) > MOST_OTHERS ? ', too many to judge by' : '';
  const beside = `others kept ${spread(others)} processors busy${fault}`;
  return [
    { id: WHOLE, ratio: median(whole), note: `${spread(whole)}; the whole command` },
    { id: UNDER_WAY, ratio: median(steady), note: `${spread(steady)}; replications a second; ${beside}` },
  ];
}
