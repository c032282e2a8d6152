/** What `compare --futures` does: the same comparison in every future, told and written as a grid. */
import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Results } from '../experiment/index.js';
import { Exit, type ExitCode } from './exit.js';
import { AS_IT_IS, futuresOf } from './futures.js';
import { lackingInWords, shortInWords } from './lacking.js';
import type { LoadedWorlds } from './load-worlds.js';
import { writeTogether } from './new-files.js';
import { inOneLine } from './one-line.js';
import type { Options } from './options.js';
import { plainTable } from './plain-table.js';
import { quoted } from './quoted.js';
import { study } from './study.js';
import type { Terminal } from './terminal.js';

/** What stands beside the folders of the futures. */
const GRID_FILES = ['grid.html', 'grid.csv', 'grid-data-dictionary.csv'];

interface Heard {
  readonly future: string;
  readonly folder: string;
  readonly results: Results;
  readonly loaded: LoadedWorlds;
}

/**
 * Compares scenarios as they are and then in each future, with the same people and the same luck, into one folder each.
 * Within a future every world has it, the baseline too, so that the changes in a row are the doing of policies alone.
 */
export async function crossed(
  refs: readonly string[],
  named: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const futures = await futuresOf(refs, named, options, terminal);
  if (futures === null) return Exit.usage;
  const out = options.out ?? `out/${refs.map((ref) => basename(ref, '.yaml')).join('-vs-')}-in-futures`;
  const there = GRID_FILES.map((name) => join(out, name)).filter((path) => existsSync(path));
  if (there.length > 0 && options.force !== true) {
    terminal.fault(
      `${there.join(' and ')} is there already. Replace with --force, or choose another folder with --out.`,
    );
    return Exit.usage;
  }
  const heard: Heard[] = [];
  for (const future of [null, ...futures]) {
    const name = future === null ? AS_IT_IS : basename(future, '.yaml');
    const hear = (results: Results, folder: string, loaded: LoadedWorlds) => {
      heard.push({ future: name, folder: relative(process.cwd(), folder) || folder, results, loaded });
    };
    const code = await study('compare', refs, { ...options, out: join(out, name) }, terminal, { future, hear });
    if (code !== Exit.done) return code;
  }
  return tell(heard, out, options.excel === true, terminal);
}

async function tell(heard: readonly Heard[], out: string, excel: boolean, terminal: Terminal): Promise<ExitCode> {
  const { gridFiles, gridOf, sizesInWords } = await import('../report/index.js');
  const answer = gridOf(heard);
  const folders = new Map(heard.map(({ future, folder }) => [future, relative(out, folder)]));
  const files = [...gridFiles(answer, folders, { excel })].map(([name, text]) => ({
    path: join(out, name),
    text,
  }));
  const unwritten = writeTogether(files);
  // What is missing is what no future has made good.
  const lacking = heard
    .map((each) => each.loaded.lacking)
    .reduce((sofar, each) => sofar.filter(({ kind }) => each.some((other) => other.kind === kind)));
  const notes = [...lackingInWords(lacking), ...shortInWords(heard.flatMap((each) => each.loaded.short))];
  const shown = relative(process.cwd(), out) || out;
  if (terminal.json) {
    const { completed } = heard[0]!.results.design.replications;
    const grid = heard.flatMap(({ future, folder, results }) =>
      sizesInWords(results).map(({ world, label, size }) => ({ future, world, label, size, folder })),
    );
    const { headline, caveats } = answer;
    terminal.document({ schemaVersion: 1, headline, replications: completed, grid, caveats, notes, folder: shown });
  } else {
    terminal.heading(`${answer.headline}\n`);
    terminal.answer(plainTable(answer.rows));
    if (answer.caveats.length > 0) terminal.heading('\nWhat could change this');
    for (const caveat of answer.caveats) terminal.answer(`- ${caveat}`);
  }
  for (const note of notes) terminal.note(note);
  if (unwritten !== null) {
    terminal.fault(
      `${unwritten.path} cannot be written: ${unwritten.why}. The reports of the futures are in ${shown}.`,
    );
    return Exit.failed;
  }
  terminal.note(
    `\nWritten to ${inOneLine(shown)}:\n  grid.html  this grid, for any browser\n  grid.csv   every agency and wait of it`,
  );
  for (const { future, folder } of heard) terminal.note(inOneLine(`${future}: ${folder}/report.html`));
  terminal.note(
    `Next: open ${inOneLine(join(shown, 'grid.html'))}\nThe same bytes of a comparison again: spillover rerun ${quoted(heard[0]!.folder)}`,
  );
  return Exit.done;
}
