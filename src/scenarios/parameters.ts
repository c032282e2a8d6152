import type { ProblemList } from './problems.js';
import { unknownName } from './problems.js';
import type { ParameterDraft } from './schema/parameter.js';
import { child, type Path, type ScalarTree, type Tree } from './tree.js';
import { readQuantity } from './units.js';

/** The parameters that may be named in a file: as read, and where their values were written. */
export interface ParameterTable {
  readonly drafts: Readonly<Record<string, ParameterDraft>>;
  /** The `parameters` block. */
  readonly tree: Tree | undefined;
  /** The document that it stands in. */
  readonly top: Tree;
  /** Values that take the place of a parameter's own, such as levers that are set where a policy is used. */
  readonly overrides?: ReadonlyMap<string, Tree>;
  /** Where those values are set, in the document that sets them. */
  readonly overridesPath?: Path;
}

/** Where the value in force on a day was written: an index into `dated`, or null for an undated `value`. */
export function entryInForce(draft: ParameterDraft, day: number): number | null {
  if (draft.dated === undefined) return null;
  let found = 0;
  draft.dated.forEach((entry, index) => {
    if (entry.from.day <= day) found = index;
  });
  return found;
}

/** The value of a parameter in force on a day, as written; undefined where there is none. */
export function valueTree(table: ParameterTable, name: string, day: number): Tree | undefined {
  const override = table.overrides?.get(name);
  if (override !== undefined) return override;
  const draft = Object.hasOwn(table.drafts, name) ? table.drafts[name] : undefined;
  const block = child(table.tree, name);
  if (draft === undefined || block === undefined) return undefined;
  const entry = entryInForce(draft, day);
  return entry === null ? child(block, 'value') : child(child(child(block, 'dated'), entry), 'value');
}

/** Path of the value in force in the document that says it. */
function writtenAt(table: ParameterTable, name: string, day: number): Path {
  if (table.overrides?.has(name)) return [...(table.overridesPath ?? []), name];
  const draft = table.drafts[name];
  const entry = draft === undefined ? null : entryInForce(draft, day);
  return ['parameters', name, ...(entry === null ? [] : ['dated', entry]), 'value'];
}

const REFERENCE = /^\$([a-z][a-z0-9-]*)$/;

/** Words that may stand for a value besides quantities. */
const WORDS = ['rest', 'unlimited'];

/** Is this single value a quantity, the name of a parameter, or one of the few words that may stand for a value? */
export function isReadable(tree: Tree): boolean {
  if (tree.kind !== 'scalar') return true;
  if (referenceIn(tree) !== null || WORDS.includes(String(tree.value))) return true;
  return readQuantity(tree.value).kind !== 'none';
}

/** The name of the parameter that a scalar stands for (`$name`), or null. */
export function referenceIn(tree: Tree): string | null {
  return tree.kind === 'scalar' && typeof tree.value === 'string' ? (REFERENCE.exec(tree.value)?.[1] ?? null) : null;
}

/**
 * Puts the values that are in force on a day in place of every `$name`. Tables are searched in order, so that a policy's
 * own parameters come before the scenario's. Unknown names and parameters that name each other in a circle are Problems.
 */
export function substitute(tree: Tree, tables: readonly ParameterTable[], day: number, list: ProblemList): Tree {
  return putIn(tree, tree, [], tables, day, list, []);
}

function putIn(
  tree: Tree,
  top: Tree,
  path: Path,
  tables: readonly ParameterTable[],
  day: number,
  list: ProblemList,
  within: readonly string[],
): Tree {
  if (tree.kind === 'map') {
    const entries = new Map<string, Tree>();
    for (const [key, value] of tree.entries) {
      const skipped = path.length === 0 && key === 'parameters';
      entries.set(key, skipped ? value : putIn(value, top, [...path, key], tables, day, list, within));
    }
    return { ...tree, entries };
  }
  if (tree.kind === 'list') {
    const items = tree.items.map((item, index) => putIn(item, top, [...path, index], tables, day, list, within));
    return { ...tree, items };
  }
  const name = referenceIn(tree);
  if (name !== null) return valueOfName(name, tree, top, path, tables, day, list, within);
  // A value that nothing can read is reported once, where the parameter is declared, and not wherever it is named.
  return within.length > 0 && !isReadable(tree) ? mendedAt(tree) : tree;
}

const mendedAt = (tree: Tree): Tree => ({ kind: 'mended', at: tree.at, key: tree.key });

function valueOfName(
  name: string,
  tree: Tree,
  top: Tree,
  path: Path,
  tables: readonly ParameterTable[],
  day: number,
  list: ProblemList,
  within: readonly string[],
): Tree {
  const table = tables.find((each) => each.overrides?.has(name) || Object.hasOwn(each.drafts, name));
  if (table === undefined) {
    const names = tables.flatMap((each) => Object.keys(each.drafts));
    if (!list.doubts.has('parameters'))
      list.at(top, path, unknownName('parameter', name, names, 'Declare it under `parameters`.'));
    return mendedAt(tree);
  }
  if (within.includes(name)) {
    list.at(top, path, {
      message: `The parameter \`${name}\` is defined by itself.`,
      expected: 'parameters that do not name each other in a circle',
      found: [...within, name].map((each) => `$${each}`).join(' → '),
      next: 'Write a value for one of them.',
    });
    return mendedAt(tree);
  }
  const value = valueTree(table, name, day);
  if (value === undefined) return mendedAt(tree);
  const put = putIn(value, value, [], tables, day, list, [...within, name]);
  const set = put.reference?.set ?? { at: value.at, path: writtenAt(table, name, day) };
  return { ...put, at: tree.at, key: tree.key, reference: { name, shown: (tree as ScalarTree).text, set } };
}
