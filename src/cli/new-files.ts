/** Files that a user starts from: written whole, and never over what is there already unless that was asked for. */
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { asideOf, clearAbandoned } from './aside.js';
import { Exit, type ExitCode } from './exit.js';
import { removeEmpty, saidBySystem } from './files.js';
import type { Options } from './options.js';
import { quoted } from './quoted.js';
import type { Terminal } from './terminal.js';

/** A file to write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** What it is, in a few words. */
  readonly what: string;
  /** One that may be there already, whatever is in it: it is left as it is. */
  readonly mayStay?: boolean;
}

/** A path as it is typed in a shell. */
export function typed(path: string): string {
  const shown = relative(process.cwd(), path) || '.';
  const started = shown.startsWith('..') ? shown : `./${shown}`;
  return quoted(started);
}

/** Writes the files, says what each is, and what to do next. */
export function writeNew(
  files: readonly NewFile[],
  next: readonly string[],
  options: Options,
  terminal: Terminal,
): ExitCode {
  const there = files.filter(({ path, mayStay }) => existsSync(path) && !mayStay);
  if (there.length > 0 && !options.force) {
    const names = there.map(({ path }) => typed(path)).join(' and ');
    terminal.fault(
      `${names} ${there.length === 1 ? 'is' : 'are'} there already. Choose another name, or replace with --force.`,
    );
    return Exit.usage;
  }
  const kept = files.filter(({ path, mayStay }) => mayStay && existsSync(path) && !options.force);
  const written = files.filter((file) => !kept.includes(file));
  const fault = writeTogether(written);
  if (fault !== null) {
    terminal.fault(`${typed(fault.path)} cannot be written: ${fault.why}. Nothing was written. Choose another place.`);
    return Exit.usage;
  }
  if (terminal.json) {
    terminal.document({ schemaVersion: 1, written: written.map(({ path }) => typed(path)), next });
    return Exit.done;
  }
  const width = Math.max(...files.map(({ path }) => typed(path).length));
  const line = ({ path, what }: NewFile) => `  ${typed(path).padEnd(width)}  ${what}`;
  terminal.answer(['Written:', ...written.map(line)].join('\n'));
  if (kept.length > 0) terminal.answer(['Left as it was:', ...kept.map(line)].join('\n'));
  terminal.answer(['Next:', ...next.map((command) => `  ${command}`)].join('\n'));
  return Exit.done;
}

/** Writes files all together, in place of what stands there; or, where one cannot be written, none: which, and why not. */
export function writeTogether(
  files: readonly Pick<NewFile, 'path' | 'text'>[],
): { readonly path: string; readonly why: string } | null {
  const undo: (() => void)[] = [];
  const making = files.map((file) => ({
    ...file,
    aside: asideOf(file.path, 'partial'),
    old: asideOf(file.path, 'old'),
  }));
  let at = '';
  try {
    for (const { path, text, aside } of making) {
      at = path;
      const firstMade = mkdirSync(dirname(path), { recursive: true });
      undo.push(() => removeEmpty(dirname(path), firstMade));
      clearAbandoned(path);
      undo.push(() => rmSync(aside, { force: true }));
      writeFileSync(aside, text, { flag: 'wx' });
    }
    for (const { path, aside, old } of making) {
      at = path;
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false) {
        renameSync(path, old);
        undo.push(() => renameSync(old, path));
      }
      renameSync(aside, path);
      undo.push(() => rmSync(path));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    return { path: at, why: saidBySystem(error) };
  }
  for (const { old } of making) rmSync(old, { force: true });
  return null;
}
