import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileKind, Files, SourceFile } from './files.js';
import type { LeverSetting } from './lever-values.js';
import { nearest } from './nearest.js';
import { textOf } from './not-text.js';
import { type Fault, listNames } from './problems.js';
import type { RangeEnd } from './range-end.js';
import { isId } from './schema/words.js';

/** Files larger than this are refused unread [bytes]. */
const LARGEST_FILE = 8_000_000;
/** The folder of shipped scenarios, beside `src` and `dist`. */
const LIBRARY = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const SHIPPED = 'shipped/';
const PROJECT = 'project/';
const TARGETS_TABLE = 'validation-targets.csv';
/** Folders of shipped files; where there are two, the first that has the file. */
const FOLDERS: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  scenario: [''],
  policy: ['policies', 'futures'],
  question: ['questions'],
  evidence: ['evidence'],
  targets: [''],
  document: [''],
};

/** Where references are looked up. */
export interface LoadOptions {
  /** Folder that references from the command line are relative to. */
  readonly cwd: string;
  /** Project root, when it is known already; else the nearest folder above the entry file with `scenarios/` or `spillover.yaml`. */
  readonly root?: string;
  /** Folder of shipped files, when it is not the program's own. */
  readonly shipped?: string;
  /** In place of the design that the scenario states. */
  readonly design?: 'steady' | 'go-live' | undefined;
  /** In place of the measured period that the scenario states [hours]. */
  readonly measure?: number | undefined;
  /** Policies that are put on after those of each scenario, by name or by path. */
  readonly policies?: readonly string[] | undefined;
  /** Levers of policies, in place of what the scenario says. */
  readonly levers?: readonly LeverSetting[] | undefined;
  /** One parameter at an end of its range. */
  readonly moved?: RangeEnd | undefined;
}

/** A file as read, for the copy that is kept beside the results. */
export interface InputFile {
  /** `project/…`, relative to the project root, or `shipped/…`. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/** Finds files on disk: shipped ones by bare name, others by path inside the project root. */
export class DiskFiles implements Files {
  root: string;
  readonly #cwd: string;
  readonly #library: string;
  #rootKnown: boolean;
  readonly #read = new Map<string, SourceFile>();

  constructor(options: LoadOptions) {
    this.#cwd = resolve(options.cwd);
    this.#library = resolve(options.shipped ?? LIBRARY);
    this.root = resolve(options.root ?? options.cwd);
    this.#rootKnown = options.root !== undefined;
  }

