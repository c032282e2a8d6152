import { z } from 'zod';
import type { ParameterTable } from './parameters.js';
import type { ProblemList } from './problems.js';
import { readWith } from './read-with.js';
import { parameter } from './schema/parameter.js';
import { byId } from './schema/records.js';
import { child, type MapTree, type Tree } from './tree.js';

const schema = z.object({ parameters: byId(parameter, 'Parameters.').optional() });

/** The `parameters` block of a file, read as far as it can be. */
export function readParameters(tree: Tree, list: ProblemList): ParameterTable {
  const block = child(tree, 'parameters');
  if (block === undefined) return { drafts: {}, tree: undefined, top: tree };
  const alone: MapTree = { kind: 'map', at: tree.at, key: null, entries: new Map([['parameters', block]]) };
  return { drafts: readWith(schema, alone, list).value?.parameters ?? {}, tree: block, top: alone };
}
