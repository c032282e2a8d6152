import { nearest } from '../nearest.js';
import { listNames } from '../problems.js';
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
  for (const name of Object.keys(written)) {
    if (known.includes(name)) continue;
    report(
      {
        message: `\`${name}\` is no part of this distribution.`,
        expected: listNames(known),
        nearest: nearest(name, known),
        onKey: true,
      },
      name,
    );
  }
  return written;
}

/** Is this a map (and no list)? */
export function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