  /** Every file that was read, in the order of their names. */
  read(): InputFile[] {
    return [...this.#read.values()]
      .map(({ id, text }) => ({ path: id, text, hash: createHash('sha256').update(text).digest('hex') }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  find(reference: string, kind: FileKind, from: SourceFile | null): SourceFile | Fault {
    const bare = isId(reference);
    if (bare && kind !== 'evidence') return this.#shipped(reference, kind);
    if (isAbsolute(reference) && from !== null) return outside(reference);
    const base = from === null ? this.#cwd : dirname(this.#pathOf(from));
    const path = resolve(base, reference);
    if (from === null && !this.#rootKnown) {
      this.root = projectRoot(path);
      this.#rootKnown = true;
    }
    const top = from?.id.startsWith(SHIPPED) ? this.#library : this.root;
    if (!isInside(path, top)) return outside(reference);
    if (!existsSync(path)) return this.#missing(reference, path, kind);
    const real = realpathSync(path);
    if (!isInside(real, realpathSync(top))) return linkedOutside(reference, real);
    const id = (top === this.#library ? SHIPPED : PROJECT) + relative(top, path).split(sep).join('/');
    return this.#open(path, id, reference);
  }

  shippedEvidence(): SourceFile[] {
    const folder = join(this.#library, FOLDERS.evidence[0]);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names
      .filter((name) => name.endsWith('.csv') && name !== TARGETS_TABLE)
      .sort()
      .map((name) => this.#open(join(folder, name), `${SHIPPED}${FOLDERS.evidence[0]}/${name}`, name))
      .filter((file) => 'text' in file);
  }

  shippedTargets(): SourceFile | Fault {
    const name = `${FOLDERS.evidence[0]}/${TARGETS_TABLE}`;
    const path = join(this.#library, name);
    return existsSync(path) ? this.#open(path, SHIPPED + name, name) : this.#missing(name, path, 'evidence');
  }

  #shipped(name: string, kind: FileKind): SourceFile | Fault {
    const paths = FOLDERS[kind].map((folder) => join(this.#library, folder, `${name}.yaml`));
    const path = paths.find((each) => existsSync(each));
    if (path === undefined) return this.#shippedNotFound(name, kind);
    return this.#open(path, SHIPPED + relative(this.#library, path).split(sep).join('/'), name);
  }

  /** Names of the shipped files of a kind: policies before futures, each in alphabetical order. */
  shippedNames(kind: FileKind): string[] {
    return FOLDERS[kind].flatMap((folder) =>
      namesIn(join(this.#library, folder))
        .filter((each) => each.endsWith('.yaml') && each !== 'targets.yaml')
        .map((each) => basename(each, '.yaml'))
        .sort(),
    );
  }

  /** The YAML files in one folder of shipped scenarios, in alphabetical order. */
  scenariosIn(folder: string): SourceFile[] {
    const names = namesIn(join(this.#library, folder)).filter((name) => name.endsWith('.yaml'));
    return names
      .sort()
      .map((name) => this.#open(join(this.#library, folder, name), `${SHIPPED}${folder}/${name}`, name))
      .filter((file) => 'text' in file);
  }

  #shippedNotFound(name: string, kind: FileKind): Fault {
    const names = this.shippedNames(kind);
    return {
      message: `No ${kind} called \`${name}\` comes with the program.`,
      found: name,
      expected:
        names.length === 0
          ? `the name of a shipped ${kind}`
          : `one of ${listNames(names)}, or a path such as ./${name}.yaml`,
      nearest: nearest(name, names),
      next: `To use a file of your own, write its path: ./${name}.yaml.`,
    };
  }

  #pathOf(file: SourceFile): string {
    return file.id.startsWith(SHIPPED)
      ? join(this.#library, file.id.slice(SHIPPED.length))
      : join(this.root, file.id.slice(PROJECT.length));
  }

  #missing(reference: string, path: string, kind: FileKind): Fault {
    const folder = dirname(path);
    if (isLink(path)) {
      return {
        message: `\`${reference}\` is a link to a file that is not there.`,
        found: reference,
        expected: `a ${kind === 'evidence' ? 'CSV' : 'YAML'} file`,
        next: 'Mend the link, or name the file itself.',
      };
    }
    const names = namesIn(folder).filter((name) => existsSync(join(folder, name)));
    const isName = !/[/.]/.test(reference) && kind !== 'evidence';
    if (isName) return this.#shippedNotFound(reference, kind);
    const near = nearest(basename(path), names);
    return {
      message: `There is no file \`${reference}\`.`,
      found: reference,
      expected: `a ${kind === 'evidence' ? 'CSV' : 'YAML'} file`,
      nearest: near === null ? null : reference.slice(0, reference.lastIndexOf('/') + 1) + near,
      next: 'Look at the spelling, and at the folder that it is relative to.',
    };
  }

  #open(path: string, id: string, reference: string): SourceFile | Fault {
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    const text = readText(path, reference);
    if (typeof text !== 'string') return text;
    const shown = isInside(path, this.#cwd) ? relative(this.#cwd, path).split(sep).join('/') : path;
    const file = { id, shown, text };
    this.#read.set(id, file);
    return file;
  }
}

/** What stands at a path in place of a file that can be read whole. */
export type NoFile = { readonly is: 'a folder' | 'no file' } | { readonly is: 'too large'; readonly bytes: number };

/**
 * The bytes of a file, or what stands there instead: looked at before it is opened, since a pipe may never answer and a
 * device never end. Throws what the operating system says.
 */
export function readWhole(path: string, most = LARGEST_FILE): Buffer | NoFile {
  const there = statSync(path);
  if (there.isDirectory()) return { is: 'a folder' };
  if (!there.isFile()) return { is: 'no file' };
  return there.size > most ? { is: 'too large', bytes: there.size } : readFileSync(path);
}

/** The text of a file, or why it cannot be had. */
function readText(path: string, reference: string): string | Fault {
  try {
    const read = readWhole(path);
    if (Buffer.isBuffer(read)) return textOf(read);
    if (read.is === 'a folder')
      return {
        message: 'This is a folder.',
        found: reference,
        expected: 'a file',
        next: `Name files in it, such as \`${reference.replace(/\/$/, '')}/*.yaml\`.`,
      };
    return {
      message: read.is === 'too large' ? 'This file is too large.' : 'This is no file.',
      found: read.is === 'too large' ? `${read.bytes} bytes` : reference,
      expected: `a file of at most ${LARGEST_FILE} bytes`,
      next: 'Name another file.',
    };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const isForbidden = code === 'EACCES' || code === 'EPERM';
    return {
      message: isForbidden ? 'You may not read this file.' : 'This file cannot be read.',
      found: isForbidden ? reference : message,
      expected: 'a file that can be read',
      next: isForbidden
        ? 'Ask its owner for the right to read it, or name a copy.'
        : 'Look at the disk, or name another file.',
    };
  }
}

/** Names in a folder; none where there is no such folder, or it may not be looked into. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The nearest folder above a file that has `scenarios/` or `spillover.yaml` in it, else the file's own folder. */
function projectRoot(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'scenarios')) || existsSync(join(folder, 'spillover.yaml'))) return folder;
    if (folder === dirname(folder)) return dirname(file);
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function outside(reference: string): Fault {
  return {
    message: 'This file lies outside of the project.',
    found: reference,
    expected:
      'a path inside the project root (the folder with `scenarios/` or `spillover.yaml`), or the name of a shipped file',
    next: 'Copy the file into the project, and name the copy.',
  };
}

function linkedOutside(reference: string, real: string): Fault {
  return {
    ...outside(reference),
    found: `${reference}, a link that leads to ${real}`,
    next: 'Copy the file that it leads to into the project, and name the copy.',
  };
}
