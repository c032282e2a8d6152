import type { Shares } from '../schema/people.js';
import type { Path } from '../tree.js';
import type { Compiling } from './context.js';
import type { Names } from './names.js';

/** Shares in the order of names, 0 where a name is left out; they add to 1. Left out altogether: all have the first. */
export function compileShares(
  shares: Shares | undefined,
  names: Names,
  what: string,
  path: Path,
  compiling: Compiling,
): number[] {
  if (shares === undefined) return names.list.map((_, index) => (index === 0 ? 1 : 0));
  for (const name of Object.keys(shares)) compiling.index(names, what, name, [...path, name]);
  const values = compiling.shares(Object.values(shares), path);
  const byName = new Map(Object.keys(shares).map((name, index) => [name, values[index] ?? 0]));
  return names.list.map((name) => byName.get(name) ?? 0);
}
