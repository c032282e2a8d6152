/**
 * Output folders: claimed before anything is simulated, written aside, and put in place by renaming, so that a folder is
 * either whole or not there.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readWhole } from '../scenarios/index.js';
import { asideOf, clearAbandoned } from './aside.js';
import { inOneLine } from './one-line.js';

/** Name of the file that marks a folder as made by spillover and lists what is in it. */
export const MANIFEST = 'manifest.json';

/** A folder that is being made: files are written aside until `keep` puts them in place. */
export interface Claim {
  /** Where the folder will stand. */
  readonly folder: string;
  /** Writes files aside; null, or why they could not all be written: then nothing is to be kept. */
  readonly write: (files: ReadonlyMap<string, string>) => Promise<string | null>;
  /** Puts the folder in place, or in place of an older one, unless by now something stands there that may not go. */
  readonly keep: () => Kept;
  /** Leaves nothing behind. Safe to call twice, and after `keep`. */
  readonly discard: () => void;
}

/** Where the files ended up. */
export interface Kept {
  /** The folder that was claimed, or another beside it. */
  readonly folder: string;
  /** Why it is another, in words; null when it is the one that was claimed. */
  readonly reason: string | null;
}

/** A claim, or the reason why the folder cannot be used and what to do about it. */
export type Claimed = { readonly ok: true; readonly claim: Claim } | { readonly ok: false; readonly reason: string };

/** Files below a folder, by path with forward slashes. */
export function listFiles(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}

/** Paths that a manifest lists, or null where there is no manifest of spillover's. */
function listed(folder: string): Set<string> | null {
  try {
    const read = readWhole(join(folder, MANIFEST));
    const manifest = Buffer.isBuffer(read) ? JSON.parse(read.toString()) : null;
    return manifest?.tool?.name === 'spillover' ? pathsIn(manifest) : null;
  } catch {
    return null;
  }
}

/** Files that a manifest tells of. */
interface Listing {
  readonly outputs: readonly { readonly path: string }[];
  readonly inputs: readonly { readonly path: string }[];
}

function pathsIn({ outputs, inputs }: Listing): Set<string> {
  return new Set([MANIFEST, ...[...outputs, ...inputs].map(({ path }) => path)]);
}

/** Files of a folder of which its manifest tells nothing, by path; none where it may not be looked into. */
export function filesNotIn(folder: string, manifest: Listing): string[] {
  const known = pathsIn(manifest);
  try {
    return listFiles(folder).filter((path) => !known.has(path));
  } catch {
    return [];
  }
}

/** Files by the first of them, and how many more there are. */
export function named([first = '', ...rest]: readonly string[]): string {
  return `${inOneLine(first)}${rest.length > 0 ? ` and ${rest.length} more` : ''}`;
}

/** Why a folder may not be used, and what to do about it. */
interface Objection {
  readonly why: string;
  readonly remedy: string;
}

const ANOTHER = 'Choose another with --out.';

/** Whether a folder that is there holds nothing, so that it can be filled; not the one that one is in, which would be lost. */
function isSpare(folder: string): boolean {
  return statSync(folder).isDirectory() && readdirSync(folder).length === 0 && realpathSync(process.cwd()) !== folder;
}

/**
 * What speaks against replacing what stands at a path; null when it may be replaced, or nothing is there.
 * @param spare An empty folder stands there that was there when the path was claimed.
 */
function objection(folder: string, force: boolean, spare: boolean): Objection | null {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return null;
  if (!statSync(folder).isDirectory()) return { why: `${folder} is a file, not a folder.`, remedy: ANOTHER };
  if (spare && isSpare(folder)) return null;
  const known = listed(folder);
  if (known === null) {
    const why = `${folder} is there already and was not made by spillover, so it is left alone.`;
    return { why, remedy: ANOTHER };
  }
  if (!force)
    return { why: `${folder} is there already.`, remedy: 'Replace it with --force, or choose another with --out.' };
  const strangers = listFiles(folder).filter((path) => !known.has(path));
  if (strangers.length === 0) return null;
  const why = `${folder} holds files that spillover did not write (${named(strangers)}), so it is left alone.`;
  return { why, remedy: 'Move them, or choose another with --out.' };
}

