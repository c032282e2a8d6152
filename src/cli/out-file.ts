/** One output file: claimed before anything is simulated, written aside piece by piece, and put in place by renaming. */
import { closeSync, lstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { asideOf, clearAbandoned } from './aside.js';
import { removeEmpty, saidBySystem } from './files.js';

/** How a file begins that may be replaced, for each kind of file that is written. */
export type Beginning = string;

/** A file that is being made. */
export interface FileClaim {
  readonly file: string;
  /** Writes a piece aside; null, or why it could not be written. */
  readonly write: (piece: string | Uint8Array) => Promise<string | null>;
  /** Puts the file in place, unless by now something stands there that may not go; null, or why not. */
  readonly keep: () => Promise<string | null>;
  /** Leaves nothing behind. Safe to call twice, and after `keep`. */
  readonly discard: () => Promise<void>;
}

/** A claim, or why the file cannot be written and what to do about it. */
export type ClaimedFile =
  | { readonly ok: true; readonly claim: FileClaim }
  | { readonly ok: false; readonly reason: string };

/**
 * Makes sure, before any work, that a file can be written.
 * @param force lets it replace a file that begins in one of these ways: one that the same command wrote.
 */
export async function claimFile(path: string, force: boolean, beginnings: readonly Beginning[]): Promise<ClaimedFile> {
  const file = resolve(path);
  const aside = asideOf(file, 'partial');
  try {
    const found = objection(file, force, beginnings);
    if (found !== null) return { ok: false, reason: found };
    const firstMade = mkdirSync(dirname(file), { recursive: true });
    clearAbandoned(file);
    const handle = await open(aside, 'wx');
    const objects = () => objection(file, force, beginnings);
    return { ok: true, claim: claimOn(file, aside, firstMade, handle, objects) };
  } catch (error) {
    return { ok: false, reason: `${file} cannot be written: ${saidBySystem(error)}. Choose another with --out.` };
  }
}

function claimOn(
  file: string,
  aside: string,
  firstMade: string | undefined,
  handle: FileHandle,
  objects: () => string | null,
): FileClaim {
  let isOpen = true;
  const remove = () => {
    rmSync(aside, { force: true });
    removeEmpty(dirname(file), firstMade);
  };
  process.on('exit', remove);
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
    process.off('exit', remove);
  };
  return {
    file,
    write: async (piece) => {
      try {
        await handle.writeFile(piece);
        return null;
      } catch (error) {
        return `${file} could not be written: ${saidBySystem(error)}. Nothing was kept.`;
      }
    },
    keep: async () => {
      try {
        await close();
        const found = objects();
        if (found === null) renameSync(aside, file);
        return found;
      } catch (error) {
        return `${file} cannot be written: ${saidBySystem(error)}. Nothing was kept. Choose another with --out.`;
      }
    },
    discard: async () => {
      await close();
      remove();
    },
  };
}

/** What speaks against replacing what stands at a path, with what to do; null when it may be replaced, or nothing is there. */
function objection(file: string, force: boolean, beginnings: readonly Beginning[]): string | null {
  if (!lstatSync(file, { throwIfNoEntry: false })) return null;
  if (!statSync(file).isFile()) return `${file} is a folder, not a file. Choose another with --out.`;
  if (!beginnings.some((text) => beginsWith(file, text)))
    return `${file} is there already and was not made by this command, so it is left alone. Choose another with --out.`;
  return force ? null : `${file} is there already. Replace it with --force, or choose another with --out.`;
}

function beginsWith(file: string, text: string): boolean {
  const bytes = new Uint8Array(Buffer.byteLength(text));
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes);
  } finally {
    closeSync(handle);
  }
  return Buffer.from(bytes).toString() === text;
}
