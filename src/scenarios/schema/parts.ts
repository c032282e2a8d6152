import { nearest } from '../nearest.js';
import { listNames } from '../problems.js';
import { MENDED } from '../tree.js';
import type { Report } from './leaf.js';

/** A map as written. */
export type Parts = Readonly<Record<string, unknown>>;

/** Checks that a map has these keys (and perhaps those), and hands it back. */
export function readParts(
  written: unknown,
  needed: readonly string[],
  report: Report,
  allowed: readonly string[] = [],
): Parts {
  const known = [...needed, ...allowed];
  if (!isParts(written)) {
    report({
      message: `This has to be a map with ${needed.join(', ')}.`,
      expected: `{${needed.map((name) => `${name}: …`).join(', ')}}`,
      next: 'Write it so.',
    });
    return {};
  }
  const meant: Record<string, unknown> = {};
  for (const name of Object.keys(written)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    // A part that is there under nearly its name is not missing as well.
    if (near !== null && !(near in written)) meant[near] = MENDED;
    report(
      {
        message: `\`${name}\` is no part of this distribution.`,
        expected: listNames(known),
        nearest: near,
        onKey: true,
        ...(near === null ? { next: 'Take it out.' } : {}),
      },
      name,
    );
  }
  return { ...written, ...meant };
}

/** Is this a map (and no list)? */
export function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
