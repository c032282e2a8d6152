import { type Files, isFile, type SourceFile } from './files.js';
import type { ProblemList } from './problems.js';
import { child, type Tree } from './tree.js';

/** The evidence files that a file names under `evidence:`; those that cannot be had are Problems. */
export function evidenceFiles(tree: Tree, from: SourceFile, files: Files, list: ProblemList): SourceFile[] {
  const named = child(tree, 'evidence');
  if (named?.kind !== 'list') return [];
  return named.items.flatMap((item, index) => {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') return [];
    const found = files.find(item.value, 'evidence', from);
    if (isFile(found)) return [found];
    list.at(tree, ['evidence', index], found);
    return [];
  });
}
