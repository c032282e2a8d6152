/** What `compare --futures` does: the same comparison in every future, told as a grid. */
import { basename, join, relative } from 'node:path';
import type { Results } from '../experiment/index.js';
import { Exit, type ExitCode } from './exit.js';
import { AS_IT_IS, futuresOf } from './futures.js';
import { lackingInWords, shortInWords } from './lacking.js';
import type { LoadedWorlds } from './load-worlds.js';
import type { Options } from './options.js';
import { plainTable } from './plain-table.js';
import { study } from './study.js';
import type { Terminal } from './terminal.js';

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
  const heard: Heard[] = [];
  for (const future of [null, ...futures]) {
    const name = future === null ? AS_IT_IS : basename(future, '.yaml');
    const hear = (results: Results, folder: string, loaded: LoadedWorlds) => {
      heard.push({ future: name, folder: relative(process.cwd(), folder) || folder, results, loaded });
    };
    const code = await study('compare', refs, { ...options, out: join(out, name) }, terminal, { future, hear });
    if (code !== Exit.done) return code;
  }
  await tell(heard, terminal);
  return Exit.done;
}

async function tell(heard: readonly Heard[], terminal: Terminal): Promise<void> {
  const { gridCaveats, sizesInWords } = await import('../report/index.js');
  const grid = heard.flatMap(({ future, folder, results }) =>
    sizesInWords(results).map(({ world, label, size }) => ({ future, world, label, size, folder })),
  );
  // What is missing is what no future has made good.
  const lacking = heard
    .map((each) => each.loaded.lacking)
    .reduce((sofar, each) => sofar.filter(({ kind }) => each.some((other) => other.kind === kind)));
  const notes = [...lackingInWords(lacking), ...shortInWords(heard.flatMap((each) => each.loaded.short))];
  const caveats = gridCaveats(heard.map(({ results }) => results));
  const { completed } = heard[0]!.results.design.replications;
  if (terminal.json) {
    terminal.document({ schemaVersion: 1, replications: completed, grid, caveats, notes });
    return;
  }
  const over = completed === 1 ? 'one paired run' : `mean over ${completed} paired runs with 95% interval`;
  terminal.heading(`Simulated change against the baseline of the same future, ${over}`);
  const rows = grid.map(({ future, world, size }) => [future, world, size]);
  terminal.answer(plainTable([['future', 'scenario', 'change'], ...rows]));
  if (caveats.length > 0) terminal.heading('\nWhat could change this');
  for (const caveat of caveats) terminal.answer(`- ${caveat}`);
  for (const note of notes) terminal.note(note);
  for (const { future, folder } of heard) terminal.note(`${future}: ${folder}/report.html`);
}
