/** What `log` does: one replication of some scenarios, row by row, to one file. */
import { relative } from 'node:path';
import type { LogPlan, LogRow } from '../experiment/index.js';
import { Exit, type ExitCode } from './exit.js';
import { interruptible } from './interrupt.js';
import { type LoadedWorlds, loadWorlds, nameOf } from './load-worlds.js';
import { misnamed } from './log-name.js';
import { tellOptionFault } from './option-fault.js';
import { type Options, seedOf } from './options.js';
import { claimFile, type FileClaim } from './out-file.js';
import type { Terminal } from './terminal.js';

/** How logs begin: the first columns of CSV, and the mark of Parquet. */
const BEGINNINGS = ['case_id,activity,', '\uFEFFcase_id,activity,', 'PAR1'];

/** Rows of a sheet in Excel, its header among them. */
const ROWS_OF_EXCEL = 1_048_576;

/** How the file is written. */
interface Form {
  readonly format: 'csv' | 'parquet';
  readonly excel: boolean;
}

/** What went into the file, filled as it is written. */
interface Counts {
  rows: number;
  /** Rows by world. */
  readonly worlds: Map<string, number>;
}

/** Writes the visit log. */
export function writeLog(refs: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'No file is kept', (signal) => perform(refs, options, signal, terminal));
}

async function perform(
  refs: readonly string[],
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<ExitCode> {
  const form: Form = { format: options.format ?? 'csv', excel: options.excel === true };
  const { format } = form;
  if (form.excel && format !== 'csv') {
    terminal.fault('--excel is for CSV: leave out --format, or --excel.');
    return Exit.usage;
  }
  const misnaming = options.out === undefined ? null : misnamed(options.out, format, form.excel);
  if (misnaming !== null) {
    tellOptionFault('--out', misnaming, terminal);
    return Exit.usage;
  }
  const loaded = await loadWorlds(refs, { cwd: process.cwd(), design: options.design }, terminal);
  if (loaded === null || !(await fits(loaded, terminal))) return Exit.usage;
  const claimed = await claimFile(
    options.out ?? `out/${nameOf(loaded)}-log.${format}`,
    options.force === true,
    BEGINNINGS,
  );
  if (!claimed.ok) {
    terminal.fault(claimed.reason);
    return Exit.usage;
  }
  const { claim } = claimed;
  try {
    const { worlds } = loaded.plan;
    const plan = { worlds, seed: seedOf(options), replication: options.replication ?? 0 };
    const counts: Counts = { rows: 0, worlds: new Map(worlds.map(({ description }) => [description.id, 0])) };
    const failure = await writePieces(claim, plan, loaded.plan.design.start, form, counts, signal, terminal);
    if (signal.aborted) {
      terminal.note('Stopped; no file was written.');
      return Exit.interrupted;
    }
    const lost = failure === null ? await claim.keep() : `${failure} Make room, or choose another place with --out.`;
    if (lost !== null) {
      terminal.fault(lost);
      return Exit.failed;
    }
    await tell(claim.file, form, plan, counts, terminal);
    return Exit.done;
  } finally {
    await claim.discard();
  }
}

/** Whether one replication fits into memory; if not, it has been told. */
async function fits({ plan }: LoadedWorlds, terminal: Terminal): Promise<boolean> {
  const { refuseLog } = await import('../experiment/index.js');
  const problem = refuseLog(plan.worlds);
  if (problem === null) return true;
  const { formatProblems } = await import('../scenarios/index.js');
  terminal.fault(formatProblems([problem]));
  return false;
}

/** Simulates and writes, piece by piece, until all is written or Ctrl-C is pressed; null, or why it could not be written. */
async function writePieces(
  claim: FileClaim,
  plan: LogPlan,
  start: string,
  { format, excel }: Form,
  counts: Counts,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<string | null> {
  const { LOG_SCHEMA_VERSION, logRows } = await import('../experiment/index.js');
  const { ownNames } = await import('../scenarios/index.js');
  const { logCsv, logParquet, logValues } = await import('../report/index.js');
  const worlds = plan.worlds.map(({ description, dictionary, world }) => ({
    id: description.id,
    services: ownNames(world, dictionary).services,
  }));
  const hours = plan.worlds.reduce((sum, { world }) => sum + world.horizon, 0);
  const progress = terminal.progress(hours, 'hours of the run');
  try {
    const rows = counted(logRows({ ...plan, onProgress: progress.update }), counts);
    const values = logValues(rows, { start, replication: plan.replication, worlds });
    for (const piece of format === 'csv' ? logCsv(values, { excel }) : logParquet(values, LOG_SCHEMA_VERSION)) {
      const failure = await claim.write(piece);
      if (failure !== null) return failure;
      if (signal.aborted) return null;
    }
    return null;
  } finally {
    progress.stop();
  }
}

function* counted(rows: Iterable<LogRow>, counts: Counts): Generator<LogRow> {
  for (const row of rows) {
    counts.rows += 1;
    counts.worlds.set(row.world, (counts.worlds.get(row.world) ?? 0) + 1);
    yield row;
  }
}

/** What to do next with a log for Excel, which shows so many rows and no more. */
export function nextForExcel(rows: number): string {
  if (rows < ROWS_OF_EXCEL) return 'Next: open it in Excel; R and Python read it too.';
  const most = new Intl.NumberFormat('en-GB').format(ROWS_OF_EXCEL - 1);
  return (
    `Excel would show the first ${most} rows only, and drop the rest when it saves.\n` +
    'Next: write one scenario, or a shorter period, for Excel; or read this file with R or Python, which take all of it.'
  );
}

/** How much was written and where, and what to do next; or all of it as one JSON document. */
async function tell(
  file: string,
  { format, excel }: Form,
  { seed, replication }: LogPlan,
  { rows, worlds }: Counts,
  terminal: Terminal,
): Promise<void> {
  const shown = relative(process.cwd(), file) || file;
  if (terminal.json) {
    const { LOG_SCHEMA_VERSION } = await import('../experiment/index.js');
    const { LOG_COLUMNS } = await import('../report/index.js');
    const byWorld = Object.fromEntries(worlds);
    const columns = LOG_COLUMNS.map(({ name, type, description }) => ({ name, type, description }));
    terminal.document({
      schemaVersion: LOG_SCHEMA_VERSION,
      file: shown,
      format,
      seed,
      replication,
      rows,
      byWorld,
      columns,
    });
    return;
  }
  const number = (count: number) => new Intl.NumberFormat('en-GB').format(count);
  const each = [...worlds].map(([id, count]) => `${number(count)} of ${id}`).join(', ');
  terminal.answer(`${number(rows)} visits and decisions of synthetic people (${each}) are in ${shown}.`);
  terminal.note(`Replication ${replication} with seed ${seed}; docs/visit-log.md says what each column holds.`);
  if (excel) {
    terminal.note(nextForExcel(rows));
    return;
  }
  const asCsv = format === 'csv' ? 'readr::read_csv' : 'arrow::read_parquet';
  terminal.note(`Next, in R: log <- ${asCsv}("${shown}")`);
}
