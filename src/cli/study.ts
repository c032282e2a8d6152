/** One run from scenario files to an output folder: what `run` and `compare` do. */
import { relative } from 'node:path';
import type { Results } from '../experiment/index.js';
import { claimOrTell, writeAside } from './claim.js';
import { Exit, type ExitCode } from './exit.js';
import { type Claim, type Kept, MANIFEST } from './files.js';
import { interruptible } from './interrupt.js';
import { crossInWords, shortInWords } from './lacking.js';
import { type LoadedWorlds, loadWorlds, nameOf } from './load-worlds.js';
import { type Request, today } from './manifest.js';
import { type Options, seedOf } from './options.js';
import { outputsOf } from './outputs.js';
import { wantedOf } from './precision.js';
import { type Done, simulate } from './simulate.js';
import { tellWritten } from './tell-written.js';
import type { Terminal } from './terminal.js';

/** One of several studies that are told together: the future that its worlds are put in, and who hears of it. */
export interface Arm {
  readonly future: string | null;
  readonly hear: (results: Results, folder: string, loaded: LoadedWorlds) => void;
}

/** Performs a study and says what came of it. */
export function study(
  command: 'run' | 'compare',
  refs: readonly string[],
  options: Options,
  terminal: Terminal,
  arm?: Arm,
): Promise<ExitCode> {
  return interruptible(terminal, 'Whole replications are kept', (signal) =>
    perform(command, refs, options, signal, terminal, arm),
  );
}

async function perform(
  command: 'run' | 'compare',
  refs: readonly string[],
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
  arm?: Arm,
): Promise<ExitCode> {
  const { design, lookAhead } = options;
  const where = { cwd: process.cwd(), design, lookAhead, policies: arm?.future ? [arm.future] : [] };
  const loaded = await loadWorlds(refs, where, terminal, options.fourArms);
  if (loaded === null) return Exit.usage;
  const wanted = await wantedOf(options, loaded.replications, loaded.plan.worlds, terminal);
  if (wanted === null) return Exit.usage;
  const path = options.out ?? `out/${nameOf(loaded)}`;
  const claim = claimOrTell(path, options, terminal);
  if (claim === null) return Exit.usage;
  try {
    const request: Request = {
      command,
      scenarios: [...loaded.refs],
      design: design ?? null,
      ...(loaded.measure !== null && { measure: loaded.measure }),
      seed: seedOf(options),
      ...wanted.request,
      fourArms: loaded.plan.ample === undefined ? null : [...loaded.plan.ample.services],
      ...(arm?.future && loaded.future !== null && { future: loaded.future }),
      ...(options.excel === true && { excel: true as const }),
      date: today(),
    };
    const { seed, replications } = request;
    const done = await simulate(
      { ...loaded.plan, seed, replications, precision: wanted.precision, workers: options.workers },
      signal,
      terminal,
    );
    if (done === null) return Exit.usage;
    terminal.phase(`simulated ${done.results.design.replications.completed} replications`);
    if (done.results.design.replications.completed === 0) {
      terminal.note('Stopped before the first replication was complete; nothing was written.');
      return Exit.interrupted;
    }
    const written = await writeStudy(claim, request, done, loaded.files);
    if (typeof written === 'string') {
      terminal.fault(written);
      return Exit.failed;
    }
    terminal.phase('wrote the report');
    if (arm === undefined) {
      await tell(done.results, written.folder, written.paths, terminal);
      for (const line of [...crossInWords(loaded.lacking), ...shortInWords(loaded.short)]) terminal.note(line);
    } else arm.hear(done.results, written.folder, loaded);
    if (written.reason !== null) {
      terminal.fault(written.reason);
      return Exit.failed;
    }
    return signal.aborted ? Exit.interrupted : Exit.done;
  } finally {
    claim.discard();
  }
}

/** Writes everything aside and puts the folder in place; returns where it stands and the paths in it, or what went wrong. */
async function writeStudy(
  claim: Claim,
  request: Request,
  done: Done,
  files: ReadonlyMap<string, string>,
): Promise<(Kept & { readonly paths: readonly string[] }) | string> {
  const outputs = await outputsOf(done.results, request.date, request.excel);
  const failure = await writeAside(claim, { request, results: done.results, files, outputs, circumstances: done });
  if (failure !== null) return failure;
  return { ...claim.keep(), paths: [...outputs.keys(), MANIFEST] };
}

/** The answer in words, then the paths, then what to do next; or all of it as one JSON document. */
async function tell(results: Results, folder: string, written: readonly string[], terminal: Terminal): Promise<void> {
  const { answerInWords } = await import('../report/index.js');
  const answer = answerInWords(results);
  const shown = relative(process.cwd(), folder) || folder;
  if (terminal.json) {
    terminal.document({ schemaVersion: 1, answer, folder: shown, files: written, results });
  } else {
    for (const paragraph of answer.paragraphs) terminal.heading(paragraph);
    for (const { label, lines } of answer.groups) {
      if (answer.groups.length > 1) terminal.heading(`\n${label}`);
      for (const line of lines) terminal.answer(`- ${line}`);
    }
    if (answer.caveats.length > 0) terminal.heading('\nWhat could change this');
    for (const caveat of answer.caveats) terminal.answer(`- ${caveat}`);
  }
  const tables = written.filter((path) => path.startsWith('tables/')).length;
  const files = {
    'report.html': 'the report, for any browser',
    'tables/': `${tables} tables as CSV`,
    'results.json': 'every number with its interval',
  };
  tellWritten(shown, files, terminal);
}
