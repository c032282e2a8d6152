import { DiskFiles, type LoadOptions } from './load.js';
import { ProblemList } from './problems.js';
import { child, type Tree } from './tree.js';
import { readSource } from './yaml.js';

/** A scenario that ships with policies on another, which it is compared with. */
export interface ShippedComparison {
  readonly id: string;
  /** References from the folder of shipped files. */
  readonly baseline: string;
  readonly scenario: string;
}

/** Folders of shipped scenarios, from the folder of shipped files. */
const FOLDERS = ['.', 'areas'];

/**
 * The comparisons that ship: every scenario that puts policies on another and differs from it in nothing that keeps the two
 * from being compared. Files that cannot be read are left out.
 */
export function shippedComparisons(options: LoadOptions): ShippedComparison[] {
  const files = new DiskFiles(options);
  return FOLDERS.flatMap((folder) =>
    files.scenariosIn(folder).flatMap((file): ShippedComparison[] => {
      const tree = readSource(file, new ProblemList());
      const [id, baseline] = [textAt(tree, 'scenario'), textAt(tree, 'extends')];
      const policies = child(tree ?? undefined, 'policies');
      if (id === null || baseline === null || policies?.kind !== 'list' || policies.items.length === 0) return [];
      if (child(tree ?? undefined, 'time') !== undefined || textAt(tree, 'family') !== null) return [];
      if (folder === '.') return [{ id, baseline, scenario: id }];
      const path = (name: string) => `./${folder}/${name.replace(/^\.\//, '')}`;
      return [{ id, baseline: path(baseline), scenario: path(file.id.split('/').at(-1) ?? '') }];
    }),
  );
}

function textAt(tree: Tree | null, key: string): string | null {
  const branch = child(tree ?? undefined, key);
  return branch?.kind === 'scalar' ? branch.text : null;
}
