/** Reads a manifest back: what was asked for, and the fingerprints of what was read and written. */
import { join } from 'node:path';
import { z } from 'zod';
import { readWhole } from '../scenarios/index.js';
import { MANIFEST } from './files.js';
import { MANIFEST_SCHEMA_VERSION, type Manifest, manifestShape } from './manifest-shape.js';

const ANOTHER = 'Give a folder that spillover wrote, such as out/uk-baseline.';

/** The manifest of a folder, or what is wrong with it. */
export function readManifest(
  folder: string,
): { readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly reason: string } {
  const file = join(folder, MANIFEST);
  let read: unknown;
  try {
    const whole = readWhole(file);
    if (!Buffer.isBuffer(whole)) return { ok: false, reason: `${file} is ${whole.is}. ${ANOTHER}` };
    read = JSON.parse(whole.toString());
  } catch (error) {
    const missing = error instanceof Error && 'code' in error;
    const what = missing ? 'there is no manifest to read' : 'it is not JSON';
    return { ok: false, reason: `${file}: ${what}. ${ANOTHER}` };
  }
  const version = z.object({ schemaVersion: z.number() }).safeParse(read);
  if (version.success && version.data.schemaVersion > MANIFEST_SCHEMA_VERSION) {
    const needed = `layout ${version.data.schemaVersion}, and this program reads up to ${MANIFEST_SCHEMA_VERSION}`;
    return {
      ok: false,
      reason: `${file} was written by a newer spillover (${needed}). Update spillover and try again.`,
    };
  }
  const checked = manifestShape.safeParse(read);
  if (checked.success) return { ok: true, manifest: checked.data };
  const faults = checked.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the whole'}: ${message}`);
  return {
    ok: false,
    reason: `${file} is not as spillover wrote it:\n${faults.join('\n')}\nRestore it, or run the study again.`,
  };
}
