import { type Files, isFile, type SourceFile } from './files.js';
import { mergeTrees } from './merge.js';
import { nearest } from './nearest.js';
import type { ProblemList } from './problems.js';
import { child, type MapTree, type Path, type Tree } from './tree.js';
import { readSource } from './yaml.js';

/** A scenario file with all that it extends, merged. */
export interface Chain {
  readonly entry: SourceFile;
  /** The entry file over everything that it extends. */
  readonly tree: Tree;
  /**
   * What alone declares people, stock, calendars and unit rates: the file at the end of `extends`, or the one that begins
   * a family of its own, over all that it extends.
   */
  readonly root: Tree;
  /** What the file that begins the family extends, merged; null where it extends nothing. */
  readonly extended: Tree | null;
  /** Path of the file that begins the family. */
  readonly family: string;
  /** Every file of the chain, the entry first, as it was written. */
  readonly files: readonly { readonly file: SourceFile; readonly tree: Tree }[];
}

/** Blocks that belong to the root scenario alone. */
const ROOT_BLOCKS = ['area', 'areas', 'people', 'severities', 'stock'];

/** A scenario that stands in another file, such as a question, as a tree of its own. */
export interface WrittenScenario {
  readonly file: SourceFile;
  readonly tree: Tree;
}

/**
 * Follows `extends` to its root and merges the files, children over parents. Null when a file cannot be had.
 * @param scenario A reference, or a scenario that stands in another file.
 */
export function readChain(scenario: string | WrittenScenario, files: Files, list: ProblemList): Chain | null {
  const entry = typeof scenario === 'string' ? files.find(scenario, 'scenario', null) : scenario.file;
  if (!isFile(entry)) {
    list.word(String(scenario), entry);
    return null;
  }
  const read: { file: SourceFile; tree: Tree }[] = [];
  for (let file: SourceFile | null = entry; file !== null; ) {
    const isWritten = file === entry && typeof scenario !== 'string';
    const tree: Tree | null = isWritten ? scenario.tree : readSource(file, list);
    if (tree === null || !isScenario(tree, list)) return null;
    read.push({ file, tree });
    const seen = read.map((each) => each.file.id);
    const parent: SourceFile | null | undefined = parentOf(tree, file, files, seen, list);
    if (parent === undefined) return null;
    file = parent;
  }
  const begins = read.findIndex(({ tree }) => beginsFamily(tree));
  const first = begins < 0 ? read.length - 1 : begins;
  const trees = read.map((each) => each.tree);
  const merged = (some: readonly Tree[]) => some.reduceRight((parent, tree) => mergeTrees(parent, tree, list));
  const extended = first + 1 < trees.length ? merged(trees.slice(first + 1)) : null;
  const root = extended === null ? trees[first]! : mergeTrees(extended, trees[first]!, list);
  const children = trees.slice(0, first);
  for (const tree of children) checkChild(tree, root, list);
  const tree = children.reduceRight((parent, child) => mergeTrees(parent, child, list), root);
  return { entry, tree, root, extended, family: read[first]?.file.id ?? entry.id, files: read };
}

/** Whether a scenario declares people and stock of its own, and so begins a family. */
function beginsFamily(tree: Tree): boolean {
  const family = child(tree, 'family');
  return family?.kind === 'scalar' && family.value === 'own';
}

/** The file that a scenario extends; null at the root, undefined (with a Problem) when it cannot be had. */
function parentOf(
  tree: Tree,
  file: SourceFile,
  files: Files,
  seen: readonly string[],
  list: ProblemList,
): SourceFile | null | undefined {
  const branch = child(tree, 'extends');
  if (branch === undefined) return null;
  if (branch.kind !== 'scalar' || typeof branch.value !== 'string') {
    list.at(tree, ['extends'], {
      message: 'This names no scenario.',
      expected: 'the name of a shipped scenario, or a path such as ./baseline.yaml',
      next: 'Write a name.',
    });
    return undefined;
  }
  const found = files.find(branch.value, 'scenario', file);
  if (!isFile(found)) {
    list.at(tree, ['extends'], found);
    return undefined;
  }
  if (seen.includes(found.id)) {
    list.at(tree, ['extends'], {
      message: 'This scenario extends itself, in a circle.',
      found: [...seen.slice(seen.indexOf(found.id)), found.id].join(' → '),
      expected: 'a chain of scenarios that comes to an end',
      next: 'Take one `extends` out.',
    });
    return undefined;
  }
  return found;
}

function isScenario(tree: MapTree | Tree, list: ProblemList): boolean {
  if (child(tree, 'scenario') !== undefined) return true;
  const keys = tree.kind === 'map' ? [...tree.entries.keys()] : [];
  const other = ['policy', 'targets', 'question'].find((key) => keys.includes(key));
  list.at(tree, ['scenario'], {
    message: other === undefined ? '`scenario` is missing.' : `This is a ${other} file, not a scenario.`,
    found: other === undefined ? 'nothing' : `\`${other}:\``,
    expected: 'a file with `scenario: id`',
    nearest: other === undefined ? nearest('scenario', keys) : null,
    next:
      other === 'policy'
        ? 'Name it under `policies:` of a scenario.'
        : other === 'question'
          ? 'Answer it with `spillover ask`.'
          : 'Write `scenario: …` with an id of your own.',
  });
  return false;
}

/** A child may not declare again what belongs to the root, so that all worlds of a family share their people. */
function checkChild(tree: Tree, root: Tree, list: ProblemList): void {
  const refuse = (path: Path, what: string) => {
    list.atKey(tree, path, {
      message: `${what} belongs to the root scenario, so that all worlds of a family share it.`,
      expected: 'nothing of the kind in a file that extends another',
      next:
        'Take it out here; or write `family: own` beside `extends`: this file then has people of its own, and is compared with ' +
        'scenarios that extend it, not with what it extends.',
    });
  };
  for (const block of ROOT_BLOCKS) {
    if (child(tree, block) !== undefined) refuse([block], `\`${block}\``);
  }
  for (const block of ['needs', 'arrivals']) {
    const entries = child(tree, block);
    if (entries?.kind !== 'map') continue;
    for (const [name, value] of entries.entries) {
      if (child(child(root, block), name) === undefined) continue;
      for (const key of ['calendar', 'unit-rate']) {
        if (child(value, key) !== undefined) refuse([block, name, key], `\`${key}\` of what the root declares`);
      }
    }
  }
}
