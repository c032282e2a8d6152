/** How much sooner two workers finish the same replications of the shipped baseline than one, by the clock on the wall. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, spread } from './rounds.mjs';

const ID = 'workers-2';
const REPLICATIONS = 8;
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Seconds that the whole command takes, from its start to its report. */
function seconds(workers, replications) {
  const folder = mkdtempSync(join(tmpdir(), 'spillover-bench-'));
  try {
    const parts = [
      'run',
      'uk-baseline',
      '--replications',
      replications,
      '--workers',
      workers,
      '--out',
      join(folder, 'out'),
      '--quiet',
    ];
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [main, ...parts.map(String)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${ID}: the run failed:\n${stderr}`);
    return (performance.now() - from) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function twoWorkers(rounds, progress) {
  if (availableParallelism() < 2) return [{ id: ID, ratio: null, note: 'this machine has one processor' }];
  const ratios = [];
  for (let round = 1; round <= Math.min(rounds, 3); round++) {
    const one = seconds(1, REPLICATIONS);
    const two = seconds(2, REPLICATIONS);
    progress(`workers round ${round}: one ${one.toFixed(1)} s, two ${two.toFixed(1)} s`);
    ratios.push(one / two);
  }
  return [
    { id: ID, ratio: median(ratios), note: `${spread(ratios)}; the whole command, ${REPLICATIONS} replications` },
  ];
}
