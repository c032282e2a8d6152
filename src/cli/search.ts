/** What `capacity`, `tipping` and `sensitivity` share: a search made ready, carried out, told, and with `--out` written as a folder. */
import { relative } from 'node:path';
import type { SearchAnswer } from '../report/index.js';
import type { LoadOptions } from '../scenarios/index.js';
import { claimOrTell, writeAside } from './claim.js';
import { Exit, type ExitCode } from './exit.js';
import type { Claim } from './files.js';
import { interruptible } from './interrupt.js';
import type { LoadedWorlds } from './load-worlds.js';
import { type Circumstances, type Request, today } from './manifest.js';
import { type Options, seedOf } from './options.js';
import { oneAfterAnother } from './progress.js';
import { searchOptions } from './search-options.js';
import { tellWords } from './tell-words.js';
import { tellWritten } from './tell-written.js';
import type { Terminal } from './terminal.js';

/** What a search found: as it is told and drawn, and as a document. */
export interface Found {
  readonly answer: SearchAnswer;
  readonly document: Readonly<Record<string, unknown>>;
  /** Replications of the value that was tried most often. */
  readonly replications: number;
}

/** A search that can be carried out. */
export interface Search {
  /** The worlds that it was made of; the last is searched. */
  readonly loaded: LoadedWorlds;
  /** Replications of the first look, at most, and at a time. */
  readonly first: number;
  readonly most: number;
  readonly workers: number;
  /** Null when it was stopped, or a value that it came to was refused, which was then told. */
  readonly carryOut: (told: (what: string, done: number, total: number) => void) => Promise<Found | null>;
  /** What has been tried by now, a line each with what came of it: all there is to tell of a search that was stopped. */
  readonly soFar: () => readonly string[];
}

/** Makes a search ready; null when something was wrong, and was told. */
export type Prepare = (
  reference: string,
  options: Options,
  where: LoadOptions,
  signal: AbortSignal,
  terminal: Terminal,
) => Promise<Search | null>;

type Command = 'capacity' | 'tipping' | 'sensitivity';

/** How each command makes its search ready. */
export const PREPARE: Readonly<Record<Command, () => Promise<Prepare>>> = {
  capacity: async () => (await import('./capacity.js')).prepareCapacity,
  tipping: async () => (await import('./tipping.js')).prepareTipping,
  sensitivity: async () => (await import('./sensitivity.js')).prepareSensitivity,
};

/** Whether a command is a search. */
export function isSearch(command: string): command is Command {
  return Object.hasOwn(PREPARE, command);
}

/** Searches, says what was found, and writes it where `--out` says. */
export function search(command: Command, reference: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'No answer is given and nothing is written, and what was tried is told', (signal) =>
    perform(command, reference, options, signal, terminal),
  );
}

async function perform(
  command: Command,
  reference: string,
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.excel === true && options.out === undefined) {
    terminal.fault(
      '--excel is for the tables of a folder, and none is written: add --out <path>, or leave --excel out.',
    );
    return Exit.usage;
  }
  const prepare = await PREPARE[command]();
  const made = await prepare(reference, options, { cwd: process.cwd(), design: options.design }, signal, terminal);
  if (made === null) return Exit.usage;
  const claim = options.out === undefined ? null : claimOrTell(options.out, options, terminal);
  if (claim === null && options.out !== undefined) return Exit.usage;
  try {
    if (made.most > made.first)
      terminal.note(
        `Runs of each that is tried: ${made.first}, and where that does not settle the answer up to ${made.most} (--up-to).`,
      );
    const started = performance.now();
    const found = await carryOut(made, terminal);
    if (signal.aborted) tellUnfinished(made.soFar(), terminal);
    if (found === null || signal.aborted) return signal.aborted ? Exit.interrupted : Exit.usage;
    const wallSeconds = Math.round(performance.now() - started) / 1000;
    const request = requestOf(command, made, options);
    const kept =
      claim === null ? null : await write(claim, request, made, found, { workers: made.workers, wallSeconds });
    if (typeof kept === 'string') {
      terminal.fault(kept);
      return Exit.failed;
    }
    await tell(found, kept?.folder ?? null, terminal);
    if (kept === null || kept.reason === null) return Exit.done;
    terminal.fault(kept.reason);
    return Exit.failed;
  } finally {
    claim?.discard();
  }
}

/** What a search that was stopped had tried. */
function tellUnfinished(soFar: readonly string[], terminal: Terminal): void {
  if (terminal.json) terminal.document({ schemaVersion: 1, unfinished: true, tried: soFar });
  else if (soFar.length > 0) {
    terminal.heading('Unfinished: stopped before there was an answer. What was tried until then:');
    for (const line of soFar) terminal.answer(`- ${line}`);
  }
}

/** Carries a search out with its progress told. */
export async function carryOut(made: Search, terminal: Terminal): Promise<Found | null> {
  const progress = oneAfterAnother(terminal);
  return made.carryOut(progress.told).finally(progress.stop);
}

function requestOf(command: Command, { loaded, first }: Search, options: Options): Request {
  return {
    command,
    scenarios: [...loaded.refs],
    design: options.design ?? null,
    seed: seedOf(options),
    replications: first,
    precision: null,
    fourArms: null,
    ...(options.excel === true && { excel: true as const }),
    date: today(),
    search: searchOptions(options),
  };
}

/**
 * What a search leaves in its folder, beside the manifest and what was read.
 * @param excel Whether the tables are for Excel.
 */
export async function searchOutputs({ answer, document }: Found, excel = false): Promise<Map<string, string>> {
  const { renderSearch, searchTables } = await import('../report/index.js');
  const outputs = new Map([
    ['report.html', await renderSearch(answer)],
    ['answer.json', `${JSON.stringify(document, null, 1)}\n`],
  ]);
  for (const [name, text] of searchTables(answer, { excel })) outputs.set(`tables/${name}`, text);
  return outputs;
}

async function write(claim: Claim, request: Request, made: Search, found: Found, how: Circumstances) {
  const { worlds, design } = made.loaded.plan;
  const { world } = worlds.at(-1)!;
  const outputs = await searchOutputs(found, request.excel);
  const rule =
    made.most > made.first
      ? 'as many as settle the answer, looked at after twice as many each time, up to the number requested'
      : 'number fixed before the run';
  const results = {
    worlds: worlds.map(({ description }) => description),
    design: {
      ...design,
      seed: request.seed,
      replications: { requested: made.most, completed: found.replications, rule, precision: null },
      warmUp: world.warmUp,
      measured: world.measuredEnd - world.warmUp,
      followUp: world.horizon - world.measuredEnd,
    },
    warmUp: { stated: Math.round(world.warmUp / 168), proposed: null, series: [] },
  };
  const left = { request, results, files: made.loaded.files, outputs, circumstances: how };
  return (await writeAside(claim, left)) ?? claim.keep();
}

async function tell({ answer, document }: Found, folder: string | null, terminal: Terminal): Promise<void> {
  const { words } = answer;
  const shown = folder === null ? null : relative(process.cwd(), folder) || folder;
  if (terminal.json) terminal.document(shown === null ? document : { ...document, folder: shown });
  else await tellWords(words, terminal);
  if (shown === null) return;
  const files = {
    'report.html': 'the answer with its picture, for any browser',
    'tables/': 'the same as CSV',
    'answer.json': 'every number',
  };
  tellWritten(shown, files, terminal);
}
