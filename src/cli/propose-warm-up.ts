/** What `run --check-warm-up` does: simulates, and says how long a warm-up the run proposes, series by series. */
import Table from 'cli-table3';
import type { WarmUpCheck } from '../experiment/index.js';
import { Exit, type ExitCode } from './exit.js';
import { interruptible } from './interrupt.js';
import { loadWorlds } from './load-worlds.js';
import { type Options, seedOf } from './options.js';
import { NO_LINES } from './plain-table.js';
import { wantedOf } from './precision.js';
import { simulate } from './simulate.js';
import type { Terminal } from './terminal.js';

/** Simulates one scenario and judges its warm-up; writes no files. */
export function proposeWarmUp(refs: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'Nothing will be proposed', (signal) => perform(refs, options, signal, terminal));
}

async function perform(
  refs: readonly string[],
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<ExitCode> {
  const loaded = await loadWorlds(refs, { cwd: process.cwd(), design: options.design }, terminal);
  if (loaded === null) return Exit.usage;
  const wanted = await wantedOf(options, loaded.replications, loaded.plan.worlds, terminal);
  if (wanted === null) return Exit.usage;
  const { replications } = wanted.request;
  const plan = { ...loaded.plan, seed: seedOf(options), replications, precision: wanted.precision };
  const done = await simulate({ ...plan, workers: options.workers }, signal, terminal);
  if (done === null) return Exit.usage;
  if (signal.aborted) return Exit.interrupted;
  const { warmUp } = done.results;
  const { warmUpAnswer } = await import('../report/index.js');
  if (terminal.json) terminal.document({ schemaVersion: 1, ...warmUp });
  else {
    terminal.heading(warmUpAnswer(done.results));
    terminal.answer(tableOf(warmUp));
  }
  const isEnough = warmUp.series.every(({ verdict }) => verdict === 'long enough');
  return isEnough ? Exit.done : Exit.check;
}

function tableOf({ series }: WarmUpCheck): string {
  const table = new Table({
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    head: ['series', 'of', 'weeks judged', 'MSER point', 'needs', 'verdict'],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'left'],
  });
  const count = (weeks: number | null) => (weeks === null ? '' : String(weeks));
  for (const { measure, cell, weeks, point, needs, verdict } of series)
    table.push([measure, Object.values(cell).join(' '), weeks, count(point), count(needs), verdict]);
  return table.toString();
}
