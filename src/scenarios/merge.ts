import { misspelt, nearest } from './nearest.js';
import type { ProblemList } from './problems.js';
import { listNames } from './problems.js';
import { DISTRIBUTIONS } from './schema/distribution.js';
import { VERBS } from './schema/steps.js';
import type { MapTree, Path, Tree } from './tree.js';

/**
 * A child file over its parent: maps are merged key by key, lists and values replace, and `null` deletes a key.
 * Three kinds of map are replaced as a whole, because half of one and half of another would mean nothing: a parameter
 * (its value goes with its source), a distribution, and a step whose verb changes.
 */
export function mergeTrees(parent: Tree, over: Tree, list: ProblemList): Tree {
  return mergeAt(parent, over, over, [], list);
}

function mergeAt(parent: Tree, over: Tree, top: Tree, path: Path, list: ProblemList): Tree {
  if (parent.kind !== 'map' || over.kind !== 'map' || replacesWhole(parent, over, path)) return over;
  const entries = new Map(parent.entries);
  for (const [key, value] of over.entries) {
    const below = entries.get(key);
    if (value.kind === 'scalar' && value.value === null) {
      if (below === undefined) {
        const known = [...parent.entries.keys()];
        list.atKey(top, [...path, key], {
          message: `There is no \`${key}\` to delete here.`,
          expected: known.length === 0 ? 'a key of what is extended' : `one of ${listNames(known)}`,
          nearest: nearest(key, known),
          next: 'Take the line out.',
        });
      }
      entries.delete(key);
    } else {
      const near = below === undefined && path.length === 1 ? misspelt(key, parent.entries.keys()) : null;
      if (near !== null) list.newcomers.set(`${path[0]}.${key}`, near);
      entries.set(key, below === undefined ? value : mergeAt(below, value, top, [...path, key], list));
    }
  }
  return { ...over, entries };
}

function replacesWhole(parent: MapTree, over: MapTree, path: Path): boolean {
  if (path.length === 2 && path[0] === 'parameters') return true;
  const keys = (tree: MapTree) => [...tree.entries.keys()];
  const verb = (tree: MapTree) => VERBS.find((each) => tree.entries.has(each));
  const isStep = path.length === 4 && path[0] === 'pathways' && path[2] === 'steps';
  if (isStep) return verb(over) !== undefined && verb(parent) !== verb(over);
  return [parent, over].every(
    (tree) => keys(tree).length === 1 && keys(tree).every((key) => DISTRIBUTIONS.includes(key)),
  );
}
