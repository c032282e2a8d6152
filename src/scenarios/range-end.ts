/** A parameter at an end of its range, in place of its value, in a file as it is written. */
import { branchAt, child, type MapTree, type Tree } from './tree.js';

/** One parameter, at an end of the range that it declares. */
export interface RangeEnd {
  /** As the log of assumptions has it: `name`, or `policy.name` of a policy's own. */
  readonly parameter: string;
  readonly end: 'low' | 'high';
}

/** The name in a file of this policy (null: of the scenario) that is moved to an end; null where it is of another file. */
export function nameIn(policy: string | null, moved: RangeEnd | undefined): string | null {
  if (moved === undefined) return null;
  const [name = '', of = null] = moved.parameter.split('.').reverse();
  return of === policy ? name : null;
}

/** The same file with a parameter at an end of its range; as it is where no such parameter has a range. */
export function atRangeEnd(tree: Tree, name: string | null, moved: RangeEnd | undefined): Tree {
  const block = child(tree, 'parameters');
  const parameter = name === null ? undefined : child(block, name);
  const range =
    child(parameter, 'range') ?? (name === null ? undefined : child(branchAt(tree, ['levers', name]), 'range'));
  if (name === null || range?.kind !== 'list' || tree.kind !== 'map' || parameter?.kind !== 'map') return tree;
  const value = range.items[moved?.end === 'high' ? 1 : 0];
  if (value === undefined) return tree;
  const kept = [...parameter.entries].filter(([key]) => key !== 'dated' && key !== 'value');
  return withEntry(
    tree,
    'parameters',
    withEntry(block, name, { ...parameter, entries: new Map([['value', value], ...kept]) }),
  );
}

function withEntry(tree: Tree | undefined, key: string, value: Tree): MapTree {
  if (tree?.kind !== 'map') throw new TypeError('a map that was just read is one');
  return { ...tree, entries: new Map([...tree.entries, [key, value]]) };
}
