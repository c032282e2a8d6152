/** What `rerun` does: everything computed again from the output folder alone, and every byte compared. */
import { join, resolve } from 'node:path';
import { type LoadOptions, readWhole } from '../scenarios/index.js';
import { answerOf, askedOutputs, loadAsked } from './asked.js';
import { Exit, type ExitCode } from './exit.js';
import { filesNotIn, named } from './files.js';
import { interruptible } from './interrupt.js';
import { loadWorlds } from './load-worlds.js';
import { type Fingerprint, sha256 } from './manifest.js';
import type { Manifest } from './manifest-shape.js';
import { inOneLine } from './one-line.js';
import type { Options } from './options.js';
import { INPUTS, outputsOf } from './outputs.js';
import { ruleOf } from './precision.js';
import { version } from './program-info.js';
import { readManifest } from './read-manifest.js';
import { carryOut, isSearch, PREPARE, searchOutputs } from './search.js';
import { optionsAgain } from './search-options.js';
import { simulate } from './simulate.js';
import type { Terminal } from './terminal.js';

/** One file that is not what the manifest says. */
interface Mismatch {
  readonly path: string;
  readonly how:
    | 'missing'
    | 'is no file'
    | 'changed since it was written'
    | 'computed differently now'
    | 'not computed now'
    | 'new';
}

/** Files of a folder that are gone or changed since the manifest was written. */
function changedOnDisk(folder: string, recorded: readonly Fingerprint[]): Mismatch[] {
  return recorded.flatMap(({ path, sha256: expected, bytes }): Mismatch[] => {
    try {
      const read = readWhole(join(folder, path), bytes);
      if (Buffer.isBuffer(read))
        return sha256(read) === expected ? [] : [{ path, how: 'changed since it was written' }];
      return [{ path, how: read.is === 'too large' ? 'changed since it was written' : 'is no file' }];
    } catch {
      return [{ path, how: 'missing' }];
    }
  });
}

/** Files that come out otherwise than the manifest says. */
function computedOtherwise(recorded: readonly Fingerprint[], outputs: ReadonlyMap<string, string>): Mismatch[] {
  const known = new Map(recorded.map(({ path, sha256: hash }) => [path, hash]));
  const differing = [...known].flatMap(([path, hash]): Mismatch[] => {
    const text = outputs.get(path);
    if (text === undefined) return [{ path, how: 'not computed now' }];
    return sha256(text) === hash ? [] : [{ path, how: 'computed differently now' }];
  });
  const added = [...outputs.keys()].filter((path) => !known.has(path)).map((path): Mismatch => ({ path, how: 'new' }));
  return [...differing, ...added];
}

/** Repeats a run. */
export function repeat(place: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'Nothing will be compared', (signal) => perform(place, options, signal, terminal));
}

async function perform(place: string, options: Options, signal: AbortSignal, terminal: Terminal): Promise<ExitCode> {
  const folder = resolve(place);
  const read = readManifest(folder);
  if (!read.ok) {
    terminal.fault(read.reason);
    return Exit.usage;
  }
  const { manifest } = read;
  const others = filesNotIn(folder, manifest);
  if (others.length > 0 && !terminal.json)
    terminal.note(
      `${inOneLine(place)} holds files that spillover did not write (${named(others)}), which are not compared.`,
    );
  const altered = changedOnDisk(folder, manifest.inputs);
  if (altered.length > 0) return tell(manifest, altered, others, 0, terminal);

  const project = join(folder, INPUTS, 'project');
  const where = { cwd: project, root: project, shipped: join(folder, INPUTS, 'shipped') };
  const outputs = await computed(manifest, where, options, signal, terminal);
  if (outputs === null) return signal.aborted ? Exit.interrupted : Exit.usage;
  const mismatches = [...changedOnDisk(folder, manifest.outputs), ...computedOtherwise(manifest.outputs, outputs)];
  return tell(manifest, mismatches, others, outputs.size, terminal);
}

/** What the manifest's run leaves in its folder, computed again; null when it was stopped, or something was wrong and told. */
async function computed(
  manifest: Manifest,
  place: LoadOptions,
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<Map<string, string> | null> {
  const { completed, requested } = manifest.replications;
  const {
    command,
    design,
    measure,
    scenarios,
    seed,
    precision: asked,
    replications,
    fourArms,
    future,
    search,
    excel,
    date,
  } = manifest.request;
  const where = { ...place, design: design ?? undefined, measure, ...(future && { policies: [future] }) };
  if (isSearch(command)) {
    const [first, last] = [scenarios[0]!, scenarios.at(-1)!];
    const baseline = scenarios.length > 1 ? first : undefined;
    const again = optionsAgain(search, { seed, replications, baseline, workers: options.workers });
    const prepare = await PREPARE[command]();
    const made = await prepare(last, again, where, signal, terminal);
    const found = made === null ? null : await carryOut(made, terminal);
    return found === null || signal.aborted ? null : searchOutputs(found, excel);
  }
  if (command === 'ask') {
    const ready = await loadAsked(scenarios[0]!, where, terminal);
    const runs = { seed, replications, workers: options.workers };
    const answered = ready === null ? null : await answerOf(ready, runs, signal, terminal);
    return answered === null ? null : askedOutputs(answered, date, excel);
  }
  const loaded = await loadWorlds(scenarios, where, terminal, fourArms ?? undefined);
  if (loaded === null) return null;
  const { worlds } = loaded.plan;
  const rule = asked === null ? undefined : await ruleOf(asked.share, asked.measures, replications, worlds, terminal);
  if (rule === null) return null;
  const runs = { replications: rule === undefined ? requested : replications, upTo: completed, precision: rule };
  const work = { ...loaded.plan, ...runs, seed, workers: options.workers };
  const done = await simulate(work, signal, terminal);
  return done === null || signal.aborted ? null : outputsOf(done.results, date, excel);
}

function tell(
  manifest: Manifest,
  mismatches: readonly Mismatch[],
  others: readonly string[],
  compared: number,
  terminal: Terminal,
): ExitCode {
  const same = mismatches.length === 0;
  if (terminal.json) terminal.document({ schemaVersion: 1, same, compared, mismatches, others });
  else if (same) terminal.answer(`The same bytes: ${compared} files computed again, none differs.`);
  else terminal.answer(mismatches.map(({ path, how }) => `${path}: ${how}`).join('\n'));
  if (same) return Exit.done;
  const [now, then] = [version(), manifest.tool.version];
  terminal.fault(
    now === then
      ? 'Not the same bytes. Restore the files that were changed, or run the study again.'
      : `Not the same bytes. It was written by spillover ${then}; this is ${now}. Try again with the version that wrote it.`,
  );
  return Exit.failed;
}