/** What the operating system said, in words. */
export function saidBySystem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Record<string, string> = {
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'your share of the disk is full',
    EFBIG: 'files may not be so large here',
    EISDIR: 'it is a folder',
    EIO: 'the disk does not answer',
    ENOTEMPTY: 'there is something else by now',
    ENOTDIR: 'a part of the path is a file',
    ENOENT: 'there is no such place',
    ELOOP: 'it is a link that points to itself',
    EEXIST: 'a part of the path is a file',
    ENAMETOOLONG: 'the name is too long',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Makes sure, before any work, that a folder can be written; `force` lets it replace one that spillover made. */
export function claimFolder(path: string, force: boolean): Claimed {
  let folder = resolve(path);
  let spare = false;
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })) {
      folder = realpathSync(folder);
      spare = isSpare(folder);
      const found = objection(folder, force, spare);
      if (found !== null) return { ok: false, reason: `${found.why} ${found.remedy}` };
    }
    const parent = dirname(folder);
    const firstMade = mkdirSync(parent, { recursive: true });
    clearAbandoned(folder);
    const aside = asideOf(folder, 'partial');
    mkdirSync(aside);
    return { ok: true, claim: makeClaim(folder, { force, spare }, aside, firstMade) };
  } catch (error) {
    return { ok: false, reason: `${folder} cannot be written: ${saidBySystem(error)}. Choose another with --out.` };
  }
}

/** What may be replaced: a folder that spillover made; an empty one that was there when the path was claimed. */
interface Replaceable {
  readonly force: boolean;
  readonly spare: boolean;
}

function makeClaim(folder: string, may: Replaceable, aside: string, firstMade: string | undefined): Claim {
  let open = true;
  const discard = () => {
    if (!open) return;
    open = false;
    process.off('exit', discard);
    rmSync(aside, { recursive: true, force: true });
    removeEmpty(dirname(folder), firstMade);
  };
  process.on('exit', discard);
  return {
    folder,
    discard,
    write: async (files) => {
      for (const [path, text] of files) {
        try {
          await mkdir(join(aside, dirname(path)), { recursive: true });
          await writeFile(join(aside, path), text);
        } catch (error) {
          const bytes = [...files.values()].reduce((sum, each) => sum + Buffer.byteLength(each), 0);
          const need = `these files need about ${(bytes / 1e6).toFixed(1)} MB`;
          return `${join(folder, path)} could not be written: ${saidBySystem(error)} (${need}). Nothing was kept.`;
        }
      }
      return null;
    },
    keep: () => {
      const why = putInPlace(aside, folder, may);
      open = false;
      process.off('exit', discard);
      if (why === null) return { folder, reason: null };
      const spare = besides(aside, folder);
      return { folder: spare, reason: `${why} The results are in ${spare} instead.` };
    },
  };
}

/**
 * Renames `aside` to `folder`; an older folder is first renamed out of the way, then removed. What stands there is looked
 * at again, since it may have come after the claim. Returns null, or why both were left as they are.
 */
function putInPlace(aside: string, folder: string, { force, spare }: Replaceable): string | null {
  const old = asideOf(folder, 'old');
  try {
    const found = objection(folder, force, spare);
    if (found !== null) return found.why;
    const replaces = existsSync(folder);
    if (replaces) renameSync(folder, old);
    try {
      renameSync(aside, folder);
    } catch (error) {
      if (replaces) renameSync(old, folder);
      throw error;
    }
  } catch (error) {
    return `${folder} cannot be written: ${saidBySystem(error)}.`;
  }
  rmSync(old, { recursive: true, force: true });
  return null;
}

/** Gives the files set aside a name that can be found: the first of `folder-2`, `folder-3` and so on that is free. */
function besides(aside: string, folder: string): string {
  let n = 2;
  while (lstatSync(`${folder}-${n}`, { throwIfNoEntry: false })) n++;
  try {
    renameSync(aside, `${folder}-${n}`);
    return `${folder}-${n}`;
  } catch {
    return aside;
  }
}

/** Removes the folders that were made on the way, from the inside out up to the first made, as long as they are empty. */
export function removeEmpty(from: string, last: string | undefined): void {
  if (last === undefined) return;
  for (let folder = from; folder.startsWith(last); folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}
