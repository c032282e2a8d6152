/**
 * A YAML document as plain branches that remember where they were written, so that a file may be merged with another
 * (`extends`), or have a parameter put in place of a `$name`, and every fault can still be pointed at.
 */

/** Where something was written; `file` as shown to the reader, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Keys and list positions from the top of a document to a value. */
export type Path = readonly (string | number)[];

/** A single value of YAML. */
export type Scalar = string | number | boolean | null;

/** A parameter named in a file, and where its value was written. */
export interface Reference {
  readonly name: string;
  /** As written, for messages. */
  readonly shown: string;
  readonly set: { readonly at: Place; readonly path: Path };
}

interface Written {
  /** Where the value stands. */
  readonly at: Place;
  /** Where its key stands; null in a list or at the top. */
  readonly key: Place | null;
  /** The parameter that was put here, when the file said `$name`. */
  readonly reference?: Reference | undefined;
}
/** Keys and values. */
export interface MapTree extends Written {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Tree>;
}
/** Values in order. */
export interface ListTree extends Written {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}
/** A single value. */
export interface ScalarTree extends Written {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** As written, for messages. */
  readonly text: string;
}
/** A value of which a Problem has been reported already: readers take something neutral for it and say no more. */
interface MendedTree extends Written {
  readonly kind: 'mended';
}
/** A branch of a document, with its places. */
export type Tree = MapTree | ListTree | ScalarTree | MendedTree;

/** Stands in plain data for a value whose fault is reported already. */
export const MENDED: unique symbol = Symbol('mended');

/** Plain data of a tree; `MENDED` where a fault is reported already. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(plain);
    case 'map': {
      const data: Record<string, unknown> = {};
      for (const [key, value] of tree.entries) data[key] = plain(value);
      return data;
    }
    case 'mended':
      return MENDED;
  }
}

/** The branch at one key or position, if there is one. */
export function child(tree: Tree | undefined, key: string | number): Tree | undefined {
  if (tree?.kind === 'map') return tree.entries.get(String(key));
  if (tree?.kind === 'list') return tree.items[Number(key)];
  return undefined;
}

/** The branch at a path, if there is one. */
export function branchAt(tree: Tree, path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>((branch, key) => child(branch, key), tree);
}

/** The nearest branch at or above a path that was written, for pointing at something that is missing. */
export function nearestBranch(tree: Tree, path: Path): Tree {
  let branch = tree;
  for (const key of path) {
    const next = child(branch, key);
    if (next === undefined) return branch;
    branch = next;
  }
  return branch;
}

/** A value that was set in another file than the one that uses it. */
export interface Elsewhere {
  /** Where it was set. */
  readonly at: Place;
  readonly path: Path;
  /** Where it is used. */
  readonly usedAt: Place;
}

/**
 * Where the value at a path was set, when that is another file than the one that uses it; with `below`, the first such
 * value inside of it will do. Null otherwise.
 */
export function setElsewhere(tree: Tree, path: Path, below: boolean): Elsewhere | null {
  let branch = tree;
  for (const [index, key] of path.entries()) {
    const next = child(branch, key);
    if (next === undefined) return null;
    branch = next;
    const found = elsewhere(branch);
    if (found !== null && index === path.length - 1) return found;
    if (found !== null) {
      const rest = path.slice(index + 1);
      return { ...found, at: branchAt(branch, rest)?.at ?? found.at, path: [...found.path, ...rest] };
    }
  }
  return below ? firstElsewhere(branch) : null;
}

function elsewhere({ at, reference }: Tree): Elsewhere | null {
  return reference === undefined || reference.set.at.file === at.file ? null : { ...reference.set, usedAt: at };
}

function firstElsewhere(tree: Tree): Elsewhere | null {
  const found = elsewhere(tree);
  if (found !== null) return found;
  const parts = tree.kind === 'map' ? [...tree.entries.values()] : tree.kind === 'list' ? tree.items : [];
  for (const part of parts) {
    const inside = firstElsewhere(part);
    if (inside !== null) return inside;
  }
  return null;
}

/** The same tree with the branch at a path replaced, or added to an existing map. */
export function withBranch(tree: Tree, path: Path, branch: Tree): Tree {
  const [key, ...rest] = path;
  if (key === undefined) return { ...branch, key: tree.key };
  if (tree.kind === 'list') {
    const items = tree.items.map((item, index) => (index === key ? withBranch(item, rest, branch) : item));
    return { ...tree, items };
  }
  if (tree.kind !== 'map') return tree;
  const entries = new Map(tree.entries);
  const below = entries.get(String(key));
  if (below !== undefined) entries.set(String(key), withBranch(below, rest, branch));
  else if (rest.length === 0) entries.set(String(key), branch);
  return { ...tree, entries };
}

/** A path as an analyst would say it: `pathways.call.steps.answer.for`, `edits[2].share`. */
export function showPath(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`)).join('');
}

/** A branch in a few words, for "found" in a message. */
export function showTree(tree: Tree | undefined): string {
  if (tree === undefined) return 'nothing';
  const shown = showOwn(tree);
  return tree.reference ? `$${tree.reference.name}, which is ${shown}` : shown;
}

function showOwn(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar':
      return tree.value === null ? 'nothing' : shorten(tree.text) || 'an empty text';
    case 'list':
      return tree.items.length === 0 ? 'an empty list' : `a list of ${tree.items.length}`;
    case 'map':
      return tree.entries.size === 0 ? 'an empty map' : `a map with ${shorten([...tree.entries.keys()].join(', '))}`;
    case 'mended':
      return 'something with a fault of its own';
  }
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}

/** A value as it was written, on one line. */
export function inOneLine(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar':
      return tree.text;
    case 'list':
      return tree.items.map(inOneLine).join(', ');
    case 'map':
      return [...tree.entries].map(([key, value]) => `${key} ${inOneLine(value)}`).join('; ');
    case 'mended':
      return '';
  }
}
